import {
  Component,
  computed,
  effect,
  ElementRef,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Field } from './field';
import { FieldWords } from './field-words';

/** How long typing must rest before the count is spoken: a count at every key drowns the typing. */
const speakAfterMs = 1000;

@Component({
  selector: 'app-textarea',
  imports: [FieldWords],
  templateUrl: './textarea.html',
})
export class Textarea extends Field implements FormValueControl<string> {
  readonly value = model('');
  readonly rows = input(5);
  /** The most characters, when there is a most; typing beyond it is allowed and counted. */
  readonly limit = input<number>();
  protected readonly left = computed(() => {
    const limit = this.limit();
    return limit === undefined ? null : limit - [...this.value()].length;
  });
  protected readonly count = computed(() => {
    const left = this.left();
    if (left === null) return null;
    const characters = Math.abs(left) === 1 ? 'character' : 'characters';
    const number = Math.abs(left).toLocaleString('en-GB');
    return left < 0 ? `${number} ${characters} too many` : `${number} ${characters} left`;
  });
  protected readonly describedByAll = computed(
    () =>
      [this.describedBy(), this.limit() === undefined ? null : `${this.fieldId()}-count`]
        .filter((id) => id !== null)
        .join(' ') || null,
  );
  protected readonly spoken = signal('');
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private hasTyped = false;

  constructor() {
    super();
    effect((onCleanup) => {
      const count = this.count();
      if (count === null || !this.hasTyped) return;
      const timer = setTimeout(() => this.spoken.set(count), speakAfterMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected typed(text: string): void {
    this.hasTyped = true;
    this.value.set(text);
  }
}

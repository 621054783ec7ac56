import { Component, computed, inject, input, type Resource } from '@angular/core';
import { NavigationFocus } from '../platform/navigation-focus';
import { problemOf } from '../platform/problem';

/** What a page says while it reads, and when reading failed; nothing once the data are there. */
@Component({
  selector: 'app-read-state',
  templateUrl: './read-state.html',
})
export class ReadState {
  readonly resource = input.required<Resource<unknown> & { reload(): boolean }>();
  /** What is being read, as it stands in "Loading people". */
  readonly subject = input.required<string>();
  private readonly focus = inject(NavigationFocus);
  protected readonly problem = computed(() => {
    const error = this.resource().error();
    return error ? problemOf(error) : null;
  });
  protected readonly isFinal = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );

  protected tryAgain(): void {
    // The button goes with the message, and the focus must not go with it.
    this.focus.focusHeading();
    this.resource().reload();
  }
}

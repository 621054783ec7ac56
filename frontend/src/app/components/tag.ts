import { Component, computed, input } from '@angular/core';

export type TagTone = 'plain' | 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red';

/** A state in one or two words. Its words say everything; the tone only helps to find it. */
@Component({
  selector: 'app-tag',
  template: `<strong [class]="classes()"><ng-content /></strong>`,
})
export class Tag {
  readonly tone = input<TagTone>('plain');
  protected readonly classes = computed(() =>
    this.tone() === 'plain' ? 'govuk-tag' : `govuk-tag govuk-tag--${this.tone()}`,
  );
}

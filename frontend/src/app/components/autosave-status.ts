import { Component, computed, input } from '@angular/core';
import { clockInWords } from '@app/shared/domain';

export type AutosaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'waiting'; answers: number }
  | { kind: 'failed' };

/** Whether what was typed has reached the server. Spoken only when the state changes. */
@Component({
  selector: 'app-autosave-status',
  template: `
    <p
      role="status"
      class="app-autosave"
      [class.app-autosave--saved]="state().kind === 'saved'"
      [class.app-autosave--failed]="state().kind === 'failed'"
    >
      {{ words() }}
    </p>
  `,
})
export class AutosaveStatus {
  readonly state = input.required<AutosaveState>();
  protected readonly words = computed(() => autosaveWords(this.state()));
}

/** "Saved" is said of what the server has confirmed, with the time at which it did. */
export function autosaveWords(state: AutosaveState): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return 'Saving';
    case 'saved':
      return `Saved ${clockInWords(state.at)}`;
    case 'waiting':
      return state.answers === 1
        ? 'Not saved yet: 1 answer waiting'
        : `Not saved yet: ${state.answers} answers waiting`;
    case 'failed':
      return 'Saving failed. Trying again';
  }
}

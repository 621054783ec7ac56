import { Component, computed, input, linkedSignal } from '@angular/core';
import { clockInWords } from '@app/shared/domain';

export type AutosaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'waiting'; answers: number }
  | { kind: 'failed' };

/**
 * Whether what was typed has reached the server. Read out only when saving begins to fail and when
 * it works again: a word at every answer would drown the answers.
 */
@Component({
  selector: 'app-autosave-status',
  template: `
    <p
      class="app-autosave"
      [class.app-autosave--saved]="state().kind === 'saved'"
      [class.app-autosave--failed]="isInTrouble(state())"
    >
      {{ words() }}
    </p>
    <p role="status" class="govuk-visually-hidden">{{ spoken() }}</p>
  `,
})
export class AutosaveStatus {
  readonly state = input.required<AutosaveState>();
  protected readonly words = computed(() => autosaveWords(this.state()));
  protected readonly spoken = linkedSignal<AutosaveState, string>({
    source: this.state,
    computation: (state, before) => {
      const last = before?.value ?? '';
      if (isInTrouble(state)) return 'Not all answers are saved';
      // Saving is on the way to either, and is not worth a word.
      return state.kind === 'saved' && last !== '' ? 'All answers are saved' : last;
    },
  });
  protected readonly isInTrouble = isInTrouble;
}

function isInTrouble({ kind }: AutosaveState): boolean {
  return kind === 'waiting' || kind === 'failed';
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

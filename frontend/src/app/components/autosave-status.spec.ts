import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { AutosaveStatus, autosaveWords } from './autosave-status';

describe('The autosave status', () => {
  it('says when the server confirmed the save, by the clock in London', () => {
    expect(autosaveWords({ kind: 'saved', at: new Date('2026-07-03T13:32:00Z') })).toBe(
      'Saved 14:32',
    );
  });

  it('counts the answers that still wait', () => {
    expect(autosaveWords({ kind: 'waiting', answers: 1 })).toBe('Not saved yet: 1 answer waiting');
    expect(autosaveWords({ kind: 'waiting', answers: 3 })).toBe('Not saved yet: 3 answers waiting');
  });

  it('says nothing before the first answer', () => {
    expect(autosaveWords({ kind: 'untouched' })).toBe('');
  });

  it('is read out when saving begins to fail and when it works again, and not at every answer', async () => {
    const fixture = TestBed.createComponent(AutosaveStatus);
    const spoken: string[] = [];
    const page = fixture.nativeElement as HTMLElement;
    const at = new Date('2026-07-03T13:32:00Z');
    const states = [
      { kind: 'saving' },
      { kind: 'saved', at },
      { kind: 'saving' },
      { kind: 'waiting', answers: 1 },
      { kind: 'waiting', answers: 2 },
      { kind: 'saving' },
      { kind: 'saved', at },
      { kind: 'saving' },
      { kind: 'saved', at },
    ];
    for (const state of states) {
      fixture.componentRef.setInput('state', state);
      await fixture.whenStable();
      const now = page.querySelector('[role=status]')?.textContent ?? '';
      if (now !== spoken.at(-1)) spoken.push(now);
    }
    expect(spoken).toEqual(['', 'Not all answers are saved', 'All answers are saved']);
  });
});

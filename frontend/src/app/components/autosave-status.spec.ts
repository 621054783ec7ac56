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

  it('tells a change of state to a screen reader through one live region', async () => {
    const fixture = TestBed.createComponent(AutosaveStatus);
    fixture.componentRef.setInput('state', { kind: 'saving' });
    await fixture.whenStable();
    const region = (fixture.nativeElement as HTMLElement).querySelector('[role=status]');
    expect(region?.textContent.trim()).toBe('Saving');

    fixture.componentRef.setInput('state', { kind: 'failed' });
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('[role=status]')).toBe(region);
    expect(region?.textContent.trim()).toBe('Saving failed. Trying again');
  });
});

import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Answering,
  attributed,
  present,
  savedAt,
  several,
  voice,
} from '../../../../testing/answering';
import { aScoring } from '../../../../testing/a-scoring';
import { SignInAgain } from '../../../platform/sign-in-again';

describe('The answers of a scoring', () => {
  let on: Answering;

  beforeEach(() => {
    on = new Answering();
  });
  afterEach(() => on.end());

  it('save a grade as it is chosen, and say "Saved" only after the service has confirmed it', async () => {
    expect(on.answers.state()).toEqual({ kind: 'untouched' });
    on.grade('good');
    expect(on.answers.state()).toEqual({ kind: 'saving' });
    const { request } = await on.accept(voice, 1);
    expect(request.body).toEqual({ value: 'good', evidence: null, sections: [], seenVersion: 0 });
    expect(on.answers.state()).toEqual({ kind: 'saved', at: new Date(savedAt) });
  });

  it('save what is typed when the typing has rested, once', async () => {
    on.write('Sect');
    await on.pass(700);
    on.write('Section A');
    await on.pass(799);
    on.server.expectNone(voice);
    expect(on.answers.state()).toEqual({ kind: 'saving' });
    await on.pass(1);
    const { request } = await on.accept(voice, 1);
    expect(request.body).toMatchObject({ evidence: 'Section A' });
    await on.pass(5000);
  });

  it('save what is typed at once when the box is left, and nothing when nothing changed', async () => {
    on.write('Section A');
    on.answers.leave('criterion', 'voice-own-words');
    await on.accept(voice, 1);
    on.write('Section A ');
    on.answers.leave('criterion', 'voice-own-words');
    expect(on.standing()).toBe('saved');
  });

  it('save one answer in the order of its changes, each on the version before', async () => {
    on.grade('good');
    on.grade('inadequate');
    on.grade('outstanding');
    const first = await on.accept(voice, 1);
    expect(first.request.body).toMatchObject({ value: 'good', seenVersion: 0 });
    const second = await on.accept(voice, 2);
    expect(second.request.body).toMatchObject({ value: 'outstanding', seenVersion: 1 });
    const key = 'Idempotency-Key';
    expect(second.request.headers.get(key)).not.toBe(first.request.headers.get(key));
    expect(on.answers.unsaved()).toEqual([]);
  });

  it('wait while the service cannot be reached, and go together when it answers again', async () => {
    on.grade('good');
    on.grade('inadequate', 'voice-attributed');
    await on.lose(voice);
    await on.lose(attributed);
    expect(on.answers.state()).toEqual({ kind: 'waiting', answers: 2 });
    await on.pass(2000);
    await on.lose(several);
    await on.pass(3999);
    on.server.expectNone(several);
    window.dispatchEvent(new Event('online'));
    expect(await on.acceptSeveral(1)).toMatchObject([
      { kind: 'criterion', key: 'voice-own-words', value: 'good', seenVersion: 0 },
      { kind: 'criterion', key: 'voice-attributed', value: 'inadequate', seenVersion: 0 },
    ]);
    expect(on.answers.state()).toMatchObject({ kind: 'saved' });
    await on.pass(60_000);
  });

  it('send again under the same key what may have arrived already', async () => {
    on.grade('good');
    const first = await on.lose(voice);
    await on.pass(2000);
    const again = await on.accept(voice, 1);
    const key = 'Idempotency-Key';
    expect(again.request.headers.get(key)).toBe(first.request.headers.get(key));
    expect(on.standing()).toBe('saved');
  });

  it('take back what may have arrived when the person goes back to the answer before', async () => {
    on.answers.open(aScoring({ answers: [present('good', 1)] }));
    on.grade('inadequate');
    await on.lose(voice);
    on.grade('good');
    const stale = { code: 'stale-version', present: [present('inadequate', 2)] };
    await on.refuse(voice, 409, stale);
    const { request } = await on.accept(voice, 3);
    expect(request.body).toMatchObject({ value: 'good', seenVersion: 2 });
  });

  it('that wait go as soon as another is saved', async () => {
    on.grade('good');
    await on.refuse(voice, 503, { code: 'unavailable' });
    expect(on.standing()).toBe('waiting');
    on.grade('good', 'voice-attributed');
    await on.accept(attributed, 1);
    await on.accept(voice, 1);
    expect(on.answers.unsaved()).toEqual([]);
  });

  it('wait longer from attempt to attempt, half a minute at most', async () => {
    on.grade('good');
    await on.refuse(voice, 429, { code: 'too-many-attempts' });
    for (const seconds of [2, 4, 8, 16, 30, 30]) {
      await on.pass(seconds * 1000 - 1);
      on.server.expectNone(voice);
      await on.pass(1);
      await on.lose(voice);
    }
    expect(on.standing()).toBe('waiting');
  });

  it('ask for a new sign-in when the session has ended, and are saved after it', async () => {
    on.grade('good');
    await on.refuse(voice, 401, { code: 'not-signed-in' });
    expect(on.answers.state()).toEqual({ kind: 'saving' });
    TestBed.inject(SignInAgain).answer(true);
    await on.pass(0);
    await on.accept(voice, 1);
    expect(on.standing()).toBe('saved');
  });

  it('wait when the person does not sign in now, and ask at the next change', async () => {
    on.grade('good');
    await on.refuse(voice, 401, { code: 'not-signed-in' });
    TestBed.inject(SignInAgain).answer(false);
    await on.pass(60_000);
    expect(on.answers.state()).toEqual({ kind: 'waiting', answers: 1 });
    on.grade('inadequate');
    await on.accept(voice, 1);
    expect(on.standing()).toBe('saved');
  });

  it('save what is typed when the page goes out of sight', async () => {
    on.write('Section A');
    document.dispatchEvent(new Event('visibilitychange'));
    await on.accept(voice, 1);
    expect(on.standing()).toBe('saved');
  });

  it('warn before the page is left with something unsaved, and not otherwise', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    on.write('Section A');
    expect(leave()).toBe(true);
    await on.accept(voice, 1);
    expect(leave()).toBe(false);
  });

  it('are all saved before the person goes on, or it is said that they are not', async () => {
    on.write('Section A');
    const isSaved = on.answers.saveEverything();
    await on.accept(voice, 1);
    expect(await isSaved).toBe(true);
    on.grade('good');
    await on.lose(voice);
    const isStillSaved = on.answers.saveEverything();
    await on.lose(voice);
    expect(await isStillSaved).toBe(false);
  });

  it('keep what is not saved yet when the scoring is read again', async () => {
    on.grade('good');
    await on.lose(voice);
    on.answers.open(aScoring({ answers: [present('inadequate', 3, 'voice-attributed')] }));
    expect(on.answers.answer('criterion', 'voice-own-words').value).toBe('good');
    expect(on.answers.answer('criterion', 'voice-attributed').value).toBe('inadequate');
  });
});

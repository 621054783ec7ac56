import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Answering, attributed, present, several, voice } from '../../../../testing/answering';

const elsewhere = present('inadequate', 4);
const stale = { code: 'stale-version', present: [elsewhere] };

describe('Answers that the service does not take', () => {
  let on: Answering;

  beforeEach(() => {
    on = new Answering();
  });
  afterEach(() => on.end());

  const own = () => on.answers.answer('criterion', 'voice-own-words');

  it('show both values when the answer was saved differently elsewhere, and keep the chosen one', async () => {
    on.grade('good');
    await on.refuse(voice, 409, stale);
    expect(own()).toMatchObject({ value: 'good', standing: 'conflict', theirs: elsewhere });
    on.grade('outstanding');
    expect(on.answers.state()).toEqual({ kind: 'waiting', answers: 1 });
    on.answers.keepMine(own());
    const { request } = await on.accept(voice, 5);
    expect(request.body).toMatchObject({ value: 'outstanding', seenVersion: 4 });
    expect(on.standing()).toBe('saved');
  });

  it('take over what was saved elsewhere when the person chooses that', async () => {
    on.grade('good');
    await on.refuse(voice, 409, stale);
    on.answers.keepTheirs(own());
    expect(own()).toMatchObject({ value: 'inadequate', version: 4, standing: 'saved' });
  });

  it('are known again as our own when only the confirmation was lost on the way', async () => {
    on.grade('good');
    await on.lose(voice);
    on.grade('inadequate');
    await on.refuse(voice, 409, { code: 'stale-version', present: [present('good', 1)] });
    const { request } = await on.accept(voice, 2);
    expect(request.body).toMatchObject({ value: 'inadequate', seenVersion: 1 });
    expect(on.standing()).toBe('saved');
  });

  it('do not keep the others back when one of several is stale', async () => {
    await twoThatWaited();
    await on.refuse(several, 409, stale);
    await on.accept(attributed, 1);
    expect([on.standing(), on.standing('voice-attributed')]).toEqual(['conflict', 'saved']);
  });

  it('do not keep the others back when one of several is refused, and say why at its question', async () => {
    await twoThatWaited();
    const errors = [{ path: 'answers.0.value', message: 'Choose a grade of the scale' }];
    await on.refuse(several, 422, { code: 'rule-broken', errors });
    await on.accept(attributed, 1);
    expect(on.refusal()).toBe('Choose a grade of the scale');
  });

  it('are not sent while they look as if they named somebody, unless the person is certain', async () => {
    on.write('Born on 3 May 2015, NHS number 943 476 5919');
    await on.pass(800);
    expect(on.standing()).toBe('held');
    expect(on.answers.state()).toEqual({ kind: 'waiting', answers: 1 });
    on.answers.saveAllTheSame('criterion', 'voice-own-words');
    await on.accept(voice, 1);
    expect(on.standing()).toBe('saved');
  });

  it('are not sent when they are too long, and say so at the box', async () => {
    on.write('a'.repeat(2001));
    await on.pass(800);
    expect(on.refusal()).toBe('Evidence must be 2,000 characters or fewer');
    on.write('a'.repeat(2000));
    await on.pass(800);
    await on.accept(voice, 1);
    expect(on.refusal()).toBeNull();
  });

  it.each([
    [404, { code: 'not-found', detail: 'Not found.' }],
    [422, { code: 'rule-broken', detail: 'You have submitted this scoring, so it is locked.' }],
  ])('say once that the scoring is no longer to be changed: %d', async (status, problem) => {
    on.grade('good');
    await on.refuse(voice, status, problem);
    expect(on.answers.lost()).toBe(problem.detail);
    await on.pass(60_000);
  });

  async function twoThatWaited(): Promise<void> {
    on.grade('good');
    on.grade('good', 'voice-attributed');
    await on.lose(voice);
    await on.lose(attributed);
    await on.pass(2000);
  }
});

import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { AnswerResponse, SavedAnswerResponse, ScoringResponse } from '@app/shared/contracts';
import type { AnswerKind, ScoringAnswer } from '@app/shared/domain';
import type { AutosaveState } from '../../../components/autosave-status';
import { problemOf, type ReadableProblem } from '../../../platform/problem';
import { partsOf } from '../form-parts';
import { AnswersClient } from './answers-client';
import {
  afterConflict,
  answerId,
  contentOf,
  heldOf,
  isChanged,
  isSame,
  unanswered,
  type AnswerContent,
  type HeldAnswer,
} from './held-answer';
import { obstacleTo } from './obstacles';

/** How long typing rests before what was typed is saved. */
const typingRestsMs = 800;
/** Waits between attempts while the service cannot be reached; the last one is kept to. */
const attemptsAfterMs = [2_000, 4_000, 8_000, 16_000, 30_000] as const;

/**
 * The answers of one scoring while its pages are open. Each change is saved by itself, one save of
 * an answer after the other. What cannot be saved waits here, in the memory of the page and never in
 * the browser's storage, and is sent again.
 */
@Injectable()
export class ScoringAnswers {
  readonly scoring = signal<ScoringResponse | null>(null);
  /** Why nothing can be saved any more, as when the scoring was given to someone else. */
  readonly lost = signal<string | null>(null);
  readonly form = computed(() => this.scoring()?.form ?? null);
  /** Where the questions are answered that decide what applies. */
  readonly sweepAddress = computed(() => `/scorings/${this.scoring()?.id ?? ''}/sweep`);
  private readonly held = signal<ReadonlyMap<string, HeldAnswer>>(new Map());
  readonly answers = computed<ScoringAnswer[]>(() =>
    [...this.held().values()].map((answer) => ({ ...answer, ...contentOf(answer) })),
  );
  readonly unsaved = computed(() =>
    [...this.held().values()].filter(({ standing }) => standing !== 'saved'),
  );
  /** Something waits for the service and not for the person. */
  readonly isOutOfReach = computed(() =>
    this.unsaved().some(({ standing }) => standing === 'waiting'),
  );
  readonly state = computed(() => this.stateNow());
  private readonly lastSavedAt = signal<string | null>(null);
  private readonly client = inject(AnswersClient);
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly underWay = new Map<string, Promise<void>>();
  private attempts = 0;
  private nextAttempt: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const document = inject(DOCUMENT);
    const window = document.defaultView;
    const leaving = new AbortController();
    const { signal } = leaving;
    window?.addEventListener('online', () => this.sendWaiting(), { signal });
    window?.addEventListener('beforeunload', (event) => this.warn(event), { signal });
    document.addEventListener('visibilitychange', () => this.saveTyped(), { signal });
    inject(DestroyRef).onDestroy(() => {
      leaving.abort();
      clearTimeout(this.nextAttempt);
      for (const timer of this.timers.values()) clearTimeout(timer);
    });
  }

  /** Takes what the service has; what the page has not saved yet stays as it is. */
  open(scoring: ScoringResponse): void {
    const before = this.scoring()?.id === scoring.id ? this.unsaved() : [];
    this.scoring.set(scoring);
    this.lost.set(null);
    const known = (scoring.form?.answers ?? []).map(heldOf);
    this.held.set(new Map([...known, ...before].map((answer) => [answerId(answer), answer])));
  }

  async readAgain(): Promise<void> {
    const scoring = this.scoring();
    if (scoring) this.open(await this.client.read(scoring.id));
  }

  answer(kind: AnswerKind, key: string): HeldAnswer {
    return this.held().get(answerId({ kind, key })) ?? unanswered(kind, key);
  }

  /** What is chosen is saved at once. */
  choose(kind: AnswerKind, key: string, part: Partial<AnswerContent>): void {
    const id = this.change(kind, key, part);
    void this.save(id);
  }

  /** What is typed is saved when the typing rests, or by `leave`. */
  type(kind: AnswerKind, key: string, part: Partial<AnswerContent>): void {
    const id = this.change(kind, key, part);
    clearTimeout(this.timers.get(id));
    const timer = setTimeout(() => void this.save(id), typingRestsMs);
    this.timers.set(id, timer);
  }

  leave(kind: AnswerKind, key: string): void {
    const id = answerId({ kind, key });
    if (this.timers.has(id)) void this.save(id);
  }

  /** Saves what was kept back because it looks as if it named a person. */
  saveAllTheSame(kind: AnswerKind, key: string): void {
    void this.save(answerId({ kind, key }), { isCertain: true });
  }

  /** Of two differing answers, the one on this page. */
  keepMine({ kind, key }: HeldAnswer): void {
    const { theirs, ...answer } = this.answer(kind, key);
    if (!theirs) return;
    const now = { version: theirs.version, saved: contentOf(theirs), sent: [], theirs: null };
    this.put({ ...answer, ...now, standing: 'typing' });
    void this.save(answerId(answer));
  }

  /** Of two differing answers, the one that is saved. */
  keepTheirs({ kind, key }: HeldAnswer): void {
    const { theirs } = this.answer(kind, key);
    if (theirs) this.put(heldOf(theirs));
  }

  /**
   * Saves whatever is not saved, and waits for it.
   *
   * @returns whether everything is saved
   */
  async saveEverything(): Promise<boolean> {
    this.saveTyped();
    this.sendWaiting();
    while (this.underWay.size > 0) await Promise.all(this.underWay.values());
    return this.unsaved().length === 0;
  }

  private change(kind: AnswerKind, key: string, part: Partial<AnswerContent>): string {
    const answer = { ...this.answer(kind, key), ...part };
    const isToChoose = answer.standing === 'conflict';
    this.put(isToChoose ? answer : { ...answer, standing: 'typing', refusal: null });
    return answerId(answer);
  }

  protected put(answer: HeldAnswer): void {
    this.held.update((held) => new Map([...held, [answerId(answer), answer]]));
  }

  private saveTyped(): void {
    for (const id of [...this.timers.keys()]) void this.save(id);
  }

  private async save(id: string, { isCertain = false } = {}): Promise<void> {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    const answer = this.held().get(id);
    const scoring = this.scoring();
    // An answer is on its way already, or the person has to choose first: both lead here again.
    if (!answer || !scoring?.form || this.underWay.has(id) || answer.standing === 'conflict')
      return;
    const isKnown = answer.sent.length === 0;
    if (isKnown && !isChanged(answer)) {
      this.put({ ...answer, standing: 'saved', refusal: null });
      return;
    }
    const obstacle = obstacleTo(answer, partsOf(scoring.form), scoring.agency.key);
    if (obstacle && !(isCertain && obstacle.standing === 'held')) {
      this.put({ ...answer, ...obstacle });
      return;
    }
    await this.send([answer]);
  }

  /** Without waiting for the next attempt. */
  sendWaiting(): void {
    clearTimeout(this.nextAttempt);
    this.nextAttempt = undefined;
    const waiting = this.unsaved().filter(
      (answer) => answer.standing === 'waiting' && !this.underWay.has(answerId(answer)),
    );
    if (waiting.length > 0) void this.send(waiting);
  }

  /** One answer, or several that waited. */
  private async send(answers: readonly HeldAnswer[]): Promise<void> {
    const sending = this.exchange(answers);
    for (const answer of answers) this.underWay.set(answerId(answer), sending);
    await sending;
    for (const answer of answers) {
      const id = answerId(answer);
      const now = this.held().get(id);
      // What was changed meanwhile is saved now, after what it follows; the timer does the same.
      if (now?.standing === 'typing' && !this.timers.has(id)) void this.save(id);
    }
  }

  private async exchange(answers: readonly HeldAnswer[]): Promise<void> {
    const scoringId = this.scoring()?.id ?? '';
    const [first] = answers;
    for (const answer of answers) {
      this.put({ ...answer, standing: 'saving', sent: [...answer.sent, contentOf(answer)] });
    }
    try {
      const saved =
        first && answers.length === 1
          ? [await this.client.save(scoringId, first)]
          : await this.client.saveAll(scoringId, answers);
      this.finish(answers);
      for (const answer of saved) this.confirm(answer);
      this.attempts = 0;
      this.sendWaiting();
    } catch (error) {
      this.finish(answers);
      this.fail(answers, problemOf(error));
    }
  }

  private finish(answers: readonly HeldAnswer[]): void {
    for (const answer of answers) this.underWay.delete(answerId(answer));
  }

  private confirm({ kind, key, version, savedAt }: SavedAnswerResponse): void {
    const answer = this.answer(kind, key);
    const saved = answer.sent.at(-1) ?? answer.saved;
    const standing = isSame(answer, saved) ? 'saved' : 'typing';
    this.put({ ...answer, version, saved, sent: [], standing });
    this.lastSavedAt.set(savedAt);
  }

  private fail(answers: readonly HeldAnswer[], problem: ReadableProblem): void {
    switch (problem.code) {
      case 'stale-version':
        return this.compare(answers, problem);
      case 'not-found':
      case 'not-permitted':
        this.lost.set(problem.detail);
        return this.wait(answers);
      case 'not-signed-in':
        // The person did not want to sign in now; the next change asks again.
        return this.wait(answers);
      case 'unreachable':
      case 'unavailable':
      case 'too-many-attempts':
      case 'unexpected':
        this.wait(answers);
        return this.attemptLater();
      default:
        // Without a field it is the whole scoring: submitted or withdrawn in the meantime.
        if (problem.code === 'rule-broken' && problem.errors.length === 0) {
          this.lost.set(problem.detail);
          return this.wait(answers);
        }
        return this.refuse(answers, problem);
    }
  }

  private wait(answers: readonly HeldAnswer[]): void {
    for (const { kind, key } of answers) {
      const answer = this.answer(kind, key);
      if (!this.timers.has(answerId(answer))) this.put({ ...answer, standing: 'waiting' });
    }
  }

  private attemptLater(): void {
    if (this.nextAttempt !== undefined) return;
    const last = attemptsAfterMs.length - 1;
    const delay = attemptsAfterMs[Math.min(this.attempts, last)];
    this.attempts += 1;
    this.nextAttempt = setTimeout(() => this.sendWaiting(), delay);
  }

  /** The service has something newer: of our own, when its answer was lost on the way, or another's. */
  private compare(answers: readonly HeldAnswer[], problem: ReadableProblem): void {
    const present = problem.present as readonly AnswerResponse[];
    if (present.length === 0) return this.refuse(answers, problem);
    for (const { kind, key } of answers) {
      const answer = this.answer(kind, key);
      const theirs = present.find((one) => one.kind === kind && one.key === key);
      // Of several that went together none was saved; those that are not stale go again.
      this.put(theirs ? afterConflict(answer, theirs) : { ...answer, standing: 'typing' });
    }
  }

  private refuse(answers: readonly HeldAnswer[], { detail, errors }: ReadableProblem): void {
    const refused = answers.map(({ kind, key }, index) => {
      const answer = this.answer(kind, key);
      const own =
        answers.length === 1
          ? errors[0]
          : errors.find(({ path }) => path.startsWith(`answers.${index}.`));
      return { answer, message: own?.message ?? null };
    });
    const isKnown = refused.some(({ message }) => message !== null);
    for (const { answer, message } of refused) {
      const isRefused = message !== null || !isKnown;
      const sent = answer.sent.slice(0, -1);
      if (isRefused) this.put({ ...answer, sent, standing: 'refused', refusal: message ?? detail });
      else this.put({ ...answer, sent, standing: 'typing' });
    }
  }

  private stateNow(): AutosaveState {
    const unsaved = this.unsaved();
    const isUnderWay = ({ standing }: HeldAnswer) => standing === 'typing' || standing === 'saving';
    const waiting = unsaved.filter((answer) => !isUnderWay(answer));
    if (waiting.length > 0) return { kind: 'waiting', answers: waiting.length };
    if (unsaved.length > 0) return { kind: 'saving' };
    const at = this.lastSavedAt();
    return at === null ? { kind: 'untouched' } : { kind: 'saved', at: new Date(at) };
  }

  private warn(event: BeforeUnloadEvent): void {
    this.saveTyped();
    if (this.unsaved().length > 0) event.preventDefault();
  }
}

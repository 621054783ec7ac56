import { Injectable } from '@nestjs/common';
import { answerFault, Problem, type ProblemError, type ScoringAnswer } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { FrameworkInUse } from '../framework-in-use.js';
import {
  AnswerRepository,
  type SaveOutcome,
  type StoredAnswer,
  type WantedAnswer,
} from './answer.repository.js';
import { refuseUnlessScored } from './refuse-unless-scored.js';
import { ScoringRepository } from './scoring.repository.js';

export type SavedAnswer = Pick<StoredAnswer, 'kind' | 'key' | 'version' | 'savedAt'>;

/**
 * Saves answers of a scoring: all of them or, when one was made on an older version, none. Saving is
 * no act of the trail; the history keeps each change with who made it. Keys of requests are kept
 * with the history too, so a save needs two statements: one locks and checks, one writes.
 */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly scorings: ScoringRepository,
    private readonly answers: AnswerRepository,
    private readonly frameworks: FrameworkInUse,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param pathOf where in the request an answer stands, for what is wrong with it */
  async save(
    access: Access,
    scoringId: string,
    wanted: readonly WantedAnswer[],
    key: string,
    pathOf: (index: number, path: string) => string = (_, path) => path,
  ): Promise<SavedAnswer[]> {
    return this.transactions.run(async (manager) => {
      const scoring = await this.scorings.lock(access, manager, scoringId);
      refuseUnlessScored(scoring);
      const { definition } = await this.frameworks.version(scoring.frameworkVersionId, manager);
      const faults = wanted.flatMap((answer, index): ProblemError[] => {
        const fault = isTwice(wanted, index)
          ? { path: 'key', message: 'Each question can be answered once in a request' }
          : answerFault(definition, scoring.agency, answer);
        return fault ? [{ ...fault, path: pathOf(index, fault.path) }] : [];
      });
      if (faults.length > 0) throw Problem.ofFields('rule-broken', faults);
      const by = { accountId: access.account.id, at: this.clock.now(), key };
      return savedOf(await this.answers.save(manager, scoringId, wanted, by));
    });
  }
}

function isTwice(wanted: readonly ScoringAnswer[], index: number): boolean {
  const answer = wanted[index];
  return wanted.some(
    (other, at) => at < index && other.kind === answer?.kind && other.key === answer.key,
  );
}

/** @throws Problem unless every answer is saved; the transaction is then given up */
function savedOf(outcomes: readonly SaveOutcome[]): SavedAnswer[] {
  if (outcomes.some(({ outcome }) => outcome === 'reused')) {
    throw new Problem(
      'idempotency-key-reused',
      'This request was already sent with other content. Reload the page and try again.',
    );
  }
  const stale = outcomes.filter(({ outcome }) => outcome === 'stale');
  if (stale.length > 0) {
    throw new Problem(
      'stale-version',
      'This answer was changed in another window or on another computer. Compare both and choose which to keep.',
      [],
      stale.map(presentOf),
    );
  }
  return outcomes.filter((one) => one.outcome === 'saved');
}

function presentOf({
  kind,
  key,
  value,
  evidence,
  sections,
  version,
  savedAt,
}: SaveOutcome): object {
  return { kind, key, value, evidence, sections, version, savedAt: savedAt?.toISOString() ?? null };
}

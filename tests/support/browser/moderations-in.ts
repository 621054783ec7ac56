import type { AuditProgressResponse } from '@app/shared/contracts';
import {
  closeAudit,
  decide,
  decideTheRest,
  readModeration,
  scoreWhole,
  type Scored,
} from '../builders/moderation.js';
import { roundCalled } from '../builders/round.js';
import { anAllocatedRound, progressOf } from '../builders/scoring.js';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Visitor } from '../visitor.js';

/** Audits that are scored, moderated and closed, for the pages of moderation and closing. */
export interface ModerationsPlace {
  /** An audit with many differences, of which one is decided and one field is corrected. */
  moderated: string;
  /** One that nothing speaks against, and one in which all is decided. */
  acceptable: string;
  decided: string;
  /** Closed with a grade that was moved, and closed without a grade. */
  closedAudit: string;
  partialAudit: string;
  /** A round past its due date, and one that is closed. */
  closableRound: string;
  closedRound: string;
}

const LONG_EVIDENCE =
  'Section B names autism and anxiety and says what they mean in lessons. It leaves out the sleep that the parents describe, and how noise in the dining hall ends most afternoons.';

/** Grades two and three apart, one apart, missing and left out, with evidence of every length. */
const apart: Scored = {
  education: {
    evidence: LONG_EVIDENCE,
    outcomes: {
      'voice-own-words': 'outstanding',
      'outcomes-smart': 'inadequate',
      'family-views': 'good',
      'coherence-golden-thread': 'requires-improvement',
      'provision-specific': 'inadequate',
      'statutory-sections': 'cannot-tell',
    },
  },
  health: {
    outcomes: {
      'voice-own-words': 'inadequate',
      'outcomes-smart': 'good',
      'coherence-golden-thread': 'cannot-tell',
      'health-needs-specified': 'requires-improvement',
    },
    swept: { 'learning-disability': 'no' },
  },
  'social-care': {
    outcomes: { 'voice-own-words': 'good', 'family-views': 'requires-improvement' },
  },
};

const nothingToTell: Scored = {
  education: { outcomes: { 'needs-complete': 'cannot-tell', 'provision-specific': 'cannot-tell' } },
};

const weak: Scored = {
  education: { grade: 'requires-improvement' },
  health: { grade: 'requires-improvement' },
  'social-care': { outcomes: { 'care-provision-specific': 'inadequate' } },
};

export async function moderationsIn(service: Service): Promise<ModerationsPlace> {
  const ruth = await service.signIn(people.ruth);
  const tom = await service.signIn(people.tom);
  const { id } = await anAllocatedRound(ruth, { themeTitle: 'Plans of Year 9' });
  const { audits } = await progressOf(ruth, id);
  const scored = async (scores: Scored): Promise<AuditProgressResponse> => {
    const audit = audits.pop();
    if (!audit) throw new Error('the round has no more audits');
    await scoreWhole(service, audit, scores);
    return audit;
  };
  const { id: moderated } = await scored(apart);
  await decideOne(tom, moderated);
  const { id: decided } = await scored(weak);
  await decideTheRest(tom, decided);
  const { id: closedAudit } = await scored(weak);
  await decideTheRest(tom, closedAudit);
  await closeMoved(tom, closedAudit);
  const { id: partialAudit } = await scored(nothingToTell);
  await decideTheRest(tom, partialAudit);
  await closeAudit(tom, partialAudit);
  let acceptable = '';
  while (acceptable === '') {
    const { id: plain } = await scored({});
    if ((await readModeration(tom, plain)).mayBeAccepted) acceptable = plain;
  }
  return {
    ...{ moderated, acceptable, decided, closedAudit, partialAudit },
    ...(await roundsIn(service, ruth)),
  };
}

async function decideOne(tom: Visitor, audit: string): Promise<void> {
  const reason = 'Section A quotes the child once; the rest is what adults say about the child.';
  await decide(tom, audit, 'voice-own-words', { outcome: 'requires-improvement', reason });
}

/** One grade below what was worked out. */
async function closeMoved(tom: Visitor, audit: string): Promise<void> {
  const { form } = await readModeration(tom, audit);
  const finalGrade = form.working.overall?.gradesOpen.at(-1);
  await closeAudit(tom, audit, {
    ...(finalGrade === undefined ? {} : { finalGrade }),
    finalGradeReason: 'The provision of Section F is so vague that the plan cannot be delivered.',
  });
}

/** A round that was due yesterday, and one that is closed. */
async function roundsIn(
  service: Service,
  ruth: Visitor,
): Promise<Pick<ModerationsPlace, 'closableRound' | 'closedRound'>> {
  const { id: closableRound } = await anAllocatedRound(ruth, { themeTitle: 'Annual reviews' });
  await service.database.asOwner(`UPDATE audit_rounds SET due_on = '2026-09-14' WHERE id = $1`, [
    closableRound,
  ]);
  const { id: closedRound } = await roundCalled(ruth, '2025-26-Q3-routine');
  return { closableRound, closedRound };
}

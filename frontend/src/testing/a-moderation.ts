import type {
  ModeratedCriterionResponse,
  ModeratedForm,
  RaterResponse,
} from '@app/shared/contracts';
import { aScoring } from './a-scoring';

/** What a rater recorded, without whose it is. */
export function aRater(letter: string | null, outcome: string | null): RaterResponse {
  return { letter, outcome, agency: null, evidence: null, sections: [] };
}

/** A criterion on which nothing differs, unless a part says otherwise. */
export function recorded(
  criterion: string,
  part: Partial<ModeratedCriterionResponse> = {},
): ModeratedCriterionResponse {
  const domain = criterion.split('-')[0] ?? '';
  return {
    ...{ criterion, domain, applies: true, because: null, proposal: 'good', apart: 0 },
    ...{ raters: [aRater(null, 'good')], mustBeDecided: false, decision: null, agreed: 'good' },
    outcomesOpen: ['outstanding', 'good', 'inadequate', 'cannot-tell'],
    ...part,
  };
}

/** An audit of two domains in moderation, for specs; what is not given is alike everywhere. */
export function aModeratedForm(part: Partial<ModeratedForm> = {}): ModeratedForm {
  const { form, plan } = aScoring();
  if (!form) throw new Error('the scoring has no form');
  const { framework, scale, domains, profileFields, facts, sources } = form;
  const criteria = domains.flatMap((domain) => domain.criteria.map(({ key }) => recorded(key)));
  return {
    ...{ plan, framework, scale, domains, profileFields, facts, sources, criteria },
    ...{ caps: [], agencies: [], recordedFacts: [], strengths: [] },
    profile: [
      {
        ...{ field: 'transition', value: 'yes', from: 'agency', owner: 'education' },
        ...{ recorded: 'yes', correction: null, mayBeCorrected: true },
      },
    ],
    differencesFirst: criteria.map(({ criterion }) => criterion),
    working: {
      domains: [],
      completeness: { applicable: 4, graded: 4, criticalNotGraded: [], complete: true },
      overall: null,
    },
    feedbackPoints: { proposed: [], open: [], noneBecause: null },
    ...part,
  };
}

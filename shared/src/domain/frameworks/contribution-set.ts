import type { Indicator, MeanRule, Titled } from './definition.js';

/** Who is asked. */
export const contributors = ['family', 'school', 'young-person'] as const;
export type Contributor = (typeof contributors)[number];

/**
 * How a question is answered.
 * - graded: one of an ordered list, each worth points
 * - number: a whole number between two ends
 * - one, several: of choices, which for several stand with the question
 * - text: in the person's own words
 */
export type AnswerScale = {
  key: string;
  /** What may be said instead of an answer; it counts in no mean. */
  nonAnswers: Titled[];
  note?: string;
} & (
  | { type: 'graded'; options: (Titled & { points: number })[] }
  | { type: 'number'; min: number; max: number }
  | { type: 'one'; choices: Titled[] }
  | { type: 'several' }
  | { type: 'text' }
);

export interface ContributionQuestion {
  key: string;
  text: string;
  /** Key of one of the set's scales. */
  scale: string;
  /** For the scale `several` alone. */
  choices?: Titled[];
  /** What it is about: the key of a domain of the EHC plan framework, or a word of its own. */
  dimension: string;
  /** Keys of the criteria of the EHC plan framework whose grades stand beside the answer. */
  readAgainst: string[];
  /** The words with which a person says that the question does not fit them. */
  notApplicable?: string;
  /** What is known of the question from elsewhere, for whoever edits the set. */
  note?: string;
}

/** The questions that one kind of contributor is asked about a plan. */
export interface ContributionSet {
  kind: Contributor;
  title: string;
  actionPlanRefs: string[];
  /** In which ways it may be given. */
  modes: string[];
  consent?: string;
  /** How long it takes. */
  minutes: number;
  scales: AnswerScale[];
  questions: ContributionQuestion[];
  indicators: Indicator<MeanRule>[];
}

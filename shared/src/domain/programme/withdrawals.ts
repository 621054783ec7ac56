/** Why a drawn plan cannot be audited. Nothing else takes a plan out of a sample. */
export const withdrawalReasons = ['ceased', 'moved', 'died', 'not-maintained-here'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

export const withdrawalReasonTitle: Record<WithdrawalReason, string> = {
  ceased: 'The plan has ceased',
  moved: 'Moved to another authority',
  died: 'The child or young person has died',
  'not-maintained-here': 'No longer maintained here',
};

/**
 * What became of a plan of the frame: drawn with the first; waiting in reserve; withdrawn after it
 * was drawn or took a place; or in the place of one that was withdrawn.
 */
export const sampledOutcomes = ['drawn', 'reserve', 'withdrawn', 'replacement'] as const;
export type SampledOutcome = (typeof sampledOutcomes)[number];

export const sampledOutcomeTitle: Record<SampledOutcome, string> = {
  drawn: 'Drawn',
  reserve: 'In reserve',
  withdrawn: 'Withdrawn',
  replacement: 'Replacement',
};

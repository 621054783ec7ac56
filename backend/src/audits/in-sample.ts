/**
 * Of audits `a`: those whose plan is still in the sample. A plan is withdrawn when it cannot be
 * audited any more, perhaps because the child has died; its audit then counts nowhere and nobody
 * is asked for it.
 */
export const IN_SAMPLE = `NOT EXISTS (
  SELECT FROM sample_outcomes o WHERE o.sample_id = a.sample_id AND o.plan_id = a.plan_id AND o.outcome = 'withdrawn')`;

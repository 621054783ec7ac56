/**
 * Of audits `a`: those whose plan is still in the sample. A plan is withdrawn when it cannot be
 * audited any more, perhaps because the child has died; its audit then counts nowhere and nobody
 * is asked for it. The same holds for a document that was taken out.
 */
export const IN_SAMPLE = `NOT EXISTS (
  SELECT FROM sample_outcomes o WHERE o.sample_id = a.sample_id AND o.plan_id = a.plan_id AND o.outcome = 'withdrawn')
  AND (a.document_id IS NULL OR EXISTS (SELECT FROM documents_to_audit d WHERE d.id = a.document_id))`;

/** Of an audit `a`: the document that is audited; null where it is the plan itself. */
export const AUDITED_DOCUMENT = `
  (SELECT jsonb_build_object('title', d.title, 'source', d.source, 'requestedOn', d.requested_on,
                             'receivedOn', d.received_on, 'isNilReturn', d.is_nil_return)
     FROM documents_to_audit d WHERE d.id = a.document_id) AS document`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents of drawn plans, each of which is audited by itself. Once a scoring of one was opened it
 * never changes: a trigger holds that for the owner of the table too.
 */
export class CreateDocuments1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS);
    await runner.query(DOCUMENTS);
    await runner.query(AUDITS);
    await runner.query(RESULTS);
    await runner.query(FEEDBACK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW feedback_progress;
      ALTER TABLE feedback DROP COLUMN document_title;
      ${PROGRESS}
      ALTER TABLE round_coverage DROP CONSTRAINT round_coverage_sum_ck, DROP COLUMN documents, DROP COLUMN none_asked, DROP COLUMN none_entered,
        ADD CONSTRAINT round_coverage_sum_ck CHECK (drawn - withdrawn + replaced = graded + partial + not_completed);
      ALTER TABLE audit_results DROP COLUMN document_plan_id;
      DROP TRIGGER audits_never_change ON audits;
      ALTER TABLE audits DROP CONSTRAINT audits_document_uq, DROP CONSTRAINT audits_document_fk, DROP COLUMN document_id,
        ADD CONSTRAINT audits_sampled_plan_uq UNIQUE (sample_id, plan_id);
      ${neverChange('')}
      DROP VIEW documents_to_audit;
      DROP TABLE sampled_documents, plans_without_document;
      DROP INDEX audit_rounds_advice_uq;
    `);
  }
}

/** What of an audit never changes, and which moves from state to state are refused. */
function neverChange(column: '' | 'document_id'): string {
  const of = (row: 'NEW' | 'OLD') =>
    `(${row}.id, ${row}.reference, ${row}.round_id, ${row}.quarter, ${row}.sample_id, ${row}.plan_id, ${row}.stratum,
      ${row}.framework_version_id, ${row}.register_facts, ${row}.made_at${column && `, ${row}.${column}`})`;
  return `
  CREATE TRIGGER audits_never_change BEFORE UPDATE ON audits FOR EACH ROW
    WHEN (${of('NEW')} IS DISTINCT FROM ${of('OLD')}
      OR OLD.state IN ('closed', 'not-completed') OR (OLD.state = 'awaiting-moderation' AND NEW.state = 'open')
      OR (OLD.state = 'open' AND NEW.state = 'closed'))
    EXECUTE FUNCTION refuse_change();`;
}

const ROUNDS = `
  CREATE UNIQUE INDEX audit_rounds_advice_uq ON audit_rounds (quarter, framework_kind) WHERE kind = 'advice';
`;

const DOCUMENTS = `
  CREATE TABLE sampled_documents (
    id uuid CONSTRAINT sampled_documents_pk PRIMARY KEY,
    sample_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    title text NOT NULL CONSTRAINT sampled_documents_title_ck CHECK (char_length(title) BETWEEN 1 AND 80),
    source text NOT NULL CONSTRAINT sampled_documents_source_ck CHECK (char_length(source) BETWEEN 1 AND 80),
    requested_on date,
    received_on date,
    is_nil_return boolean NOT NULL,
    entered_by uuid NOT NULL CONSTRAINT sampled_documents_entered_by_fk REFERENCES accounts,
    entered_at timestamptz NOT NULL,
    fixed_at timestamptz,
    taken_out_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT sampled_documents_plan_fk FOREIGN KEY (sample_id, plan_id) REFERENCES sampled_plans,
    CONSTRAINT sampled_documents_plan_uq UNIQUE (sample_id, plan_id, id),
    CONSTRAINT sampled_documents_days_ck CHECK (received_on >= requested_on),
    CONSTRAINT sampled_documents_fixed_ck CHECK (fixed_at IS NULL OR taken_out_at IS NULL)
  );
  CREATE INDEX sampled_documents_entered_by_ix ON sampled_documents (entered_by);
  COMMENT ON TABLE sampled_documents IS 'Documents of drawn plans, such as pieces of advice; each is audited by itself';
  COMMENT ON COLUMN sampled_documents.title IS 'What it is, never whom it is about';
  COMMENT ON COLUMN sampled_documents.source IS 'The profession or team that wrote it';
  COMMENT ON COLUMN sampled_documents.requested_on IS 'Empty where it is not on record, as the next one';
  COMMENT ON COLUMN sampled_documents.is_nil_return IS 'It says that there is nothing to report';
  COMMENT ON COLUMN sampled_documents.fixed_at IS 'When an auditor first opened it; from then on nothing of it changes';
  COMMENT ON COLUMN sampled_documents.taken_out_at IS 'From then on nobody is asked for its audit, and it counts nowhere';
  COMMENT ON COLUMN sampled_documents.version IS 'Goes up with each change; a change made on an older one is refused';
  CREATE TRIGGER sampled_documents_never_change BEFORE UPDATE ON sampled_documents FOR EACH ROW
    WHEN (OLD.fixed_at IS NOT NULL OR OLD.taken_out_at IS NOT NULL
      OR (NEW.id, NEW.sample_id, NEW.plan_id, NEW.entered_by, NEW.entered_at)
        IS DISTINCT FROM (OLD.id, OLD.sample_id, OLD.plan_id, OLD.entered_by, OLD.entered_at))
    EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER sampled_documents_never_go BEFORE DELETE OR TRUNCATE ON sampled_documents
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE plans_without_document (
    sample_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    is_none_asked boolean NOT NULL,
    marked_by uuid NOT NULL CONSTRAINT plans_without_document_marked_by_fk REFERENCES accounts,
    marked_at timestamptz NOT NULL,
    CONSTRAINT plans_without_document_pk PRIMARY KEY (sample_id, plan_id),
    CONSTRAINT plans_without_document_plan_fk FOREIGN KEY (sample_id, plan_id) REFERENCES sampled_plans
  );
  CREATE INDEX plans_without_document_marked_by_ix ON plans_without_document (marked_by);
  COMMENT ON TABLE plans_without_document IS 'Drawn plans of which the lead said that no document of the kind was asked for, or took that back';
  COMMENT ON COLUMN plans_without_document.is_none_asked IS 'Such a plan counts as audited, with nothing to audit; without the word it counts as not audited';
  GRANT SELECT, INSERT, UPDATE ON sampled_documents, plans_without_document TO audit_app;

  CREATE VIEW documents_to_audit AS
    SELECT d.id, d.sample_id, d.plan_id, o.stratum, d.title, d.source, d.requested_on, d.received_on, d.is_nil_return
      FROM sampled_documents d
      JOIN sample_outcomes o ON o.sample_id = d.sample_id AND o.plan_id = d.plan_id
     WHERE d.taken_out_at IS NULL AND o.outcome IN ('drawn', 'replacement');
  COMMENT ON VIEW documents_to_audit IS 'Published by programme: documents that were not taken out, of plans that are in their sample';
  GRANT SELECT ON documents_to_audit TO audit_app;
`;

const AUDITS = `
  ALTER TABLE audits ADD COLUMN document_id uuid,
    DROP CONSTRAINT audits_sampled_plan_uq,
    ADD CONSTRAINT audits_document_uq UNIQUE NULLS NOT DISTINCT (sample_id, plan_id, document_id),
    ADD CONSTRAINT audits_document_fk FOREIGN KEY (sample_id, plan_id, document_id)
      REFERENCES sampled_documents (sample_id, plan_id, id);
  COMMENT ON COLUMN audits.document_id IS 'The document of the plan that is audited; empty where it is the plan itself';
  DROP TRIGGER audits_never_change ON audits;
  ${neverChange('document_id')}
`;

const RESULTS = `
  ALTER TABLE audit_results ADD COLUMN document_plan_id uuid;
  COMMENT ON COLUMN audit_results.document_plan_id IS 'The plan of an audited document, because documents of one plan hang together; empty where the plan itself was audited';

  ALTER TABLE round_coverage ADD COLUMN documents integer, ADD COLUMN none_asked integer, ADD COLUMN none_entered integer,
    DROP CONSTRAINT round_coverage_sum_ck,
    ADD CONSTRAINT round_coverage_sum_ck CHECK (
      (documents IS NULL) = (none_asked IS NULL) AND (documents IS NULL) = (none_entered IS NULL)
      AND coalesce(documents, drawn - withdrawn + replaced) = graded + partial + not_completed
      AND coalesce(none_asked + none_entered, 0) BETWEEN 0 AND drawn - withdrawn + replaced);
  COMMENT ON COLUMN round_coverage.documents IS 'Documents of the plans in the sample; empty where plans are audited. With it graded, partial and not_completed count documents';
  COMMENT ON COLUMN round_coverage.none_asked IS 'Plans of which no document of the kind was asked for; empty where plans are audited';
  COMMENT ON COLUMN round_coverage.none_entered IS 'Plans of which no document was entered: not audited; empty where plans are audited';
`;

const PROGRESS = `
  CREATE VIEW feedback_progress AS
    SELECT f.*, jsonb_array_length(f.points) AS point_count, r.answered_count, o.opened_at,
           CASE WHEN jsonb_array_length(f.points) = 0 THEN 'no-points'
                WHEN r.answered_count = jsonb_array_length(f.points) THEN 'answered'
                WHEN o.opened_at IS NOT NULL OR r.answered_count > 0 THEN 'read'
                ELSE 'not-read' END AS state
      FROM feedback f
      JOIN audits_in_sample a ON a.id = f.audit_id
      LEFT JOIN feedback_openings o ON o.feedback_id = f.id
     CROSS JOIN LATERAL (SELECT count(DISTINCT criterion)::integer AS answered_count
                           FROM feedback_replies WHERE feedback_id = f.id) r;
  COMMENT ON VIEW feedback_progress IS 'Feedback on plans that are still in their sample, with how far its answers are';
  GRANT SELECT ON feedback_progress TO audit_app;`;

const FEEDBACK = `
  DROP VIEW feedback_progress;
  ALTER TABLE feedback ADD COLUMN document_title text;
  COMMENT ON COLUMN feedback.document_title IS 'What the audited document is; empty where the plan itself was audited';
  ${PROGRESS}
`;

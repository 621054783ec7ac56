import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Audits and the scorings of their agencies. Each answer is a row with its version, and each change
 * of one is added to its history. A scoring that has ended never changes, nor do its answers:
 * triggers hold that for the owner of the tables too.
 */
export class CreateAudits1795220100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDITS);
    await runner.query(SCORINGS);
    await runner.query(ANSWERS);
    await runner.query(CONFLICTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE conflicts, answer_history, answers, scorings, audits;
      DROP FUNCTION refuse_answers_of_ended_scorings();
    `);
  }
}

const AUDITS = `
  CREATE TABLE audits (
    id uuid CONSTRAINT audits_pk PRIMARY KEY,
    reference text NOT NULL CONSTRAINT audits_reference_uq UNIQUE
      CONSTRAINT audits_reference_ck CHECK (reference ~ ('^AUD-' || quarter || '-[0-9]{4,}$')),
    round_id uuid NOT NULL CONSTRAINT audits_round_fk REFERENCES audit_rounds,
    quarter text NOT NULL,
    sample_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    stratum text NOT NULL,
    framework_version_id uuid NOT NULL CONSTRAINT audits_framework_version_fk REFERENCES framework_versions,
    register_facts jsonb NOT NULL CONSTRAINT audits_register_facts_ck CHECK (jsonb_typeof(register_facts) = 'object'),
    state text NOT NULL CONSTRAINT audits_state_ck CHECK (state IN ('open', 'awaiting-moderation', 'closed')),
    due_on date NOT NULL,
    made_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT audits_sampled_plan_uq UNIQUE (sample_id, plan_id),
    CONSTRAINT audits_sampled_plan_fk FOREIGN KEY (sample_id, plan_id) REFERENCES sampled_plans
  );
  CREATE INDEX audits_round_ix ON audits (round_id);
  CREATE INDEX audits_quarter_ix ON audits (quarter);
  CREATE INDEX audits_plan_ix ON audits (plan_id);
  CREATE INDEX audits_framework_version_ix ON audits (framework_version_id);
  COMMENT ON TABLE audits IS 'Audits of sampled plans, each on the framework version of its round';
  COMMENT ON COLUMN audits.reference IS 'What people quote, such as AUD-2026-27-Q2-0142';
  COMMENT ON COLUMN audits.quarter IS 'Of the round, whatever the day the audit closes';
  COMMENT ON COLUMN audits.register_facts IS 'What the register said of the plan on the day of the draw; the officer in it never leaves to auditors';
  COMMENT ON COLUMN audits.state IS 'open: being scored; awaiting-moderation: every scoring is in or withdrawn; closed: for good';
  COMMENT ON COLUMN audits.due_on IS 'The last day for scorings, to midnight in London; from it on a scoring may be withdrawn';
  COMMENT ON COLUMN audits.version IS 'Goes up with each change; a change made on an older one is refused';
  CREATE TRIGGER audits_never_change BEFORE UPDATE ON audits FOR EACH ROW
    WHEN ((NEW.id, NEW.reference, NEW.round_id, NEW.quarter, NEW.sample_id, NEW.plan_id, NEW.stratum,
           NEW.framework_version_id, NEW.register_facts, NEW.made_at)
        IS DISTINCT FROM (OLD.id, OLD.reference, OLD.round_id, OLD.quarter, OLD.sample_id, OLD.plan_id, OLD.stratum,
           OLD.framework_version_id, OLD.register_facts, OLD.made_at)
      OR (OLD.state <> 'open' AND NEW.state = 'open') OR OLD.state = 'closed')
    EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audits_never_go BEFORE DELETE OR TRUNCATE ON audits
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON audits TO audit_app;
  GRANT UPDATE (state, due_on, version) ON audits TO audit_app;
`;

const SCORINGS = `
  CREATE TABLE scorings (
    id uuid CONSTRAINT scorings_pk PRIMARY KEY,
    audit_id uuid NOT NULL CONSTRAINT scorings_audit_fk REFERENCES audits,
    agency text NOT NULL CONSTRAINT scorings_agency_fk REFERENCES agencies,
    auditor_id uuid CONSTRAINT scorings_auditor_fk REFERENCES accounts,
    unallocated_because text
      CONSTRAINT scorings_unallocated_because_ck CHECK (unallocated_because IN ('no-auditor', 'every-auditor-conflicted', 'conflict-declared')),
    state text NOT NULL CONSTRAINT scorings_state_ck CHECK (state IN ('open', 'submitted', 'withdrawn')),
    opened_at timestamptz,
    submitted_at timestamptz,
    submission_key uuid CONSTRAINT scorings_submission_key_uq UNIQUE,
    withdrawn_at timestamptz,
    withdrawn_because text
      CONSTRAINT scorings_withdrawn_because_ck CHECK (withdrawn_because IN ('not-returned', 'no-auditor', 'auditor-left', 'file-not-available')),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT scorings_agency_uq UNIQUE (audit_id, agency),
    CONSTRAINT scorings_unallocated_ck CHECK ((auditor_id IS NULL) = (unallocated_because IS NOT NULL)),
    CONSTRAINT scorings_opened_ck CHECK (opened_at IS NULL OR auditor_id IS NOT NULL),
    CONSTRAINT scorings_submitted_ck CHECK (
      (state = 'submitted') = (submitted_at IS NOT NULL) AND (state = 'submitted') = (submission_key IS NOT NULL)
      AND (state <> 'submitted' OR opened_at IS NOT NULL)),
    CONSTRAINT scorings_withdrawn_ck CHECK (
      (state = 'withdrawn') = (withdrawn_at IS NOT NULL) AND (state = 'withdrawn') = (withdrawn_because IS NOT NULL))
  );
  CREATE INDEX scorings_auditor_ix ON scorings (auditor_id, state);
  CREATE INDEX scorings_agency_ix ON scorings (agency);
  COMMENT ON TABLE scorings IS 'One agency''s own scoring of an audit; once submitted or withdrawn it never changes';
  COMMENT ON COLUMN scorings.auditor_id IS 'Who scores it, and alone reads it until every scoring of the audit is in';
  COMMENT ON COLUMN scorings.unallocated_because IS 'Why it has no auditor';
  COMMENT ON COLUMN scorings.opened_at IS 'When the auditor declared that there is no conflict of interest; the form opens with that';
  COMMENT ON COLUMN scorings.submission_key IS 'Key of the request that submitted it, so that the request may be sent again';
  COMMENT ON COLUMN scorings.version IS 'Goes up with each change of the scoring itself, never with an answer';
  CREATE TRIGGER scorings_never_change BEFORE UPDATE ON scorings FOR EACH ROW
    WHEN (OLD.state <> 'open' OR (NEW.id, NEW.audit_id, NEW.agency) IS DISTINCT FROM (OLD.id, OLD.audit_id, OLD.agency))
    EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER scorings_never_go BEFORE DELETE OR TRUNCATE ON scorings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON scorings TO audit_app;
  GRANT UPDATE (auditor_id, unallocated_because, state, opened_at, submitted_at, submission_key, withdrawn_at, withdrawn_because, version)
    ON scorings TO audit_app;
`;

const answer = (table: string) => `
    scoring_id uuid NOT NULL CONSTRAINT ${table}_scoring_fk REFERENCES scorings,
    kind text NOT NULL CONSTRAINT ${table}_kind_ck CHECK (kind IN ('sweep', 'criterion', 'fact', 'strength')),
    key text NOT NULL CONSTRAINT ${table}_key_ck CHECK (char_length(key) BETWEEN 1 AND 60),
    value jsonb CONSTRAINT ${table}_value_ck CHECK (jsonb_typeof(value) IN ('string', 'number', 'array')),
    evidence text CONSTRAINT ${table}_evidence_ck CHECK (char_length(evidence) BETWEEN 1 AND 2000),
    sections text[] NOT NULL CONSTRAINT ${table}_sections_ck
      CHECK (sections <@ ARRAY['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K']),
    version integer NOT NULL CONSTRAINT ${table}_version_ck CHECK (version > 0),
    saved_at timestamptz NOT NULL`;

const ANSWERS = `
  CREATE TABLE answers (${answer('answers')},
    CONSTRAINT answers_pk PRIMARY KEY (scoring_id, kind, key)
  );
  COMMENT ON TABLE answers IS 'What an agency records in its scoring, as it stands now';
  COMMENT ON COLUMN answers.kind IS 'sweep: a question of the evidence sweep; criterion: its grade; fact: a counted fact; strength: a line on a domain';
  COMMENT ON COLUMN answers.key IS 'Of the profile field, criterion, fact or domain, in the framework version of the audit';
  COMMENT ON COLUMN answers.value IS 'A word, a number, a list of words or a line of text; empty where the answer was taken back';
  COMMENT ON COLUMN answers.evidence IS 'For a criterion: the evidence, and the reason where it is not applicable';
  COMMENT ON COLUMN answers.sections IS 'For a criterion: the sections of the plan where the evidence is';
  COMMENT ON COLUMN answers.version IS 'Goes up with each change; a change made on an older one is refused';

  CREATE TABLE answer_history (${answer('answer_history')},
    saved_by uuid NOT NULL,
    idempotency_key uuid NOT NULL,
    CONSTRAINT answer_history_pk PRIMARY KEY (scoring_id, kind, key, version)
  );
  COMMENT ON TABLE answer_history IS 'Every answer ever saved; rows are added with each save and never change';
  COMMENT ON COLUMN answer_history.saved_by IS 'The account that saved it; it stays when the scoring goes to another auditor';
  COMMENT ON COLUMN answer_history.idempotency_key IS 'Key of the request, so that a request sent again has one effect';

  CREATE FUNCTION refuse_answers_of_ended_scorings() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM written w JOIN scorings s ON s.id = w.scoring_id WHERE s.state <> 'open' OR s.opened_at IS NULL) THEN
      RAISE EXCEPTION 'answers of a scoring that is not open never change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER answers_only_added_while_open AFTER INSERT ON answers
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_answers_of_ended_scorings();
  CREATE TRIGGER answers_only_changed_while_open AFTER UPDATE ON answers
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_answers_of_ended_scorings();
  CREATE TRIGGER answers_never_go BEFORE DELETE OR TRUNCATE ON answers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER answer_history_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON answer_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON answers, answer_history TO audit_app;
  GRANT UPDATE (value, evidence, sections, version, saved_at) ON answers TO audit_app;
`;

const CONFLICTS = `
  CREATE TABLE conflicts (
    account_id uuid NOT NULL CONSTRAINT conflicts_account_fk REFERENCES accounts,
    plan_id uuid NOT NULL CONSTRAINT conflicts_plan_fk REFERENCES plans,
    kind text NOT NULL CONSTRAINT conflicts_kind_ck
      CHECK (kind IN ('wrote', 'advised', 'commissioned', 'approved', 'line-manages', 'knows-family')),
    declared_at timestamptz NOT NULL,
    CONSTRAINT conflicts_pk PRIMARY KEY (account_id, plan_id)
  );
  CREATE INDEX conflicts_plan_ix ON conflicts (plan_id);
  COMMENT ON TABLE conflicts IS 'Conflicts of interest that auditors declared; such a plan is never allocated to them again';
  CREATE TRIGGER conflicts_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON conflicts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON conflicts TO audit_app;
`;

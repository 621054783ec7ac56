import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Quarterly learning reports and the decisions that they ask for. A published report is kept whole
 * and never changes; triggers hold that for the owner of the tables too.
 */
export class CreateReports1795220500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS);
    await runner.query(DECISIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE report_decisions, learning_reports;
      DROP FUNCTION refuse_other_decisions_of_published_reports();
    `);
  }
}

const REPORTS = `
  CREATE TABLE learning_reports (
    id uuid CONSTRAINT learning_reports_pk PRIMARY KEY,
    framework_kind text NOT NULL CONSTRAINT learning_reports_framework_kind_fk REFERENCES frameworks (kind),
    quarter text NOT NULL CONSTRAINT learning_reports_quarter_ck CHECK (quarter ~ '^[0-9]{4}-[0-9]{2}-Q[1-4]$'),
    edition integer NOT NULL CONSTRAINT learning_reports_edition_ck CHECK (edition > 0),
    state text NOT NULL CONSTRAINT learning_reports_state_ck CHECK (state IN ('draft', 'published')),
    compiled jsonb NOT NULL CONSTRAINT learning_reports_compiled_ck CHECK (jsonb_typeof(compiled) = 'object'),
    compiled_at timestamptz NOT NULL,
    headline_words text CONSTRAINT learning_reports_headline_words_ck CHECK (char_length(headline_words) BETWEEN 1 AND 1200),
    better_words text CONSTRAINT learning_reports_better_words_ck CHECK (char_length(better_words) BETWEEN 1 AND 1200),
    not_better_words text CONSTRAINT learning_reports_not_better_words_ck CHECK (char_length(not_better_words) BETWEEN 1 AND 1200),
    what_changed text CONSTRAINT learning_reports_what_changed_ck CHECK (char_length(what_changed) BETWEEN 1 AND 400),
    report jsonb CONSTRAINT learning_reports_report_ck CHECK (jsonb_typeof(report) = 'object'),
    hash text CONSTRAINT learning_reports_hash_ck CHECK (hash ~ '^[0-9a-f]{64}$'),
    published_at timestamptz,
    published_by uuid CONSTRAINT learning_reports_published_by_fk REFERENCES accounts,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT learning_reports_edition_uq UNIQUE (framework_kind, quarter, edition),
    CONSTRAINT learning_reports_published_ck CHECK (
      (state = 'published') = (report IS NOT NULL) AND (state = 'published') = (hash IS NOT NULL)
      AND (state = 'published') = (published_at IS NOT NULL) AND (state = 'published') = (published_by IS NOT NULL)
      AND (state = 'draft' OR edition = 1 OR what_changed IS NOT NULL))
  );
  CREATE UNIQUE INDEX learning_reports_draft_uq ON learning_reports (framework_kind, quarter) WHERE state = 'draft';
  CREATE INDEX learning_reports_published_by_ix ON learning_reports (published_by);
  COMMENT ON TABLE learning_reports IS 'Quarterly learning reports: a draft, then published for good; a correction is the next edition';
  COMMENT ON COLUMN learning_reports.compiled IS 'Drawn from the numbers for its readers, small ones hidden; without what the lead writes';
  COMMENT ON COLUMN learning_reports.headline_words IS 'What the lead wrote in place of what was drawn from the numbers; empty leaves that. So the two below';
  COMMENT ON COLUMN learning_reports.what_changed IS 'What this edition puts right; from the second on';
  COMMENT ON COLUMN learning_reports.report IS 'The published report whole: page, PDF and files are drawn from it alone';
  COMMENT ON COLUMN learning_reports.hash IS 'SHA-256 of the canonical JSON of the published report';
  COMMENT ON COLUMN learning_reports.version IS 'Goes up with each change; a change made on an older one is refused';
  CREATE TRIGGER learning_reports_never_change BEFORE UPDATE ON learning_reports FOR EACH ROW
    WHEN (OLD.state = 'published' OR (NEW.id, NEW.framework_kind, NEW.quarter, NEW.edition)
        IS DISTINCT FROM (OLD.id, OLD.framework_kind, OLD.quarter, OLD.edition))
    EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER learning_reports_never_go BEFORE DELETE OR TRUNCATE ON learning_reports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON learning_reports TO audit_app;
  GRANT UPDATE (state, compiled, compiled_at, headline_words, better_words, not_better_words, what_changed, report, hash,
    published_at, published_by, version) ON learning_reports TO audit_app;
`;

const DECISIONS = `
  CREATE TABLE report_decisions (
    report_id uuid NOT NULL CONSTRAINT report_decisions_report_fk REFERENCES learning_reports,
    number integer NOT NULL CONSTRAINT report_decisions_number_ck CHECK (number BETWEEN 1 AND 3),
    text text NOT NULL CONSTRAINT report_decisions_text_ck CHECK (char_length(text) BETWEEN 1 AND 200),
    owner text NOT NULL CONSTRAINT report_decisions_owner_ck CHECK (char_length(owner) BETWEEN 1 AND 80),
    section text,
    outcome text CONSTRAINT report_decisions_outcome_ck CHECK (outcome IN ('agreed', 'not-agreed', 'deferred')),
    note text CONSTRAINT report_decisions_note_ck CHECK (char_length(note) BETWEEN 1 AND 400),
    decided_on date,
    recorded_at timestamptz,
    recorded_by uuid CONSTRAINT report_decisions_recorded_by_fk REFERENCES accounts,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT report_decisions_pk PRIMARY KEY (report_id, number),
    CONSTRAINT report_decisions_recorded_ck CHECK (
      (outcome IS NULL) = (decided_on IS NULL) AND (outcome IS NULL) = (recorded_at IS NULL)
      AND (outcome IS NULL) = (recorded_by IS NULL) AND (outcome IS NOT NULL OR note IS NULL))
  );
  CREATE INDEX report_decisions_recorded_by_ix ON report_decisions (recorded_by);
  COMMENT ON TABLE report_decisions IS 'Decisions that reports ask for, and what became of them';
  COMMENT ON COLUMN report_decisions.owner IS 'The role that would own it, never a person';
  COMMENT ON COLUMN report_decisions.section IS 'Key of the section of the report with the evidence';
  COMMENT ON COLUMN report_decisions.outcome IS 'What the quality assurance subgroup decided; recorded after the report is published';

  CREATE FUNCTION refuse_other_decisions_of_published_reports() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM learning_reports r WHERE r.id IN (OLD.report_id, NEW.report_id) AND r.state = 'published')
    THEN
      RAISE EXCEPTION 'what a published report asks for never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER report_decisions_asked_never_change BEFORE UPDATE ON report_decisions FOR EACH ROW
    WHEN ((NEW.report_id, NEW.number, NEW.text, NEW.owner, NEW.section)
        IS DISTINCT FROM (OLD.report_id, OLD.number, OLD.text, OLD.owner, OLD.section))
    EXECUTE FUNCTION refuse_other_decisions_of_published_reports();
  CREATE TRIGGER report_decisions_of_drafts_alone BEFORE INSERT OR DELETE ON report_decisions FOR EACH ROW
    EXECUTE FUNCTION refuse_other_decisions_of_published_reports();
  CREATE TRIGGER report_decisions_never_go BEFORE TRUNCATE ON report_decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT, DELETE ON report_decisions TO audit_app;
  GRANT UPDATE (text, owner, section, outcome, note, decided_on, recorded_at, recorded_by, version) ON report_decisions TO audit_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts of frameworks, the people who are asked about them and what they say, and the day from
 * which a published version is in force.
 */
export class FrameworkDrafts1795290000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_RULES);
    await runner.query(DRAFTS);
    await runner.query(NEVER_CHANGE);
    await runner.query(CONSULTATIONS);
    await runner.query(AGENCIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE framework_comments, framework_reviewers;
      DELETE FROM framework_versions WHERE status IN ('draft', 'consultation');
      REVOKE INSERT ON agencies FROM audit_app;
      REVOKE UPDATE, DELETE ON framework_versions FROM audit_app;
      REVOKE UPDATE ON frameworks FROM audit_app;
      ${DROP_RULES}
      ALTER TABLE framework_versions
        DROP COLUMN version, DROP COLUMN based_on, DROP COLUMN edited_by, DROP COLUMN edited_at,
        DROP COLUMN consultation_closes_on, DROP COLUMN published_from,
        ADD CONSTRAINT framework_versions_status_ck CHECK (status IN ('draft', 'published', 'retired')),
        ADD CONSTRAINT framework_versions_published_ck CHECK ((status = 'draft') = (published_at IS NULL));
      CREATE UNIQUE INDEX framework_versions_draft_uq ON framework_versions (framework_id) WHERE status = 'draft';
      CREATE TRIGGER framework_versions_never_go BEFORE DELETE ON framework_versions FOR EACH ROW
        WHEN (OLD.status <> 'draft') EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER framework_versions_never_change BEFORE UPDATE ON framework_versions FOR EACH ROW
        WHEN (OLD.status <> 'draft' AND NOT (
          OLD.status = 'published' AND NEW.status = 'retired'
          AND (NEW.id, NEW.framework_id, NEW.number, NEW.definition, NEW.hash, NEW.published_at)
            = (OLD.id, OLD.framework_id, OLD.number, OLD.definition, OLD.hash, OLD.published_at)
        )) EXECUTE FUNCTION refuse_change();
    `);
  }
}

const DROP_RULES = `
  DROP TRIGGER framework_versions_never_go ON framework_versions;
  DROP TRIGGER framework_versions_never_change ON framework_versions;
  DROP INDEX framework_versions_draft_uq;
  ALTER TABLE framework_versions DROP CONSTRAINT framework_versions_status_ck, DROP CONSTRAINT framework_versions_published_ck;
`;

const DRAFTS = `
  ALTER TABLE framework_versions
    ADD COLUMN version integer NOT NULL DEFAULT 1 CONSTRAINT framework_versions_version_ck CHECK (version > 0),
    ADD COLUMN based_on uuid CONSTRAINT framework_versions_based_on_fk REFERENCES framework_versions,
    ADD COLUMN edited_by uuid CONSTRAINT framework_versions_edited_by_fk REFERENCES accounts,
    ADD COLUMN edited_at timestamptz,
    ADD COLUMN consultation_closes_on date,
    ADD COLUMN published_from date;
  UPDATE framework_versions SET published_from = (published_at AT TIME ZONE 'Europe/London')::date WHERE published_at IS NOT NULL;
  ALTER TABLE framework_versions
    ADD CONSTRAINT framework_versions_status_ck CHECK (status IN ('draft', 'consultation', 'published', 'retired')),
    ADD CONSTRAINT framework_versions_published_ck CHECK ((status IN ('draft', 'consultation')) = (published_at IS NULL)),
    ADD CONSTRAINT framework_versions_published_from_ck CHECK ((published_from IS NULL) = (published_at IS NULL)),
    ADD CONSTRAINT framework_versions_consultation_ck CHECK (status <> 'consultation' OR consultation_closes_on IS NOT NULL);
  CREATE UNIQUE INDEX framework_versions_draft_uq ON framework_versions (framework_id) WHERE status IN ('draft', 'consultation');
  CREATE INDEX framework_versions_based_on_ix ON framework_versions (based_on);
  CREATE INDEX framework_versions_edited_by_ix ON framework_versions (edited_by);
  COMMENT ON COLUMN framework_versions.status IS 'draft: being written, one at most with consultation: read by its reviewers; published: in use from its day; retired: kept';
  COMMENT ON COLUMN framework_versions.version IS 'Goes up with each save of a draft; a save on an older one is refused';
  COMMENT ON COLUMN framework_versions.based_on IS 'The version that the draft began as a copy of';
  COMMENT ON COLUMN framework_versions.consultation_closes_on IS 'The last day on which reviewers may comment';
  COMMENT ON COLUMN framework_versions.published_from IS 'First day on which new rounds take this version; rounds opened before keep theirs';

  GRANT UPDATE (status, definition, hash, version, edited_by, edited_at, consultation_closes_on, published_at, published_from, retired_at)
    ON framework_versions TO audit_app;
  GRANT DELETE ON framework_versions TO audit_app;
  GRANT UPDATE (title) ON frameworks TO audit_app;
`;

const NEVER_CHANGE = `
  CREATE TRIGGER framework_versions_never_go BEFORE DELETE ON framework_versions FOR EACH ROW
    WHEN (OLD.status NOT IN ('draft', 'consultation')) EXECUTE FUNCTION refuse_change();
  -- All that may happen to a published version is that it is retired.
  CREATE TRIGGER framework_versions_never_change BEFORE UPDATE ON framework_versions FOR EACH ROW
    WHEN (OLD.status NOT IN ('draft', 'consultation') AND NOT (
      OLD.status = 'published' AND NEW.status = 'retired'
      AND (NEW.id, NEW.framework_id, NEW.number, NEW.definition, NEW.hash, NEW.published_at, NEW.published_from, NEW.based_on, NEW.version)
        IS NOT DISTINCT FROM
          (OLD.id, OLD.framework_id, OLD.number, OLD.definition, OLD.hash, OLD.published_at, OLD.published_from, OLD.based_on, OLD.version)
    )) EXECUTE FUNCTION refuse_change();
`;

const CONSULTATIONS = `
  CREATE TABLE framework_reviewers (
    framework_version_id uuid NOT NULL CONSTRAINT framework_reviewers_version_fk REFERENCES framework_versions ON DELETE CASCADE,
    account_id uuid NOT NULL CONSTRAINT framework_reviewers_account_fk REFERENCES accounts,
    named_by uuid NOT NULL CONSTRAINT framework_reviewers_named_by_fk REFERENCES accounts,
    named_at timestamptz NOT NULL,
    CONSTRAINT framework_reviewers_pk PRIMARY KEY (framework_version_id, account_id)
  );
  CREATE INDEX framework_reviewers_account_ix ON framework_reviewers (account_id);
  CREATE INDEX framework_reviewers_named_by_ix ON framework_reviewers (named_by);
  COMMENT ON TABLE framework_reviewers IS 'People of the partnership who are asked about a draft';
  GRANT SELECT, INSERT, DELETE ON framework_reviewers TO audit_app;

  CREATE TABLE framework_comments (
    id uuid CONSTRAINT framework_comments_pk PRIMARY KEY,
    framework_version_id uuid NOT NULL CONSTRAINT framework_comments_version_fk REFERENCES framework_versions ON DELETE CASCADE,
    criterion text CONSTRAINT framework_comments_criterion_ck CHECK (char_length(criterion) BETWEEN 1 AND 60),
    text text NOT NULL CONSTRAINT framework_comments_text_ck CHECK (char_length(text) BETWEEN 1 AND 1000),
    written_by uuid NOT NULL CONSTRAINT framework_comments_written_by_fk REFERENCES accounts,
    written_at timestamptz NOT NULL
  );
  CREATE INDEX framework_comments_version_ix ON framework_comments (framework_version_id);
  CREATE INDEX framework_comments_written_by_ix ON framework_comments (written_by);
  COMMENT ON TABLE framework_comments IS 'What reviewers say about a draft; kept with the version once it is published';
  COMMENT ON COLUMN framework_comments.criterion IS 'Key of the criterion it is about; null: about the whole';
  GRANT SELECT, INSERT ON framework_comments TO audit_app;
`;

const AGENCIES = `
  -- A framework brings its own agencies, whose keys have the form of its other keys.
  ALTER TABLE agencies DROP CONSTRAINT agencies_key_ck,
    ADD CONSTRAINT agencies_key_ck CHECK (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND char_length(key) <= 60);
  GRANT INSERT ON agencies TO audit_app;
`;

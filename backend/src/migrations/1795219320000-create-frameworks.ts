import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A framework version is kept whole: it never changes once published, and is always read whole.
 * Triggers hold that for the owner of the tables too; the service's role may only add and read.
 */
export class CreateFrameworks1795219320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FRAMEWORKS);
    await runner.query(NEVER_CHANGE);
    await runner.query(CONTRIBUTION_SETS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE contribution_sets, framework_versions, frameworks`);
  }
}

const FRAMEWORKS = `
  CREATE TABLE frameworks (
    id uuid CONSTRAINT frameworks_pk PRIMARY KEY,
    kind text NOT NULL CONSTRAINT frameworks_kind_uq UNIQUE
      CONSTRAINT frameworks_kind_ck CHECK (kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND char_length(kind) <= 60),
    title text NOT NULL CONSTRAINT frameworks_title_ck CHECK (char_length(title) BETWEEN 1 AND 60)
  );
  COMMENT ON TABLE frameworks IS 'Audit frameworks, one for each kind of thing that is audited';
  COMMENT ON COLUMN frameworks.kind IS 'Key of what is audited, such as ehc-plan or health-advice';

  CREATE TABLE framework_versions (
    id uuid CONSTRAINT framework_versions_pk PRIMARY KEY,
    framework_id uuid NOT NULL CONSTRAINT framework_versions_framework_fk REFERENCES frameworks,
    number integer NOT NULL CONSTRAINT framework_versions_number_ck CHECK (number > 0),
    status text NOT NULL CONSTRAINT framework_versions_status_ck CHECK (status IN ('draft', 'published', 'retired')),
    definition jsonb NOT NULL CONSTRAINT framework_versions_definition_ck CHECK (jsonb_typeof(definition) = 'object'),
    hash text NOT NULL CONSTRAINT framework_versions_hash_ck CHECK (hash ~ '^[0-9a-f]{64}$'),
    published_at timestamptz,
    retired_at timestamptz,
    CONSTRAINT framework_versions_number_uq UNIQUE (framework_id, number),
    CONSTRAINT framework_versions_published_ck CHECK ((status = 'draft') = (published_at IS NULL)),
    CONSTRAINT framework_versions_retired_ck CHECK ((status = 'retired') = (retired_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX framework_versions_draft_uq ON framework_versions (framework_id) WHERE status = 'draft';
  COMMENT ON TABLE framework_versions IS 'What a framework said at one time; a published version never changes';
  COMMENT ON COLUMN framework_versions.number IS 'From 1, within the framework';
  COMMENT ON COLUMN framework_versions.status IS 'draft: being written, one at most; published: in use; retired: kept';
  COMMENT ON COLUMN framework_versions.definition IS 'The whole version in the form of docs/framework.schema.json';
  COMMENT ON COLUMN framework_versions.hash IS 'SHA-256 in hexadecimal of the definition as JSON with its keys in order';

  GRANT SELECT, INSERT ON frameworks, framework_versions TO audit_app;
`;

const NEVER_CHANGE = `
  CREATE TRIGGER framework_versions_never_go BEFORE DELETE ON framework_versions FOR EACH ROW
    WHEN (OLD.status <> 'draft') EXECUTE FUNCTION refuse_change();
  -- All that may happen to a published version is that it is retired.
  CREATE TRIGGER framework_versions_never_change BEFORE UPDATE ON framework_versions FOR EACH ROW
    WHEN (OLD.status <> 'draft' AND NOT (
      OLD.status = 'published' AND NEW.status = 'retired'
      AND (NEW.id, NEW.framework_id, NEW.number, NEW.definition, NEW.hash, NEW.published_at)
        = (OLD.id, OLD.framework_id, OLD.number, OLD.definition, OLD.hash, OLD.published_at)
    )) EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER framework_versions_never_emptied BEFORE TRUNCATE ON framework_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const CONTRIBUTION_SETS = `
  CREATE TABLE contribution_sets (
    id uuid CONSTRAINT contribution_sets_pk PRIMARY KEY,
    kind text NOT NULL CONSTRAINT contribution_sets_kind_ck CHECK (kind IN ('family', 'school', 'young-person')),
    number integer NOT NULL CONSTRAINT contribution_sets_number_ck CHECK (number > 0),
    definition jsonb NOT NULL CONSTRAINT contribution_sets_definition_ck CHECK (jsonb_typeof(definition) = 'object'),
    hash text NOT NULL CONSTRAINT contribution_sets_hash_ck CHECK (hash ~ '^[0-9a-f]{64}$'),
    published_at timestamptz NOT NULL,
    CONSTRAINT contribution_sets_number_uq UNIQUE (kind, number)
  );
  COMMENT ON TABLE contribution_sets IS 'The questions that families, schools and young people are asked; a version never changes';
  COMMENT ON COLUMN contribution_sets.definition IS 'The whole set in the form of docs/contribution-set.schema.json';
  COMMENT ON COLUMN contribution_sets.hash IS 'SHA-256 in hexadecimal of the definition as JSON with its keys in order';
  CREATE TRIGGER contribution_sets_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON contribution_sets
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON contribution_sets TO audit_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Quarters as they were compiled when their routine round closed. They never change: triggers hold
 * that for the owner of the table too.
 */
export class CreateTrends1795220400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUARTER_MEASURES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quarter_measures');
  }
}

const QUARTER_MEASURES = `
  CREATE TABLE quarter_measures (
    framework_kind text NOT NULL,
    quarter text NOT NULL CONSTRAINT quarter_measures_quarter_ck CHECK (quarter ~ '^[0-9]{4}-[0-9]{2}-Q[1-4]$'),
    framework_version_id uuid NOT NULL CONSTRAINT quarter_measures_framework_version_fk REFERENCES framework_versions,
    compiled jsonb NOT NULL CONSTRAINT quarter_measures_compiled_ck CHECK (jsonb_typeof(compiled) = 'object'),
    for_readers jsonb NOT NULL CONSTRAINT quarter_measures_for_readers_ck CHECK (jsonb_typeof(for_readers) = 'object'),
    compiled_at timestamptz NOT NULL,
    CONSTRAINT quarter_measures_pk PRIMARY KEY (framework_kind, quarter)
  );
  CREATE INDEX quarter_measures_framework_version_ix ON quarter_measures (framework_version_id);
  COMMENT ON TABLE quarter_measures IS 'What a closed quarter says of every measure of its framework; compiled once and never changed';
  COMMENT ON COLUMN quarter_measures.compiled IS 'In full, for lead and moderator';
  COMMENT ON COLUMN quarter_measures.for_readers IS 'For all other readers: small numbers are left out here and not when it is shown';
  CREATE TRIGGER quarter_measures_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_measures
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON quarter_measures TO audit_app;
`;

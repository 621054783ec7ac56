import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail comes first because every later act writes to it. `audit_app` is the role the
 * application works as: it may add to the trail and read it, nothing else; the triggers hold
 * even for the role that owns the tables.
 */
export class CreateTrail1795219200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'audit_app') THEN
          CREATE ROLE audit_app NOLOGIN;
        END IF;
        GRANT audit_app TO CURRENT_USER;
      -- Another database of this server made or granted the role at the same moment.
      EXCEPTION WHEN duplicate_object OR unique_violation THEN GRANT audit_app TO CURRENT_USER;
      END $$;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO audit_app;
      GRANT SELECT ON migrations TO audit_app;
      COMMENT ON TABLE migrations IS 'Which migrations have run, kept by TypeORM';

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;

      CREATE TABLE trail_entries (
        id uuid CONSTRAINT trail_entries_pk PRIMARY KEY,
        happened_at timestamptz NOT NULL,
        act text NOT NULL CONSTRAINT trail_entries_act_ck CHECK (act ~ '^[a-z-]+\\.[a-z-]+$'),
        actor_id uuid,
        subject_type text,
        subject_id text,
        details jsonb NOT NULL DEFAULT '{}' CONSTRAINT trail_entries_details_ck CHECK (jsonb_typeof(details) = 'object'),
        correlation_id text
      );
      CREATE INDEX trail_entries_happened_ix ON trail_entries (happened_at DESC, id DESC);
      CREATE INDEX trail_entries_actor_ix ON trail_entries (actor_id, happened_at DESC);
      CREATE INDEX trail_entries_subject_ix ON trail_entries (subject_id, happened_at DESC);
      CREATE INDEX trail_entries_act_ix ON trail_entries (act, happened_at DESC);
      COMMENT ON TABLE trail_entries IS 'The system''s own record of who did what; never changed, never removed';
      COMMENT ON COLUMN trail_entries.act IS 'Feature and act, such as accounts.sign-in';
      COMMENT ON COLUMN trail_entries.actor_id IS 'The account that acted; empty when nobody was signed in';
      COMMENT ON COLUMN trail_entries.subject_id IS 'The record acted on, by its key';
      COMMENT ON COLUMN trail_entries.details IS 'Field names, words of lists and keys; never a name, an address or free text';
      COMMENT ON COLUMN trail_entries.correlation_id IS 'The request, as in the log';

      CREATE TABLE trail_seals (
        sequence bigint CONSTRAINT trail_seals_pk PRIMARY KEY,
        entry_id uuid NOT NULL CONSTRAINT trail_seals_entry_uq UNIQUE
          CONSTRAINT trail_seals_entry_fk REFERENCES trail_entries,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL
      );
      COMMENT ON TABLE trail_seals IS 'The chain over the trail: each hash covers an entry and the hash before it';
      COMMENT ON COLUMN trail_seals.sequence IS 'Place in the chain, from 1, without gaps';
      COMMENT ON COLUMN trail_seals.hash IS 'SHA-256 in hexadecimal';

      CREATE TABLE trail_unsealed (
        entry_id uuid CONSTRAINT trail_unsealed_pk PRIMARY KEY
      );
      COMMENT ON TABLE trail_unsealed IS 'Entries that wait for their seal, so that sealing never searches the whole trail';

      CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO trail_unsealed (entry_id) VALUES (NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER trail_entries_await_seal AFTER INSERT ON trail_entries FOR EACH ROW EXECUTE FUNCTION await_seal();
      CREATE TRIGGER trail_entries_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER trail_seals_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_seals
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON trail_entries, trail_seals TO audit_app;
      GRANT SELECT, INSERT, DELETE ON trail_unsealed TO audit_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE trail_unsealed, trail_seals, trail_entries;
      DROP FUNCTION await_seal();
      DROP FUNCTION refuse_change();
      REVOKE ALL ON migrations FROM audit_app;
      REVOKE USAGE ON SCHEMA public FROM audit_app;
    `);
  }
}

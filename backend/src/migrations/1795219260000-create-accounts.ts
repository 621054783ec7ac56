import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may come in, as what, and for which partnership the service stands. */
export class CreateAccounts1795219260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(WAYS_IN);
    await runner.query(PARTNERSHIP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE partnership, idempotency_keys, throttle_counts, password_links, sessions, accounts, agencies;
    `);
  }
}

const PEOPLE = `
  CREATE TABLE agencies (
    key text CONSTRAINT agencies_pk PRIMARY KEY CONSTRAINT agencies_key_ck CHECK (key ~ '^[a-z][a-z-]{1,39}$'),
    title text NOT NULL CONSTRAINT agencies_title_uq UNIQUE,
    position smallint NOT NULL CONSTRAINT agencies_position_uq UNIQUE
  );
  COMMENT ON TABLE agencies IS 'The agencies whose auditors score plans; data, so that a partnership may add one';
  COMMENT ON COLUMN agencies.position IS 'The order in which pages list them';
  INSERT INTO agencies (key, title, position) VALUES
    ('education', 'Education', 1), ('health', 'Health', 2), ('social-care', 'Social care', 3);

  CREATE TABLE accounts (
    id uuid CONSTRAINT accounts_pk PRIMARY KEY,
    full_name text NOT NULL CONSTRAINT accounts_full_name_ck CHECK (char_length(full_name) BETWEEN 1 AND 120),
    email text NOT NULL CONSTRAINT accounts_email_ck CHECK (char_length(email) <= 254 AND email = lower(email)),
    roles text[] NOT NULL CONSTRAINT accounts_roles_ck CHECK (
      cardinality(roles) > 0 AND roles <@ ARRAY['administrator', 'audit-lead', 'auditor', 'moderator',
        'send-officer', 'send-manager', 'report-reader', 'framework-editor']),
    agency text CONSTRAINT accounts_agency_fk REFERENCES agencies,
    staff_ref text CONSTRAINT accounts_staff_ref_ck CHECK (char_length(staff_ref) <= 40),
    status text NOT NULL CONSTRAINT accounts_status_ck CHECK (status IN ('invited', 'active', 'ended')),
    is_demo boolean NOT NULL DEFAULT false,
    password_hash text,
    password_changed_at timestamptz,
    last_signed_in_at timestamptz,
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT accounts_auditor_agency_ck CHECK (NOT 'auditor' = ANY (roles) OR agency IS NOT NULL),
    CONSTRAINT accounts_officer_staff_ref_ck CHECK (NOT 'send-officer' = ANY (roles) OR staff_ref IS NOT NULL),
    CONSTRAINT accounts_password_ck CHECK ((status = 'active') = (password_hash IS NOT NULL)),
    CONSTRAINT accounts_ended_ck CHECK ((status = 'ended') = (ended_at IS NOT NULL))
  );
  -- A person who left and comes back gets a new account under the same address.
  CREATE UNIQUE INDEX accounts_email_uq ON accounts (email) WHERE status <> 'ended';
  CREATE UNIQUE INDEX accounts_staff_ref_uq ON accounts (staff_ref) WHERE status <> 'ended';
  COMMENT ON TABLE accounts IS 'A person''s way in: who they are, their roles and their agency; ended, never removed';
  COMMENT ON COLUMN accounts.email IS 'In lower case; what the person signs in with';
  COMMENT ON COLUMN accounts.agency IS 'The agency an auditor scores for';
  COMMENT ON COLUMN accounts.staff_ref IS 'How the plan register names this officer; matched to a plan''s officer_ref';
  COMMENT ON COLUMN accounts.status IS 'invited: no password yet; active: may sign in; ended: never again';
  COMMENT ON COLUMN accounts.is_demo IS 'Made with the demonstration data; refused in production';
  COMMENT ON COLUMN accounts.password_hash IS 'Argon2id, in PHC form with its parameters';
  COMMENT ON COLUMN accounts.version IS 'Goes up with each change; a change made on an older one is refused';
`;

const WAYS_IN = `
  CREATE TABLE sessions (
    id uuid CONSTRAINT sessions_pk PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT sessions_account_fk REFERENCES accounts,
    token_hash bytea NOT NULL CONSTRAINT sessions_token_hash_uq UNIQUE,
    device text NOT NULL,
    started_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
  );
  CREATE INDEX sessions_account_ix ON sessions (account_id);
  CREATE INDEX sessions_last_seen_ix ON sessions (last_seen_at);
  COMMENT ON TABLE sessions IS 'Who is signed in now; a session that ends is removed';
  COMMENT ON COLUMN sessions.token_hash IS 'SHA-256 of the cookie''s value, which is kept nowhere';
  COMMENT ON COLUMN sessions.device IS 'Browser and system in words, so that a person knows their own sessions';

  CREATE TABLE password_links (
    id uuid CONSTRAINT password_links_pk PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT password_links_account_uq UNIQUE
      CONSTRAINT password_links_account_fk REFERENCES accounts,
    token_hash bytea NOT NULL CONSTRAINT password_links_token_hash_uq UNIQUE,
    expires_at timestamptz NOT NULL
  );
  COMMENT ON TABLE password_links IS 'The one link that lets a person set a password; removed when used or replaced';
  COMMENT ON COLUMN password_links.token_hash IS 'SHA-256 of the part after #, which is shown once and kept nowhere';

  CREATE TABLE throttle_counts (
    key bytea CONSTRAINT throttle_counts_pk PRIMARY KEY,
    count integer NOT NULL,
    window_ends_at timestamptz NOT NULL
  );
  COMMENT ON TABLE throttle_counts IS 'Attempts in the present window, counted here so that every replica sees them';
  COMMENT ON COLUMN throttle_counts.key IS 'SHA-256 of what is counted, so that no address or e-mail is kept';

  CREATE TABLE idempotency_keys (
    account_id uuid NOT NULL CONSTRAINT idempotency_keys_account_fk REFERENCES accounts,
    key uuid NOT NULL,
    request_hash bytea NOT NULL,
    answer jsonb,
    kept_at timestamptz NOT NULL,
    CONSTRAINT idempotency_keys_pk PRIMARY KEY (account_id, key)
  );
  CREATE INDEX idempotency_keys_kept_ix ON idempotency_keys (kept_at);
  COMMENT ON TABLE idempotency_keys IS 'Answers already given, for a day, so that a request sent again has one effect';

  GRANT SELECT ON agencies TO audit_app;
  GRANT SELECT, INSERT, UPDATE ON accounts TO audit_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, password_links, throttle_counts, idempotency_keys TO audit_app;
`;

const PARTNERSHIP = `
  CREATE TABLE partnership (
    only_row boolean CONSTRAINT partnership_pk PRIMARY KEY DEFAULT true CONSTRAINT partnership_only_row_ck CHECK (only_row),
    name text NOT NULL CONSTRAINT partnership_name_ck CHECK (char_length(name) BETWEEN 1 AND 80),
    colour text NOT NULL CONSTRAINT partnership_colour_ck CHECK (colour ~ '^#[0-9a-f]{6}$'),
    help_email text,
    version integer NOT NULL DEFAULT 1
  );
  COMMENT ON TABLE partnership IS 'The one partnership this installation serves: its name and colour in the header';
  INSERT INTO partnership (name, colour) VALUES ('Local area SEND partnership', '#12304a');
  GRANT SELECT, UPDATE ON partnership TO audit_app;
`;

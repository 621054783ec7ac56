import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of EHC plans, and the uploads that wait beside it until somebody confirms them. */
export class CreatePlans1795219500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLANS);
    await runner.query(REGISTERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE plan_register_absences, plan_register_problems, plan_register_rows, plan_registers, plans;
      DROP FUNCTION school_year(date);
    `);
  }
}

const needs = `'SPLD', 'MLD', 'SLD', 'PMLD', 'SEMH', 'SLCN', 'HI', 'VI', 'MSI', 'PD', 'ASD', 'OTH'`;
const settings = `'early-years', 'mainstream-primary', 'mainstream-secondary', 'resource-base', 'special-school',
  'alternative-provision', 'independent-special', 'post-16-college', 'specialist-post-16', 'educated-otherwise',
  'elective-home', 'none'`;
const socialCare = `'none', 'early-help', 'child-in-need', 'child-protection', 'looked-after',
  'disabled-children-team', 'adult-social-care', 'unknown'`;

const PLANS = `
  CREATE FUNCTION school_year(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN extract(year FROM day)::integer - (extract(month FROM day) < 9)::integer;
  COMMENT ON FUNCTION school_year IS 'The calendar year in which the school year of a day began, on 1 September';

  CREATE TABLE plans (
    id uuid CONSTRAINT plans_pk PRIMARY KEY,
    plan_ref text NOT NULL CONSTRAINT plans_plan_ref_uq UNIQUE
      CONSTRAINT plans_plan_ref_ck CHECK (char_length(plan_ref) BETWEEN 1 AND 40 AND plan_ref IS NFC NORMALIZED),
    local_authority text NOT NULL CONSTRAINT plans_local_authority_ck CHECK (char_length(local_authority) BETWEEN 1 AND 80),
    year_group smallint CONSTRAINT plans_year_group_ck CHECK (year_group BETWEEN -2 AND 14),
    age smallint CONSTRAINT plans_age_ck CHECK (age BETWEEN 0 AND 25),
    as_at_on date NOT NULL,
    primary_need text CONSTRAINT plans_primary_need_ck CHECK (primary_need IN (${needs})),
    setting_type text NOT NULL CONSTRAINT plans_setting_type_ck CHECK (setting_type IN (${settings})),
    social_care_status text NOT NULL CONSTRAINT plans_social_care_status_ck CHECK (social_care_status IN (${socialCare})),
    has_learning_disability boolean,
    first_issued_on date NOT NULL,
    latest_issued_on date NOT NULL,
    last_review_on date,
    is_transferred_in boolean NOT NULL,
    is_tribunal_ordered boolean NOT NULL,
    team text CONSTRAINT plans_team_ck CHECK (char_length(team) BETWEEN 1 AND 60),
    officer_ref text CONSTRAINT plans_officer_ref_ck CHECK (char_length(officer_ref) BETWEEN 1 AND 40),
    ceased_on date,
    made_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT plans_year_or_age_ck CHECK (year_group IS NOT NULL OR age IS NOT NULL),
    CONSTRAINT plans_days_ck CHECK (
      latest_issued_on >= first_issued_on AND last_review_on >= first_issued_on AND ceased_on >= first_issued_on)
  );
  CREATE INDEX plans_officer_ref_ix ON plans (officer_ref);
  COMMENT ON TABLE plans IS 'EHC plans of the register, each known by a pseudonymous reference; ceased, never removed';
  COMMENT ON COLUMN plans.plan_ref IS 'How the authority''s own system knows the plan; the key list stays there';
  COMMENT ON COLUMN plans.year_group IS 'On the as-at date: -2 and -1 nursery, 0 Reception, 1 to 14; moves on with each 1 September after it';
  COMMENT ON COLUMN plans.age IS 'Whole years on the as-at date; without a birthday it moves on with the year group';
  COMMENT ON COLUMN plans.as_at_on IS 'The day for which the register gave year group and age';
  COMMENT ON COLUMN plans.primary_need IS 'SEN2 type of need; empty when unknown';
  COMMENT ON COLUMN plans.has_learning_disability IS 'Empty when unknown, which is not no';
  COMMENT ON COLUMN plans.latest_issued_on IS 'The day of first issue for a plan that was never amended';
  COMMENT ON COLUMN plans.is_transferred_in IS 'Came from another authority, so its wording may be that authority''s';
  COMMENT ON COLUMN plans.officer_ref IS 'The officer who keeps the plan; matched to an account''s staff reference';
  COMMENT ON COLUMN plans.version IS 'Goes up with each change; a change made on an older one is refused';

  GRANT SELECT, INSERT, UPDATE ON plans TO audit_app;
`;

const REGISTERS = `
  CREATE TABLE plan_registers (
    id uuid CONSTRAINT plan_registers_pk PRIMARY KEY,
    file_hash bytea NOT NULL,
    as_at_on date NOT NULL,
    status text NOT NULL CONSTRAINT plan_registers_status_ck CHECK (status IN ('waiting', 'confirmed', 'discarded', 'expired')),
    uploaded_by uuid NOT NULL CONSTRAINT plan_registers_uploaded_by_fk REFERENCES accounts,
    uploaded_at timestamptz NOT NULL,
    ended_at timestamptz,
    rows_ready integer NOT NULL,
    rows_rejected integer NOT NULL,
    errors integer NOT NULL,
    warnings integer NOT NULL,
    columns_unread jsonb NOT NULL CONSTRAINT plan_registers_columns_unread_ck CHECK (jsonb_typeof(columns_unread) = 'array'),
    columns_left_out text[] NOT NULL,
    plans_new integer,
    plans_changed integer,
    plans_unchanged integer,
    plans_absent integer,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT plan_registers_ended_ck CHECK ((status = 'waiting') = (ended_at IS NULL)),
    CONSTRAINT plan_registers_reconciled_ck CHECK (
      (status = 'confirmed') = (plans_new IS NOT NULL AND plans_changed IS NOT NULL AND plans_unchanged IS NOT NULL AND plans_absent IS NOT NULL)
      AND plans_new + plans_changed + plans_unchanged = rows_ready)
  );
  CREATE INDEX plan_registers_uploaded_by_ix ON plan_registers (uploaded_by);
  CREATE INDEX plan_registers_status_ix ON plan_registers (status, as_at_on);
  COMMENT ON TABLE plan_registers IS 'Uploads of the register of plans: when, by whom and with what outcome; neither the file nor its name is kept';
  COMMENT ON COLUMN plan_registers.file_hash IS 'SHA-256 of the file, to know the same file again';
  COMMENT ON COLUMN plan_registers.as_at_on IS 'The day for which the file speaks, as the person who uploaded it said';
  COMMENT ON COLUMN plan_registers.status IS 'waiting: read but not taken in; confirmed: its ready rows are plans; discarded or expired: nothing was taken in';
  COMMENT ON COLUMN plan_registers.columns_unread IS 'Names of columns that were not read, with what each is about when that is a person''s data';
  COMMENT ON COLUMN plan_registers.plans_new IS 'New, changed and unchanged plans add up to the ready rows; known once confirmed';
  COMMENT ON COLUMN plan_registers.version IS 'Goes up with each change, and for every waiting upload when another is confirmed';

  CREATE TABLE plan_register_rows (
    register_id uuid NOT NULL CONSTRAINT plan_register_rows_register_fk REFERENCES plan_registers,
    row_number integer NOT NULL,
    plan_id uuid,
    plan_ref text,
    local_authority text,
    year_group smallint,
    age smallint,
    primary_need text,
    setting_type text,
    social_care_status text,
    has_learning_disability boolean,
    first_issued_on date,
    latest_issued_on date,
    last_review_on date,
    is_transferred_in boolean,
    is_tribunal_ordered boolean,
    team text,
    officer_ref text,
    ceased_on date,
    CONSTRAINT plan_register_rows_pk PRIMARY KEY (register_id, row_number)
  );
  CREATE INDEX plan_register_rows_plan_ref_ix ON plan_register_rows (register_id, plan_ref);
  COMMENT ON TABLE plan_register_rows IS 'Rows of an upload that waits; removed when it is confirmed, discarded or a day old';
  COMMENT ON COLUMN plan_register_rows.row_number IS 'As a spreadsheet counts: the header is row 1';
  COMMENT ON COLUMN plan_register_rows.plan_id IS 'The key the plan gets if it is new; empty for a row kept out, of which only the reference is kept';

  CREATE TABLE plan_register_problems (
    register_id uuid NOT NULL CONSTRAINT plan_register_problems_register_fk REFERENCES plan_registers,
    row_number integer NOT NULL,
    column_key text NOT NULL,
    value text NOT NULL,
    rule text NOT NULL,
    message text NOT NULL,
    CONSTRAINT plan_register_problems_pk PRIMARY KEY (register_id, row_number, column_key)
  );
  COMMENT ON TABLE plan_register_problems IS 'What was wrong with cells of an upload; removed when it is discarded or a day old';
  COMMENT ON COLUMN plan_register_problems.value IS 'As found; words in its place where it looks like a person''s data';

  CREATE TABLE plan_register_absences (
    register_id uuid NOT NULL CONSTRAINT plan_register_absences_register_fk REFERENCES plan_registers,
    plan_id uuid NOT NULL CONSTRAINT plan_register_absences_plan_fk REFERENCES plans,
    decision text CONSTRAINT plan_register_absences_decision_ck CHECK (decision IN ('keep', 'cease')),
    decided_by uuid CONSTRAINT plan_register_absences_decided_by_fk REFERENCES accounts,
    decided_at timestamptz,
    CONSTRAINT plan_register_absences_pk PRIMARY KEY (register_id, plan_id),
    CONSTRAINT plan_register_absences_decided_ck CHECK (
      (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
  );
  CREATE INDEX plan_register_absences_plan_ix ON plan_register_absences (plan_id);
  CREATE INDEX plan_register_absences_decided_by_ix ON plan_register_absences (decided_by);
  COMMENT ON TABLE plan_register_absences IS 'Plans in force that a confirmed register did not have, and whether each was kept or ceased';
  COMMENT ON COLUMN plan_register_absences.decision IS 'Empty until the lead decides; undecided ones are asked anew with the next register';

  GRANT SELECT, INSERT, UPDATE ON plan_registers TO audit_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON plan_register_absences TO audit_app;
  GRANT SELECT, INSERT, DELETE ON plan_register_rows, plan_register_problems TO audit_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit year, its rounds and their samples. A seed and a drawn sample never change: triggers
 * hold that for the owner of the tables too, and what happens to a sample later is added beside it.
 */
export class CreateProgramme1795219800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROGRAMMES);
    await runner.query(ROUNDS);
    await runner.query(SAMPLES);
    await runner.query(WITHDRAWALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW sample_outcomes;
      DROP TABLE sample_withdrawals, sampled_plans, sample_strata, samples, audit_rounds, programmes;
    `);
  }
}

const quarter = `'^[0-9]{4}-[0-9]{2}-Q[1-4]$'`;
const position = `'^[0-9a-f]{16}$'`;
const strata = `'early-years', 'primary-mainstream', 'primary-special', 'secondary-mainstream', 'secondary-special', 'post-16'`;

const PROGRAMMES = `
  CREATE TABLE programmes (
    id uuid CONSTRAINT programmes_pk PRIMARY KEY,
    year text NOT NULL CONSTRAINT programmes_year_uq UNIQUE CONSTRAINT programmes_year_ck CHECK (year ~ '^[0-9]{4}-[0-9]{2}$'),
    seed text NOT NULL CONSTRAINT programmes_seed_ck CHECK (seed ~ '^[0-9a-f]{64}$'),
    seed_commitment text NOT NULL
      CONSTRAINT programmes_seed_commitment_ck CHECK (seed_commitment = encode(sha256(seed::bytea), 'hex')),
    opened_by uuid NOT NULL CONSTRAINT programmes_opened_by_fk REFERENCES accounts,
    opened_at timestamptz NOT NULL,
    drawing_finished_on date,
    version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX programmes_opened_by_ix ON programmes (opened_by);
  COMMENT ON TABLE programmes IS 'Years of audit activity, each a council''s financial year';
  COMMENT ON COLUMN programmes.year IS 'Such as 2026-27';
  COMMENT ON COLUMN programmes.seed IS 'The year''s secret, 256 bits in hexadecimal: it leaves the service only after drawing is finished';
  COMMENT ON COLUMN programmes.seed_commitment IS 'SHA-256 of the seed, shown from the start, so that the seed cannot be changed unnoticed';
  COMMENT ON COLUMN programmes.drawing_finished_on IS 'From this day the seed is shown and nothing more is drawn; empty before';
  COMMENT ON COLUMN programmes.version IS 'Goes up with each change; a change made on an older one is refused';
  CREATE TRIGGER programmes_never_change BEFORE UPDATE ON programmes FOR EACH ROW
    WHEN ((NEW.id, NEW.year, NEW.seed, NEW.seed_commitment, NEW.opened_by, NEW.opened_at)
        IS DISTINCT FROM (OLD.id, OLD.year, OLD.seed, OLD.seed_commitment, OLD.opened_by, OLD.opened_at)
      OR (OLD.drawing_finished_on IS NOT NULL AND NEW.drawing_finished_on IS DISTINCT FROM OLD.drawing_finished_on))
    EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER programmes_never_go BEFORE DELETE OR TRUNCATE ON programmes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT, UPDATE ON programmes TO audit_app;
`;

const ROUNDS = `
  CREATE TABLE audit_rounds (
    id uuid CONSTRAINT audit_rounds_pk PRIMARY KEY,
    programme_id uuid NOT NULL CONSTRAINT audit_rounds_programme_fk REFERENCES programmes,
    reference text NOT NULL CONSTRAINT audit_rounds_reference_uq UNIQUE,
    kind text NOT NULL CONSTRAINT audit_rounds_kind_ck CHECK (kind IN ('routine', 'theme', 'dip', 'advice', 're-audit', 'calibration')),
    quarter text NOT NULL CONSTRAINT audit_rounds_quarter_ck CHECK (quarter ~ ${quarter}),
    framework_version_id uuid NOT NULL CONSTRAINT audit_rounds_framework_version_fk REFERENCES framework_versions,
    framework_kind text NOT NULL,
    theme_title text CONSTRAINT audit_rounds_theme_title_ck CHECK (char_length(theme_title) BETWEEN 1 AND 80),
    theme_filter jsonb CONSTRAINT audit_rounds_theme_filter_ck CHECK (jsonb_typeof(theme_filter) = 'object'),
    state text NOT NULL CONSTRAINT audit_rounds_state_ck CHECK (state IN ('planned', 'open', 'closed')),
    sample_size smallint NOT NULL CONSTRAINT audit_rounds_sample_size_ck CHECK (sample_size BETWEEN 2 AND 400),
    due_on date NOT NULL,
    opened_by uuid NOT NULL CONSTRAINT audit_rounds_opened_by_fk REFERENCES accounts,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT audit_rounds_theme_ck CHECK ((kind = 'theme') = (theme_title IS NOT NULL) AND (kind = 'theme') = (theme_filter IS NOT NULL)),
    CONSTRAINT audit_rounds_closed_ck CHECK ((state = 'closed') = (closed_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX audit_rounds_routine_uq ON audit_rounds (quarter, framework_kind) WHERE kind = 'routine';
  CREATE INDEX audit_rounds_programme_ix ON audit_rounds (programme_id, quarter);
  CREATE INDEX audit_rounds_framework_version_ix ON audit_rounds (framework_version_id);
  CREATE INDEX audit_rounds_opened_by_ix ON audit_rounds (opened_by);
  COMMENT ON TABLE audit_rounds IS 'Rounds of a programme year: one kind, one quarter and one framework version each';
  COMMENT ON COLUMN audit_rounds.reference IS 'Such as 2026-27-Q2-routine';
  COMMENT ON COLUMN audit_rounds.quarter IS 'Every audit of the round belongs to it, whatever the day it closes; never changed';
  COMMENT ON COLUMN audit_rounds.framework_kind IS 'Of the version, so that a quarter has one routine round of each kind';
  COMMENT ON COLUMN audit_rounds.theme_filter IS 'What the plans of a theme share: need, setting type, phase, team, looked after';
  COMMENT ON COLUMN audit_rounds.state IS 'planned: its sample is not drawn; open: drawn; closed: for good';
  COMMENT ON COLUMN audit_rounds.sample_size IS 'Plans wanted; the sample says how many there were';
  COMMENT ON COLUMN audit_rounds.due_on IS 'The last day for scorings, to midnight in London';
  COMMENT ON COLUMN audit_rounds.version IS 'Goes up with each change, withdrawals from the sample included';
  CREATE TRIGGER audit_rounds_never_change BEFORE UPDATE ON audit_rounds FOR EACH ROW
    WHEN ((NEW.id, NEW.programme_id, NEW.reference, NEW.kind, NEW.quarter, NEW.framework_version_id, NEW.framework_kind, NEW.theme_title, NEW.theme_filter)
        IS DISTINCT FROM (OLD.id, OLD.programme_id, OLD.reference, OLD.kind, OLD.quarter, OLD.framework_version_id, OLD.framework_kind, OLD.theme_title, OLD.theme_filter)
      OR (OLD.state <> 'planned' AND (NEW.sample_size <> OLD.sample_size OR NEW.state = 'planned'))
      OR OLD.state = 'closed')
    EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT, UPDATE ON audit_rounds TO audit_app;
`;

const SAMPLES = `
  CREATE TABLE samples (
    id uuid CONSTRAINT samples_pk PRIMARY KEY,
    round_id uuid NOT NULL CONSTRAINT samples_round_uq UNIQUE CONSTRAINT samples_round_fk REFERENCES audit_rounds,
    programme_id uuid NOT NULL CONSTRAINT samples_programme_fk REFERENCES programmes,
    draw_number smallint NOT NULL CONSTRAINT samples_draw_number_ck CHECK (draw_number > 0),
    drawn_by uuid NOT NULL CONSTRAINT samples_drawn_by_fk REFERENCES accounts,
    drawn_at timestamptz NOT NULL,
    drawn_on date NOT NULL,
    register_as_at_on date NOT NULL,
    rule text NOT NULL,
    frame_sha256 text NOT NULL CONSTRAINT samples_frame_sha256_ck CHECK (frame_sha256 ~ '^[0-9a-f]{64}$'),
    population_size integer NOT NULL,
    size smallint NOT NULL,
    CONSTRAINT samples_draw_uq UNIQUE (programme_id, draw_number),
    CONSTRAINT samples_size_ck CHECK (size BETWEEN 1 AND population_size)
  );
  CREATE INDEX samples_drawn_by_ix ON samples (drawn_by);
  COMMENT ON TABLE samples IS 'What was drawn for a round; never changes';
  COMMENT ON COLUMN samples.draw_number IS 'Which draw of the programme year it was, from 1: the next routine round goes on where the last one ended';
  COMMENT ON COLUMN samples.drawn_on IS 'The day in London, for which stratum, phase and year group of every plan hold';
  COMMENT ON COLUMN samples.register_as_at_on IS 'The day for which the register that was confirmed last spoke';
  COMMENT ON COLUMN samples.rule IS 'The published name of the rule of the draw, with its version';
  COMMENT ON COLUMN samples.frame_sha256 IS 'SHA-256 of rule, seed commitment, strata, sizes, starts and sorted references';
  COMMENT ON COLUMN samples.size IS 'Plans drawn; fewer than the round wanted where there were fewer';

  CREATE TABLE sample_strata (
    sample_id uuid NOT NULL CONSTRAINT sample_strata_sample_fk REFERENCES samples,
    key text NOT NULL CONSTRAINT sample_strata_key_ck CHECK (key IN (${strata})),
    members text[] NOT NULL CONSTRAINT sample_strata_members_ck CHECK (members[1] = key AND members <@ ARRAY[${strata}]),
    population_size integer NOT NULL,
    size smallint NOT NULL,
    start text NOT NULL CONSTRAINT sample_strata_start_ck CHECK (start ~ ${position}),
    cut_off text CONSTRAINT sample_strata_cut_off_ck CHECK (cut_off ~ ${position}),
    next_start text NOT NULL CONSTRAINT sample_strata_next_start_ck CHECK (next_start ~ ${position}),
    CONSTRAINT sample_strata_pk PRIMARY KEY (sample_id, key),
    CONSTRAINT sample_strata_size_ck CHECK (size BETWEEN 0 AND population_size)
  );
  COMMENT ON TABLE sample_strata IS 'The strata of a sample with their population and sample size on the day of the draw';
  COMMENT ON COLUMN sample_strata.key IS 'The stratum that the others joined';
  COMMENT ON COLUMN sample_strata.members IS 'The strata that were drawn as one, its own key first';
  COMMENT ON COLUMN sample_strata.start IS 'Where on the circle of permanent random numbers the draw began';
  COMMENT ON COLUMN sample_strata.cut_off IS 'The number of the last plan drawn';
  COMMENT ON COLUMN sample_strata.next_start IS 'Just after the last plan drawn; reserves that take a place move it on further';

  CREATE TABLE sampled_plans (
    sample_id uuid NOT NULL,
    plan_id uuid NOT NULL CONSTRAINT sampled_plans_plan_fk REFERENCES plans,
    stratum text NOT NULL,
    place integer NOT NULL CONSTRAINT sampled_plans_place_ck CHECK (place > 0),
    position text NOT NULL CONSTRAINT sampled_plans_position_ck CHECK (position ~ ${position}),
    plan_ref text NOT NULL,
    local_authority text NOT NULL,
    phase text NOT NULL CONSTRAINT sampled_plans_phase_ck CHECK (phase IN ('early-years', 'primary', 'secondary', 'post-16')),
    setting_group text NOT NULL CONSTRAINT sampled_plans_setting_group_ck CHECK (setting_group IN ('mainstream', 'special')),
    primary_need text,
    is_looked_after boolean NOT NULL,
    team text,
    year_group smallint,
    register_facts jsonb NOT NULL CONSTRAINT sampled_plans_register_facts_ck CHECK (jsonb_typeof(register_facts) = 'object'),
    CONSTRAINT sampled_plans_pk PRIMARY KEY (sample_id, plan_id),
    CONSTRAINT sampled_plans_stratum_fk FOREIGN KEY (sample_id, stratum) REFERENCES sample_strata,
    CONSTRAINT sampled_plans_place_uq UNIQUE (sample_id, stratum, place)
  );
  CREATE INDEX sampled_plans_plan_ix ON sampled_plans (plan_id);
  COMMENT ON TABLE sampled_plans IS 'Every plan that could be drawn for a round, in the order of the draw: the first of each stratum are drawn, the others in reserve';
  COMMENT ON COLUMN sampled_plans.place IS 'In the order of the draw within the stratum, from 1';
  COMMENT ON COLUMN sampled_plans.position IS 'The plan''s permanent random number, 16 hexadecimal digits';
  COMMENT ON COLUMN sampled_plans.plan_ref IS 'As it was on the day of the draw, byte for byte what the number is made from';
  COMMENT ON COLUMN sampled_plans.local_authority IS 'This and the columns up to year_group are what results are filtered by, as on the day of the draw';
  COMMENT ON COLUMN sampled_plans.register_facts IS 'What the register said of the plan on the day of the draw, for the profile of its audit';

  CREATE TRIGGER samples_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON samples
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER sample_strata_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_strata
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER sampled_plans_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON sampled_plans
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON samples, sample_strata, sampled_plans TO audit_app;
`;

const WITHDRAWALS = `
  CREATE TABLE sample_withdrawals (
    sample_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    reason text NOT NULL CONSTRAINT sample_withdrawals_reason_ck CHECK (reason IN ('ceased', 'moved', 'died', 'not-maintained-here')),
    replacement_id uuid,
    withdrawn_by uuid NOT NULL CONSTRAINT sample_withdrawals_withdrawn_by_fk REFERENCES accounts,
    withdrawn_at timestamptz NOT NULL,
    CONSTRAINT sample_withdrawals_pk PRIMARY KEY (sample_id, plan_id),
    CONSTRAINT sample_withdrawals_plan_fk FOREIGN KEY (sample_id, plan_id) REFERENCES sampled_plans,
    CONSTRAINT sample_withdrawals_replacement_fk FOREIGN KEY (sample_id, replacement_id) REFERENCES sampled_plans,
    CONSTRAINT sample_withdrawals_replacement_uq UNIQUE (sample_id, replacement_id)
  );
  CREATE INDEX sample_withdrawals_withdrawn_by_ix ON sample_withdrawals (withdrawn_by);
  COMMENT ON TABLE sample_withdrawals IS 'Drawn plans that could not be audited, and which plan in reserve took the place; never changes';
  COMMENT ON COLUMN sample_withdrawals.replacement_id IS 'The next plan in reserve that was in force; empty when the place stays free';
  CREATE TRIGGER sample_withdrawals_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_withdrawals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON sample_withdrawals TO audit_app;

  CREATE VIEW sample_outcomes AS
    SELECT s.sample_id, s.plan_id, s.stratum, s.place,
           CASE WHEN w.plan_id IS NOT NULL THEN 'withdrawn' WHEN r.plan_id IS NOT NULL THEN 'replacement'
                WHEN s.place <= t.size THEN 'drawn' ELSE 'reserve' END AS outcome,
           w.reason, r.plan_id AS in_place_of_id
      FROM sampled_plans s
      JOIN sample_strata t ON t.sample_id = s.sample_id AND t.key = s.stratum
      LEFT JOIN sample_withdrawals w ON w.sample_id = s.sample_id AND w.plan_id = s.plan_id
      LEFT JOIN sample_withdrawals r ON r.sample_id = s.sample_id AND r.replacement_id = s.plan_id;
  COMMENT ON VIEW sample_outcomes IS 'What became of each plan that could be drawn: drawn, reserve, withdrawn or replacement';
  GRANT SELECT ON sample_outcomes TO audit_app;
`;

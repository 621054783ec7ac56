import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Moderation, and what stays of an audit and of a round once they are closed. Decisions and
 * corrections are added and never changed; a closed audit is one row that everything later reads.
 */
export class CreateModerations1795220200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATES);
    await runner.query(SAMPLED_PLAN_KEYS);
    await runner.query(DECISIONS);
    await runner.query(MODERATIONS);
    await runner.query(RESULTS);
    await runner.query(ROUND_CLOSINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE round_coverage, round_closings, audit_results, moderations, profile_corrections, moderation_decisions;
      DROP FUNCTION refuse_unless_in_moderation();
      DROP VIEW sampled_plan_keys;
      DROP TRIGGER audits_never_change ON audits;
      ${neverChange(`(OLD.state <> 'open' AND NEW.state = 'open') OR OLD.state = 'closed'`)}
      ALTER TABLE audits DROP CONSTRAINT audits_state_ck,
        ADD CONSTRAINT audits_state_ck CHECK (state IN ('open', 'awaiting-moderation', 'closed'));
      ALTER TABLE scorings DROP CONSTRAINT scorings_state_ck,
        ADD CONSTRAINT scorings_state_ck CHECK (state IN ('open', 'submitted', 'withdrawn'));
      COMMENT ON COLUMN audits.state IS 'open: being scored; awaiting-moderation: every scoring is in or withdrawn; closed: for good';
      COMMENT ON TABLE scorings IS 'One agency''s own scoring of an audit; once submitted or withdrawn it never changes';
      COMMENT ON COLUMN scorings.state IS NULL;
    `);
  }
}

/** What of an audit never changes, and which moves from state to state are refused. */
function neverChange(refusedMoves: string): string {
  return `
  CREATE TRIGGER audits_never_change BEFORE UPDATE ON audits FOR EACH ROW
    WHEN ((NEW.id, NEW.reference, NEW.round_id, NEW.quarter, NEW.sample_id, NEW.plan_id, NEW.stratum,
           NEW.framework_version_id, NEW.register_facts, NEW.made_at)
        IS DISTINCT FROM (OLD.id, OLD.reference, OLD.round_id, OLD.quarter, OLD.sample_id, OLD.plan_id, OLD.stratum,
           OLD.framework_version_id, OLD.register_facts, OLD.made_at)
      OR ${refusedMoves})
    EXECUTE FUNCTION refuse_change();`;
}

const STATES = `
  ALTER TABLE audits DROP CONSTRAINT audits_state_ck,
    ADD CONSTRAINT audits_state_ck CHECK (state IN ('open', 'awaiting-moderation', 'closed', 'not-completed'));
  COMMENT ON COLUMN audits.state IS 'open: being scored; awaiting-moderation: every scoring is in or withdrawn; closed: for good; not-completed: its round closed first';
  DROP TRIGGER audits_never_change ON audits;
  ${neverChange(`OLD.state IN ('closed', 'not-completed') OR (OLD.state = 'awaiting-moderation' AND NEW.state = 'open')
      OR (OLD.state = 'open' AND NEW.state = 'closed')`)}
  ALTER TABLE scorings DROP CONSTRAINT scorings_state_ck,
    ADD CONSTRAINT scorings_state_ck CHECK (state IN ('open', 'submitted', 'withdrawn', 'not-completed'));
  COMMENT ON TABLE scorings IS 'One agency''s own scoring of an audit; once submitted, withdrawn or not completed it never changes';
  COMMENT ON COLUMN scorings.state IS 'open: being scored; submitted: locked; withdrawn: by the lead; not-completed: the round closed before it was in';
`;

const SAMPLED_PLAN_KEYS = `
  CREATE VIEW sampled_plan_keys AS
    SELECT f.sample_id, f.plan_id, s.round_id, r.kind AS round_kind, f.stratum, t.population_size AS stratum_population,
           t.size AS stratum_sample_size, f.local_authority, f.phase, f.setting_group, f.primary_need, f.is_looked_after,
           f.team, f.year_group
      FROM sampled_plans f
      JOIN samples s ON s.id = f.sample_id
      JOIN audit_rounds r ON r.id = s.round_id
      JOIN sample_strata t ON t.sample_id = f.sample_id AND t.key = f.stratum;
  COMMENT ON VIEW sampled_plan_keys IS 'By what results of a sampled plan are weighted and filtered, as on the day of the draw';
  GRANT SELECT ON sampled_plan_keys TO audit_app;
`;

const DECISIONS = `
  CREATE TABLE moderation_decisions (
    audit_id uuid NOT NULL CONSTRAINT moderation_decisions_audit_fk REFERENCES audits,
    criterion text NOT NULL CONSTRAINT moderation_decisions_criterion_ck CHECK (char_length(criterion) BETWEEN 1 AND 60),
    version integer NOT NULL CONSTRAINT moderation_decisions_version_ck CHECK (version > 0),
    outcome text NOT NULL CONSTRAINT moderation_decisions_outcome_ck CHECK (char_length(outcome) BETWEEN 1 AND 60),
    reason text CONSTRAINT moderation_decisions_reason_ck CHECK (char_length(reason) BETWEEN 1 AND 1000),
    decided_by uuid NOT NULL CONSTRAINT moderation_decisions_decided_by_fk REFERENCES accounts,
    decided_at timestamptz NOT NULL,
    CONSTRAINT moderation_decisions_pk PRIMARY KEY (audit_id, criterion, version)
  );
  CREATE INDEX moderation_decisions_decided_by_ix ON moderation_decisions (decided_by);
  COMMENT ON TABLE moderation_decisions IS 'What moderators recorded for a criterion; the highest version counts, the others are its history';
  COMMENT ON COLUMN moderation_decisions.criterion IS 'Key, in the framework version of the audit';
  COMMENT ON COLUMN moderation_decisions.outcome IS 'A grade of the scale, cannot-tell or not-applicable';
  COMMENT ON COLUMN moderation_decisions.reason IS 'Always there where the outcome departs from the proposal or grades lay two or more apart';

  CREATE TABLE profile_corrections (
    audit_id uuid NOT NULL CONSTRAINT profile_corrections_audit_fk REFERENCES audits,
    field text NOT NULL CONSTRAINT profile_corrections_field_ck CHECK (char_length(field) BETWEEN 1 AND 60),
    version integer NOT NULL CONSTRAINT profile_corrections_version_ck CHECK (version > 0),
    value jsonb CONSTRAINT profile_corrections_value_ck CHECK (jsonb_typeof(value) IN ('string', 'number')),
    reason text CONSTRAINT profile_corrections_reason_ck CHECK (char_length(reason) BETWEEN 1 AND 1000),
    corrected_by uuid NOT NULL CONSTRAINT profile_corrections_corrected_by_fk REFERENCES accounts,
    corrected_at timestamptz NOT NULL,
    CONSTRAINT profile_corrections_pk PRIMARY KEY (audit_id, field, version),
    CONSTRAINT profile_corrections_reasoned_ck CHECK (value IS NULL OR reason IS NOT NULL)
  );
  CREATE INDEX profile_corrections_corrected_by_ix ON profile_corrections (corrected_by);
  COMMENT ON TABLE profile_corrections IS 'What moderators put in the place of profile fields; the highest version counts, the others are its history';
  COMMENT ON COLUMN profile_corrections.value IS 'Empty where the correction was taken back';

  CREATE FUNCTION refuse_unless_in_moderation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM written w JOIN audits a ON a.id = w.audit_id WHERE a.state <> 'awaiting-moderation') THEN
      RAISE EXCEPTION 'what is recorded in the moderation of an audit that is not in it never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER moderation_decisions_only_in_moderation AFTER INSERT ON moderation_decisions
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_in_moderation();
  CREATE TRIGGER profile_corrections_only_in_moderation AFTER INSERT ON profile_corrections
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_in_moderation();
  CREATE TRIGGER moderation_decisions_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON moderation_decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER profile_corrections_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON profile_corrections
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON moderation_decisions, profile_corrections TO audit_app;
`;

const MODERATIONS = `
  CREATE TABLE moderations (
    audit_id uuid CONSTRAINT moderations_pk PRIMARY KEY CONSTRAINT moderations_audit_fk REFERENCES audits,
    closed_by uuid NOT NULL CONSTRAINT moderations_closed_by_fk REFERENCES accounts,
    closed_at timestamptz NOT NULL,
    as_proposed boolean NOT NULL,
    reasons jsonb NOT NULL CONSTRAINT moderations_reasons_ck CHECK (jsonb_typeof(reasons) = 'array'),
    differing smallint NOT NULL CONSTRAINT moderations_differing_ck CHECK (differing >= 0),
    capped_grade smallint,
    final_grade_reason text CONSTRAINT moderations_final_grade_reason_ck CHECK (char_length(final_grade_reason) BETWEEN 1 AND 1000),
    feedback_points text[] NOT NULL CONSTRAINT moderations_feedback_points_ck CHECK (cardinality(feedback_points) <= 3),
    CONSTRAINT moderations_as_proposed_ck CHECK (NOT as_proposed OR (reasons = '[]' AND final_grade_reason IS NULL))
  );
  CREATE INDEX moderations_closed_by_ix ON moderations (closed_by);
  COMMENT ON TABLE moderations IS 'How each audit was closed; never changes';
  COMMENT ON COLUMN moderations.as_proposed IS 'Accepted as proposed in one act, because there was no reason to moderate';
  COMMENT ON COLUMN moderations.reasons IS 'Why it was moderated, with the keys of the criteria';
  COMMENT ON COLUMN moderations.differing IS 'Criteria that applied and on which grades differed';
  COMMENT ON COLUMN moderations.capped_grade IS 'What was worked out after caps, kept beside the final grade; 1 is the lowest; empty where partial';
  COMMENT ON COLUMN moderations.final_grade_reason IS 'Why the final grade is not the capped one';
  COMMENT ON COLUMN moderations.feedback_points IS 'Keys of the criteria of which the plan''s writer hears';
  CREATE TRIGGER moderations_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON moderations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON moderations TO audit_app;
`;

const RESULTS = `
  CREATE TABLE audit_results (
    audit_id uuid CONSTRAINT audit_results_pk PRIMARY KEY CONSTRAINT audit_results_audit_fk REFERENCES audits,
    reference text NOT NULL,
    framework_version_id uuid NOT NULL CONSTRAINT audit_results_framework_version_fk REFERENCES framework_versions,
    framework_kind text NOT NULL,
    quarter text NOT NULL,
    round_id uuid NOT NULL CONSTRAINT audit_results_round_fk REFERENCES audit_rounds,
    round_kind text NOT NULL,
    stratum text NOT NULL,
    stratum_population integer NOT NULL,
    stratum_sample_size integer NOT NULL,
    local_authority text NOT NULL,
    phase text NOT NULL,
    setting_group text NOT NULL,
    primary_need text,
    is_looked_after boolean NOT NULL,
    team text,
    year_group smallint,
    closed_on date NOT NULL,
    agencies text[] NOT NULL,
    status text NOT NULL CONSTRAINT audit_results_status_ck CHECK (status IN ('graded', 'partial')),
    agreed_grades smallint[] NOT NULL CONSTRAINT audit_results_agreed_grades_ck CHECK (-1 <= ALL (agreed_grades)),
    agency_grades jsonb NOT NULL CONSTRAINT audit_results_agency_grades_ck CHECK (jsonb_typeof(agency_grades) = 'object'),
    domain_scores numeric(5, 2)[] NOT NULL,
    domain_grades smallint[] NOT NULL,
    overall_score numeric(5, 2),
    calculated_grade smallint,
    caps_applied text[] NOT NULL,
    final_grade smallint,
    facts jsonb NOT NULL CONSTRAINT audit_results_facts_ck CHECK (jsonb_typeof(facts) = 'object'),
    profile jsonb NOT NULL CONSTRAINT audit_results_profile_ck CHECK (jsonb_typeof(profile) = 'object'),
    CONSTRAINT audit_results_overall_ck CHECK (
      (status = 'graded') = (overall_score IS NOT NULL) AND (status = 'graded') = (calculated_grade IS NOT NULL)
      AND (status = 'graded') = (final_grade IS NOT NULL))
  );
  CREATE INDEX audit_results_quarter_ix ON audit_results (framework_kind, quarter);
  CREATE INDEX audit_results_round_ix ON audit_results (round_id);
  CREATE INDEX audit_results_framework_version_ix ON audit_results (framework_version_id);
  COMMENT ON TABLE audit_results IS 'One closed audit, frozen: all that trends, reports and exports read of it; never changes';
  COMMENT ON COLUMN audit_results.quarter IS 'Of the round, whatever the day the audit closed';
  COMMENT ON COLUMN audit_results.stratum_population IS 'Plans that the stratum held on the day of the draw';
  COMMENT ON COLUMN audit_results.stratum_sample_size IS 'Plans that were drawn from it';
  COMMENT ON COLUMN audit_results.local_authority IS 'This and the columns up to year_group are what results are filtered by, as on the day of the draw';
  COMMENT ON COLUMN audit_results.closed_on IS 'The day in London';
  COMMENT ON COLUMN audit_results.agencies IS 'Keys of the agencies that submitted';
  COMMENT ON COLUMN audit_results.status IS 'graded: it has an overall grade; partial: too little could be graded for one';
  COMMENT ON COLUMN audit_results.agreed_grades IS 'In the order of the version''s criteria: 1 for the lowest grade and upward, 0 not applicable, -1 cannot tell';
  COMMENT ON COLUMN audit_results.agency_grades IS 'The same by agency, as submitted; null where the agency does not score the criterion';
  COMMENT ON COLUMN audit_results.domain_scores IS 'In the order of the version''s domains; null for a domain with nothing graded';
  COMMENT ON COLUMN audit_results.calculated_grade IS 'By the score alone';
  COMMENT ON COLUMN audit_results.caps_applied IS 'Keys of the caps that applied';
  COMMENT ON COLUMN audit_results.final_grade IS 'What the audit closed with: after caps and the moderator''s step';
  COMMENT ON COLUMN audit_results.facts IS 'Counted facts of all agencies, by key';
  COMMENT ON COLUMN audit_results.profile IS 'The profile that applicability was read from, by key of the field';
  CREATE TRIGGER audit_results_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_results
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON audit_results TO audit_app;
`;

const ROUND_CLOSINGS = `
  CREATE TABLE round_closings (
    round_id uuid CONSTRAINT round_closings_pk PRIMARY KEY CONSTRAINT round_closings_round_fk REFERENCES audit_rounds,
    quarter text NOT NULL,
    kind text NOT NULL,
    framework_kind text NOT NULL,
    framework_version_id uuid NOT NULL CONSTRAINT round_closings_framework_version_fk REFERENCES framework_versions,
    closed_by uuid NOT NULL CONSTRAINT round_closings_closed_by_fk REFERENCES accounts,
    closed_at timestamptz NOT NULL
  );
  CREATE INDEX round_closings_quarter_ix ON round_closings (framework_kind, quarter);
  CREATE INDEX round_closings_closed_by_ix ON round_closings (closed_by);
  CREATE INDEX round_closings_framework_version_ix ON round_closings (framework_version_id);
  COMMENT ON TABLE round_closings IS 'Closed rounds; only their audits are in trends and reports. Never changes';

  CREATE TABLE round_coverage (
    round_id uuid NOT NULL CONSTRAINT round_coverage_round_fk REFERENCES round_closings,
    stratum text NOT NULL,
    population integer NOT NULL,
    drawn integer NOT NULL,
    withdrawn integer NOT NULL,
    replaced integer NOT NULL,
    graded integer NOT NULL,
    partial integer NOT NULL,
    not_completed integer NOT NULL,
    CONSTRAINT round_coverage_pk PRIMARY KEY (round_id, stratum),
    CONSTRAINT round_coverage_sum_ck CHECK (drawn - withdrawn + replaced = graded + partial + not_completed)
  );
  COMMENT ON TABLE round_coverage IS 'What a closed round came to, by stratum, in plans; never changes';
  COMMENT ON COLUMN round_coverage.population IS 'Plans that the stratum held on the day of the draw';
  COMMENT ON COLUMN round_coverage.replaced IS 'Places that a plan in reserve took';
  COMMENT ON COLUMN round_coverage.graded IS 'Audits closed with an overall grade';
  COMMENT ON COLUMN round_coverage.partial IS 'Audits closed without one';
  COMMENT ON COLUMN round_coverage.not_completed IS 'Plans whose audit was not closed, those without an audit included';
  CREATE TRIGGER round_closings_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON round_closings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER round_coverage_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON round_coverage
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON round_closings, round_coverage TO audit_app;
`;

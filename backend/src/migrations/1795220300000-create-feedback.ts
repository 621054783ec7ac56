import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the writer of a plan receives when its audit closes, and what they reply. A feedback is one
 * row that never changes; each reply is a row more, so that the newest counts and the others are kept.
 */
export class CreateFeedback1795220300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDITS_IN_SAMPLE);
    await runner.query(FEEDBACK);
    await runner.query(REPLIES);
    await runner.query(PROGRESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW feedback_progress;
      DROP TABLE feedback_replies, feedback_openings, feedback;
      DROP VIEW audits_in_sample;
    `);
  }
}

const AUDITS_IN_SAMPLE = `
  CREATE VIEW audits_in_sample AS
    SELECT a.id FROM audits a
     WHERE NOT EXISTS (SELECT FROM sample_outcomes o
                        WHERE o.sample_id = a.sample_id AND o.plan_id = a.plan_id AND o.outcome = 'withdrawn');
  COMMENT ON VIEW audits_in_sample IS 'Published by audits: those whose plan was not withdrawn from the sample, also after the audit closed';
  GRANT SELECT ON audits_in_sample TO audit_app;
`;

const FEEDBACK = `
  CREATE TABLE feedback (
    id uuid CONSTRAINT feedback_pk PRIMARY KEY,
    audit_id uuid NOT NULL CONSTRAINT feedback_audit_uq UNIQUE CONSTRAINT feedback_audit_fk REFERENCES audits,
    reference text NOT NULL,
    plan_ref text NOT NULL,
    quarter text NOT NULL,
    framework_kind text NOT NULL,
    framework_title text NOT NULL,
    officer_ref text,
    team text,
    grade jsonb CONSTRAINT feedback_grade_ck CHECK (jsonb_typeof(grade) = 'object'),
    points jsonb NOT NULL CONSTRAINT feedback_points_ck
      CHECK (jsonb_typeof(points) = 'array' AND jsonb_array_length(points) <= 3),
    no_points_because text
      CONSTRAINT feedback_no_points_because_ck CHECK (no_points_because IN ('transferred-in', 'tribunal-ordered', 'none-below')),
    strengths jsonb NOT NULL CONSTRAINT feedback_strengths_ck
      CHECK (jsonb_typeof(strengths) = 'array' AND jsonb_array_length(strengths) <= 2),
    closed_at timestamptz NOT NULL,
    CONSTRAINT feedback_no_points_ck CHECK ((jsonb_array_length(points) = 0) = (no_points_because IS NOT NULL))
  );
  CREATE INDEX feedback_officer_ref_ix ON feedback (officer_ref);
  CREATE INDEX feedback_quarter_ix ON feedback (quarter, framework_kind);
  COMMENT ON TABLE feedback IS 'What the writer of a plan receives, frozen in the transaction that closes the audit; never changes';
  COMMENT ON COLUMN feedback.reference IS 'Of the audit';
  COMMENT ON COLUMN feedback.officer_ref IS 'How the register named the plan''s officer on the day of the draw; matched to accounts when read';
  COMMENT ON COLUMN feedback.team IS 'On the day of the draw';
  COMMENT ON COLUMN feedback.grade IS 'The final grade, key and label; empty where the audit closed partial';
  COMMENT ON COLUMN feedback.points IS 'What to put right, in order: criterion, agreed grade, evidence, the next grade up and the sources, in the words of that day';
  COMMENT ON COLUMN feedback.no_points_because IS 'Why there are none';
  COMMENT ON COLUMN feedback.strengths IS 'Up to two criteria with the highest grades, and what was said of them';
  CREATE TRIGGER feedback_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON feedback
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON feedback TO audit_app;
`;

const REPLIES = `
  CREATE TABLE feedback_openings (
    feedback_id uuid CONSTRAINT feedback_openings_pk PRIMARY KEY CONSTRAINT feedback_openings_feedback_fk REFERENCES feedback,
    opened_by uuid NOT NULL CONSTRAINT feedback_openings_opened_by_fk REFERENCES accounts,
    opened_at timestamptz NOT NULL
  );
  CREATE INDEX feedback_openings_opened_by_ix ON feedback_openings (opened_by);
  COMMENT ON TABLE feedback_openings IS 'When somebody who answers a feedback first opened it';
  CREATE TRIGGER feedback_openings_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON feedback_openings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE feedback_replies (
    feedback_id uuid NOT NULL CONSTRAINT feedback_replies_feedback_fk REFERENCES feedback,
    criterion text NOT NULL,
    version integer NOT NULL CONSTRAINT feedback_replies_version_ck CHECK (version > 0),
    answer text NOT NULL
      CONSTRAINT feedback_replies_answer_ck CHECK (answer IN ('corrected-now', 'at-next-review', 'not-possible')),
    note text CONSTRAINT feedback_replies_note_ck CHECK (char_length(note) BETWEEN 1 AND 500),
    replied_by uuid NOT NULL CONSTRAINT feedback_replies_replied_by_fk REFERENCES accounts,
    replied_at timestamptz NOT NULL,
    CONSTRAINT feedback_replies_pk PRIMARY KEY (feedback_id, criterion, version),
    CONSTRAINT feedback_replies_not_possible_ck CHECK (answer <> 'not-possible' OR note IS NOT NULL)
  );
  CREATE INDEX feedback_replies_replied_by_ix ON feedback_replies (replied_by);
  COMMENT ON TABLE feedback_replies IS 'Replies to the points of a feedback; the newest version counts and none ever changes';
  COMMENT ON COLUMN feedback_replies.criterion IS 'Key of the point';
  COMMENT ON COLUMN feedback_replies.version IS 'From 1; a reply made on an older one than the newest is refused';
  CREATE TRIGGER feedback_replies_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON feedback_replies
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  GRANT SELECT, INSERT ON feedback_openings, feedback_replies TO audit_app;
`;

const PROGRESS = `
  CREATE VIEW feedback_progress AS
    SELECT f.*, jsonb_array_length(f.points) AS point_count, r.answered_count, o.opened_at,
           CASE WHEN jsonb_array_length(f.points) = 0 THEN 'no-points'
                WHEN r.answered_count = jsonb_array_length(f.points) THEN 'answered'
                WHEN o.opened_at IS NOT NULL OR r.answered_count > 0 THEN 'read'
                ELSE 'not-read' END AS state
      FROM feedback f
      JOIN audits_in_sample a ON a.id = f.audit_id
      LEFT JOIN feedback_openings o ON o.feedback_id = f.id
     CROSS JOIN LATERAL (SELECT count(DISTINCT criterion)::integer AS answered_count
                           FROM feedback_replies WHERE feedback_id = f.id) r;
  COMMENT ON VIEW feedback_progress IS 'Feedback on plans that are still in their sample, with how far its answers are';
  GRANT SELECT ON feedback_progress TO audit_app;
`;

import type { ReportListResponse, ReportResponse } from '@app/shared/contracts';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, RequestOptions, Visitor } from '../visitor.js';
import { closeQuarters, LAST_CLOSED } from './closed-quarters.js';

/** A report as it is answered. */
export type Report = Pick<ReportResponse, keyof ReportResponse>;

/** The latest closed quarter, January to March 2025, and the one before it. */
export const WINTER = LAST_CLOSED;
export const AUTUMN_BEFORE = '2024-25-Q3';

/**
 * Eight closed quarters, the last the winter of 2025, and the draws of their rounds, which
 * `closeQuarters` does without. The demonstration's reports go with its quarters.
 */
export async function closeTheQuarters(service: Service): Promise<void> {
  await closeQuarters(service);
  await service.database.asOwner(`
    BEGIN;
    SET LOCAL session_replication_role = replica;
    DELETE FROM report_decisions d USING learning_reports r WHERE r.id = d.report_id AND r.quarter > '${LAST_CLOSED}';
    DELETE FROM learning_reports WHERE quarter > '${LAST_CLOSED}';
    UPDATE audit_rounds SET programme_id = (SELECT id FROM programmes ORDER BY year LIMIT 1) WHERE state = 'closed';
    INSERT INTO samples (id, round_id, programme_id, draw_number, drawn_by, drawn_at, drawn_on, register_as_at_on, rule,
                         frame_sha256, population_size, size)
      SELECT gen_random_uuid(), r.id, r.programme_id, 900 + row_number() OVER (), gen_random_uuid(), '2026-04-14T09:00:00Z',
             '2026-04-14', '2026-04-01', 'made', repeat('0', 64), 1500, 31
        FROM audit_rounds r WHERE r.state = 'closed' AND NOT EXISTS (SELECT FROM samples s WHERE s.round_id = r.id);
    COMMIT;`);
}

export function makeReport(
  ruth: Visitor,
  quarter = WINTER,
  options?: RequestOptions,
): Promise<Answer<Report>> {
  return ruth.post('/api/reports', { frameworkKind: 'ehc-plan', quarter }, options);
}

export async function readReport(visitor: Visitor, id: string): Promise<Report> {
  const { status, body } = await visitor.get<Report>(`/api/reports/${id}`);
  if (status !== 200) throw new Error(`no report: ${JSON.stringify(body)}`);
  return body;
}

export async function reportList(visitor: Visitor): Promise<ReportListResponse> {
  return (await visitor.get<ReportListResponse>('/api/reports')).body;
}

/** The draft of a quarter, whatever other tests have done: the one there is, or the next edition. */
export async function aDraft(ruth: Visitor, quarter = WINTER): Promise<Report> {
  const { reports } = await reportList(ruth);
  const draft = reports.find((one) => one.state === 'draft' && one.quarter === quarter);
  if (draft) return readReport(ruth, draft.id);
  const { status, body } = await makeReport(ruth, quarter);
  if (status !== 201) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body;
}

export function changeReport(
  ruth: Visitor,
  { id, version }: Pick<Report, 'id' | 'version'>,
  change: Record<string, unknown> = {},
  options?: RequestOptions,
): Promise<Answer<Report>> {
  return ruth.put(`/api/reports/${id}`, { decisions: [], version, ...change }, options);
}

export function publishReport(
  ruth: Visitor,
  { id, version }: Pick<Report, 'id' | 'version'>,
  options?: RequestOptions,
): Promise<Answer<Report>> {
  return ruth.post(`/api/reports/${id}/publication`, { version }, options);
}

export const oneDecision = {
  text: 'Agree one template for health advice',
  ...{ owner: 'Designated clinical officer', section: 'gap' },
};

/** A published report that asks for one decision. */
export async function aPublishedReport(service: Service, quarter = WINTER): Promise<Report> {
  const ruth = await service.signIn(people.ruth);
  const draft = await aDraft(ruth, quarter);
  const whatChanged = draft.report.edition > 1 ? 'One audit was counted twice.' : null;
  const { body: changed } = await changeReport(ruth, draft, {
    ...{ decisions: [oneDecision], whatChanged },
  });
  const { status, body } = await publishReport(ruth, changed);
  if (status !== 200) throw new Error(`not published: ${JSON.stringify(body)}`);
  return body;
}

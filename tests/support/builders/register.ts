import { registerColumns } from '@app/shared/domain';
import { people } from '../people.js';
import type { Service } from '../service.js';
import type { Answer, Visitor } from '../visitor.js';

/** What a row says, by the keys of the template's columns. */
export type RegisterRow = Record<string, string>;

export interface AbsentPlan {
  id: string;
  planRef: string;
  version: number;
}

/** After the register of the demonstration, so that it may be confirmed. */
export const SEPTEMBER = '2026-09-01';

const templateColumns = registerColumns.map(({ key }) => key);
const example = Object.fromEntries(registerColumns.map(({ key, example: text }) => [key, text]));

let made = 0;

/** A reference that no other test uses. */
export function aReference(): string {
  made += 1;
  return `T-${String(made).padStart(5, '0')}`;
}

/** A row like the template's example but for what the test is about. */
export const aRow = (cells: RegisterRow = {}): RegisterRow => ({
  ...example,
  plan_ref: aReference(),
  ...cells,
});

/** A file as a system saves it, with each value in quotation marks. */
export function csvOf(
  rows: readonly RegisterRow[],
  columns: readonly string[] = templateColumns,
): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((key) => row[key] ?? '')))].join(
    '\r\n',
  );
}

/** Sends a file as the page does. */
export function uploadFile<Body = Record<string, unknown>>(
  visitor: Visitor,
  file: string | Uint8Array<ArrayBuffer>,
  asAt = SEPTEMBER,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  return visitor.send('POST', `/api/plan-registers?asAt=${asAt}`, undefined, {
    rawBody: file,
    headers: { 'content-type': 'text/csv', ...headers },
  });
}

export function aRegister(service: Service): RegisterBuilder {
  return new RegisterBuilder(service);
}

/** Uploads a register as Ruth does. Says only what a test is about; everything else is dull. */
class RegisterBuilder {
  private rows: RegisterRow[] = [aRow()];
  private columns: readonly string[] = templateColumns;
  private asAt = SEPTEMBER;
  private lead: Visitor | null = null;

  constructor(private readonly service: Service) {}

  of(...rows: RegisterRow[]): this {
    this.rows = rows;
    return this;
  }

  /** More columns than the template has. */
  withColumns(...more: string[]): this {
    this.columns = [...templateColumns, ...more];
    return this;
  }

  asAtDay(day: string): this {
    this.asAt = day;
    return this;
  }

  by(lead: Visitor): this {
    this.lead = lead;
    return this;
  }

  /** The key of an upload that waits. */
  async upload(): Promise<string> {
    const lead = await this.ruth();
    const answer = await uploadFile<{ id: string }>(
      lead,
      csvOf(this.rows, this.columns),
      this.asAt,
    );
    if (answer.status !== 201) throw new Error(`not uploaded: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  /** The plans of the demonstration are absent from it, unless they were kept before. */
  async confirm(): Promise<{ id: string; absent: AbsentPlan[] }> {
    const lead = await this.ruth();
    const id = await this.upload();
    const { body: seen } = await lead.get(`/api/plan-registers/${id}`);
    const answer = await lead.post(`/api/plan-registers/${id}/confirmation`, {
      version: seen.version,
      importReadyRows: true,
    });
    if (answer.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(answer.body)}`);
    const { body } = await lead.get<{ plans: AbsentPlan[] }>(`/api/plan-registers/${id}/absent`);
    return { id, absent: body.plans };
  }

  private async ruth(): Promise<Visitor> {
    this.lead ??= await this.service.signIn(people.ruth);
    return this.lead;
  }
}

/** The key of a plan of the demonstration. */
export async function aPlan(service: Service): Promise<string> {
  const [plan] = await service.database.asOwner<{ id: string }>(
    'SELECT id FROM plans ORDER BY plan_ref LIMIT 1',
  );
  return plan?.id ?? 'no plan';
}

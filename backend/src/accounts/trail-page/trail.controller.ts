import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TrailFilter, TrailPageResponse } from '@app/shared/contracts';
import { endOfLondonDay, isDay, Problem, startOfLondonDay } from '@app/shared/domain';
import { Answers } from '../../platform/http/answers.js';
import { TrailRepository, type TrailRow } from '../../trail/index.js';
import { AccountRepository } from '../account.repository.js';

const PAGE_SIZE = 50;

/** The trail read as a page. It lives here because the entries hold keys and the names are accounts'. */
@ApiTags('trail')
@Controller('trail')
export class TrailController {
  constructor(
    private readonly trail: TrailRepository,
    private readonly accounts: AccountRepository,
  ) {}

  @Get()
  @Answers(200, TrailPageResponse, 'not-signed-in')
  async read(@Query() filter: TrailFilter): Promise<TrailPageResponse> {
    const page = filter.page ?? 1;
    const search = {
      ...(filter.from ? { from: startOfLondonDay(realDay('from', filter.from)) } : {}),
      ...(filter.to ? { before: endOfLondonDay(realDay('to', filter.to)) } : {}),
      ...(filter.act ? { act: filter.act } : {}),
      ...(filter.account ? { accountId: filter.account } : {}),
    };
    const [{ rows, total }, acts] = await Promise.all([
      this.trail.page(search, page, PAGE_SIZE),
      this.trail.acts(),
    ]);
    const names = await this.accounts.namesOf(rows.flatMap(accountIdsOf));
    return {
      entries: rows.map((row) => entryOf(row, names)),
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      total,
      acts,
    };
  }
}

function realDay(path: string, day: string): string {
  if (isDay(day)) return day;
  throw Problem.ofFields('contract-broken', [{ path, message: `${day} is not a real date` }]);
}

function accountIdsOf(row: TrailRow): string[] {
  return [row.actor_id, row.subject_type === 'account' ? row.subject_id : null].filter(
    (id) => id !== null,
  );
}

function entryOf(
  row: TrailRow,
  names: ReadonlyMap<string, string>,
): TrailPageResponse['entries'][number] {
  return {
    id: row.id,
    happenedAt: row.happened_at.toISOString(),
    act: row.act,
    actor: row.actor_id
      ? { id: row.actor_id, fullName: names.get(row.actor_id) ?? 'An account no longer known' }
      : null,
    subject: row.subject_type
      ? {
          type: row.subject_type,
          id: row.subject_id,
          title: names.get(row.subject_id ?? '') ?? null,
        }
      : null,
    details: Object.entries(row.details)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => ({
        name,
        value: Array.isArray(value) ? value.join(', ') : String(value),
      })),
    isSealed: row.is_sealed,
  };
}

import { RoundClosed, Transactions } from '@app/backend/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrendsResponse } from '@app/shared/contracts';
import type { CompiledQuarter, RoundKind } from '@app/shared/domain';
import { closeQuarters, type ClosedQuarters } from '../../support/builders/closed-quarters.js';
import { closeRound } from '../../support/builders/moderation.js';
import {
  aDrawnRound,
  AUTUMN,
  LATE_SEPTEMBER,
  openTheYear,
  routine,
} from '../../support/builders/round.js';
import { people } from '../../support/people.js';
import { startService, type Service } from '../../support/service.js';

/** Past the day by which the scorings of the autumn are due. */
const AFTER_THE_AUTUMN = new Date('2026-12-21T09:00:00Z');

interface Stored {
  quarter: string;
  compiled: CompiledQuarter;
  for_readers: CompiledQuarter;
}

describe('compiling a quarter', () => {
  let service: Service;
  let made: ClosedQuarters;

  beforeAll(async () => {
    service = await startService();
    made = await closeQuarters(service, { isCompiled: false });
  });
  afterAll(() => service.stop());

  const stored = () =>
    service.database.asOwner<Stored>(
      'SELECT quarter, compiled, for_readers FROM quarter_measures ORDER BY quarter',
    );
  const announce = (
    { quarter, frameworkVersionId, results }: (typeof made.rounds)[number],
    kind: RoundKind,
  ) =>
    service.app.get(Transactions).run((manager) =>
      service.app.get(RoundClosed).announce(
        {
          ...{ roundId: results[0]?.roundId ?? '', kind, quarter, frameworkVersionId },
          ...{ frameworkKind: 'ehc-plan', closedAt: service.clock.now() },
        },
        manager,
      ),
    );

  it('happens when its routine round closes, from the results of that round and the two years before', async () => {
    for (const round of made.rounds) await announce(round, 'routine');
    const rows = await stored();
    expect(rows.map(({ compiled }) => compiled)).toEqual(asKept(made.full));
    expect(rows.map(({ for_readers: forReaders }) => forReaders)).toEqual(asKept(made.forReaders));
  });

  it('never happens for a round that is no random sample of the whole register', async () => {
    const before = (await stored()).length;
    const [round] = made.rounds;
    for (const kind of ['theme', 'dip', 're-audit'] as const) {
      if (round) await announce(round, kind);
    }
    expect(await stored()).toHaveLength(before);
  });

  it('goes on when Ruth closes a round of which no audit was completed, and gives no share of it', async () => {
    service.clock.set(LATE_SEPTEMBER);
    const { id } = await aDrawnRound(await openTheYear(service), routine());
    service.clock.set(AFTER_THE_AUTUMN);
    const ruth = await service.signIn(people.ruth);
    await closeRound(ruth, id);
    const { body } = await ruth.get<TrendsResponse>('/api/trends/ehc-plan');
    const overall = body.measures.find(({ key }) => key === 'overall');
    expect(overall?.points.at(-1)).toMatchObject({
      quarter: AUTUMN,
      point: {
        share: { estimate: null, interval: null },
        sentence: 'No share is given: no audit was completed.',
      },
    });
    expect(overall?.change).toMatchObject({ outcome: 'none' });
  });
});

const asKept = (compiled: CompiledQuarter[]) =>
  JSON.parse(JSON.stringify(compiled)) as CompiledQuarter[];

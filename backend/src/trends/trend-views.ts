import { Injectable } from '@nestjs/common';
import type { TrendsResponse } from '@app/shared/contracts';
import { measureSeries, Problem, type MeasureSeries } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { isFull, TrendRepository } from './trend.repository.js';

/** Compiled quarters put together as series. Nothing is decided here: each version was compiled apart. */
@Injectable()
export class TrendViews {
  constructor(private readonly trends: TrendRepository) {}

  /** @throws Problem not-found when no quarter of the kind was compiled */
  async ofKind(access: Access, kind: string): Promise<TrendsResponse> {
    const title = (await this.trends.kinds()).find((one) => one.kind === kind)?.title;
    if (title === undefined) throw Problem.notFound('This trend');
    const measures = measureSeries(await this.trends.ofKind(access, kind));
    return { kind, title, isFull: isFull(access.account.roles), measures };
  }

  /** @throws Problem not-found when the latest quarter has no such measure */
  async measure(access: Access, kind: string, key: string): Promise<MeasureSeries> {
    const all = measureSeries(await this.trends.ofKind(access, kind));
    const found = all.find((series) => series.key === key);
    if (!found) throw Problem.notFound('This measure');
    return found;
  }
}

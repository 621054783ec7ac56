import { Injectable } from '@nestjs/common';
import type { WouldHaveChangedResponse } from '@app/shared/contracts';
import { Problem, registerRound, whatWouldHaveChanged, type QuarterKey } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { AuditResultRepository, type ResultSearch } from '../audits/index.js';
import { FrameworkRepository } from '../frameworks/index.js';

/** What a newer version of a framework, or its draft, would have made of the last closed quarter. */
@Injectable()
export class WouldHaveChanged {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly results: AuditResultRepository,
  ) {}

  /** @throws Problem not-found when one of the two is no version of the kind */
  async of(
    access: Access,
    kind: string,
    olderId: string,
    newerId: string,
  ): Promise<WouldHaveChangedResponse> {
    const older = await this.frameworks.version(olderId);
    const newer = await this.frameworks.definitionOf(newerId);
    if (older.kind !== kind || newer.kind !== kind) throw Problem.notFound('This framework');
    const search = { frameworkKind: kind, roundKind: registerRound(older.definition.unit) };
    const quarter = await this.lastQuarterOn(access, search, olderId);
    const results = quarter
      ? await this.results.ofQuarters(access, { ...search, from: quarter, to: quarter })
      : [];
    const found = whatWouldHaveChanged(results, older.definition, newer);
    const audits = results.length;
    if (!found.isComparable) {
      return { quarter, because: found.because, audits, moves: null, byGrade: [] };
    }
    return { quarter, because: null, audits, moves: found.moves, byGrade: found.byGrade };
  }

  /** The last quarter in which audits were closed on a version; a quarter has one round of the register. */
  private async lastQuarterOn(
    access: Access,
    search: ResultSearch,
    versionId: string,
  ): Promise<QuarterKey | null> {
    const coverage = await this.results.coverageOf(access, search);
    const closed = coverage.filter(
      ({ frameworkVersionId, graded, partial }) =>
        frameworkVersionId === versionId && graded + partial > 0,
    );
    return closed.at(-1)?.quarter ?? null;
  }
}

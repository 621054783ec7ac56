import { Injectable } from '@nestjs/common';
import type { WouldHaveChangedResponse } from '@app/shared/contracts';
import { Problem, whatWouldHaveChanged, type FrameworkDefinition } from '@app/shared/domain';
import type { Access } from '../accounts/index.js';
import { AuditResultRepository } from '../audits/index.js';
import { DraftRepository, FrameworkRepository } from '../frameworks/index.js';

/** What a newer version of a framework, or its draft, would have made of the last closed quarter. */
@Injectable()
export class WouldHaveChanged {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly drafts: DraftRepository,
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
    const newer = await this.definitionOf(access, newerId);
    if (older.kind !== kind || newer.kind !== kind) throw Problem.notFound('This framework');
    const search = { frameworkKind: kind, roundKind: 'routine' } as const;
    const all = await this.results.ofQuarters(access, search);
    const onOlder = all.filter(({ frameworkVersionId }) => frameworkVersionId === olderId);
    const quarter = onOlder.at(-1)?.quarter ?? null;
    const results = onOlder.filter((result) => result.quarter === quarter);
    const found = whatWouldHaveChanged(results, older.definition, newer);
    const audits = results.length;
    if (!found.isComparable) {
      return { quarter, because: found.because, audits, moves: null, byGrade: [] };
    }
    return { quarter, because: null, audits, moves: found.moves, byGrade: found.byGrade };
  }

  private async definitionOf(access: Access, id: string): Promise<FrameworkDefinition> {
    const draft = await this.drafts.list();
    if (draft.some((one) => one.id === id)) return (await this.drafts.find(access, id)).definition;
    return (await this.frameworks.version(id)).definition;
  }
}

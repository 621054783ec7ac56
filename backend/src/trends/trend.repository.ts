import { Injectable } from '@nestjs/common';
import type { CompiledQuarter, QuarterKey } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../accounts/index.js';

/** A kind of framework of which a quarter was compiled. */
export interface KindWithTrends {
  kind: string;
  title: string;
}

/** Both versions of a compiled quarter. */
export interface QuarterToKeep {
  full: CompiledQuarter;
  forReaders: CompiledQuarter;
  compiledAt: Date;
}

/** All SQL about compiled quarters. */
@Injectable()
export class TrendRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The kinds of which a quarter was compiled, in the order in which they were made. */
  kinds(): Promise<KindWithTrends[]> {
    return this.dataSource.query(
      `SELECT f.kind, f.title FROM frameworks f
        WHERE EXISTS (SELECT FROM quarter_measures q WHERE q.framework_kind = f.kind) ORDER BY f.id`,
    );
  }

  /** Every compiled quarter of a kind, the first first: in full or as readers get it. */
  async ofKind(access: Access, frameworkKind: string): Promise<CompiledQuarter[]> {
    return this.read(versionFor(access), frameworkKind, this.dataSource.manager);
  }

  /** What readers got of the quarters before one. */
  async forReadersBefore(
    manager: EntityManager,
    frameworkKind: string,
    quarter: QuarterKey,
  ): Promise<CompiledQuarter[]> {
    const all = await this.read('for_readers', frameworkKind, manager);
    return all.filter((compiled) => compiled.quarter < quarter);
  }

  async insert(
    manager: EntityManager,
    { full, forReaders, compiledAt }: QuarterToKeep,
  ): Promise<void> {
    const { frameworkKind, quarter, frameworkVersionId } = full;
    await manager.query(
      `INSERT INTO quarter_measures (framework_kind, quarter, framework_version_id, compiled, for_readers, compiled_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        ...[frameworkKind, quarter, frameworkVersionId],
        ...[JSON.stringify(full), JSON.stringify(forReaders), compiledAt],
      ],
    );
  }

  private async read(
    version: StoredVersion,
    frameworkKind: string,
    manager: EntityManager,
  ): Promise<CompiledQuarter[]> {
    const rows: { compiled: CompiledQuarter }[] = await manager.query(
      `SELECT ${version} AS compiled FROM quarter_measures WHERE framework_kind = $1 ORDER BY quarter`,
      [frameworkKind],
    );
    return rows.map(({ compiled }) => compiled);
  }
}

type StoredVersion = 'compiled' | 'for_readers';

/** Lead and moderator read small numbers; nobody else does. */
function versionFor({ account: { roles } }: Access): StoredVersion {
  return isFull(roles) ? 'compiled' : 'for_readers';
}

export function isFull(roles: Access['account']['roles']): boolean {
  return roles.includes('audit-lead') || roles.includes('moderator');
}

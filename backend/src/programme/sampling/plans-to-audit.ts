import { Injectable } from '@nestjs/common';
import type { RegisterPlan, StratumKey, Unit } from '@app/shared/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { scopeOf } from './sample-scope.js';

/** A plan of a sample, or a document of it, that is to be audited, with what the register said of the plan on the day of the draw. */
export interface PlanToAudit {
  planId: string;
  /** Null where the plan itself is audited. */
  documentId: string | null;
  stratum: StratumKey;
  registerFacts: RegisterPlan;
}

/** What a sample gives to those who audit its plans. */
@Injectable()
export class PlansToAudit {
  constructor(private readonly dataSource: DataSource) {}

  /** The plans of a sample that were drawn or took a place, or all their documents, in the order of the draw. */
  ofSample(
    access: Access,
    sampleId: string,
    unit: Unit,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PlanToAudit[]> {
    const documents = unit === 'document';
    return manager.query(
      `SELECT f.plan_id AS "planId", ${documents ? 'd.id' : 'NULL'} AS "documentId", f.stratum, f.register_facts AS "registerFacts"
         FROM sampled_plans f JOIN sample_outcomes o ON o.sample_id = f.sample_id AND o.plan_id = f.plan_id
         ${documents ? 'JOIN documents_to_audit d ON d.sample_id = f.sample_id AND d.plan_id = f.plan_id' : ''}
        WHERE f.sample_id = $1 AND o.outcome IN ('drawn', 'replacement') AND ${scopeOf(access)}
        ORDER BY f.stratum, f.place${documents ? ', d.id' : ''}`,
      [sampleId],
    );
  }
}

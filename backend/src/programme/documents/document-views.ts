import { Injectable } from '@nestjs/common';
import type { RoundDocumentsResponse } from '@app/shared/contracts';
import { documentCoverage, whyNoDocuments } from '@app/shared/domain';
import type { Access } from '../../accounts/index.js';
import { FrameworkRepository } from '../../frameworks/index.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { SampleRepository } from '../sampling/sample.repository.js';
import { DocumentRepository } from './document.repository.js';

/** The documents of a round as the audit lead reads them. */
@Injectable()
export class DocumentViews {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly samples: SampleRepository,
    private readonly frameworks: FrameworkRepository,
    private readonly documents: DocumentRepository,
  ) {}

  /** @throws Problem not-found */
  async ofRound(access: Access, roundId: string): Promise<RoundDocumentsResponse> {
    const round = await this.rounds.find(roundId);
    const { definition } = await this.frameworks.version(round.frameworkVersionId);
    const sample = await this.samples.ofRound(roundId);
    const listed = sample ? await this.documents.plansWithDocuments(access, sample.id) : [];
    const { id, reference, quarter, state } = round;
    return {
      ...{ id, reference, quarter, state, whyNot: whyNoDocuments(round) },
      unitTitle: definition.unitTitle,
      counts: documentCoverage(listed),
      plans: listed,
    };
  }
}

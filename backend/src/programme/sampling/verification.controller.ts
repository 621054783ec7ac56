import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { VerificationResponse } from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import { Answers, AnswersCsv, changeProblems, csvFile } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { ProgrammeRepository } from '../years/programme.repository.js';
import { SampleRepository } from './sample.repository.js';
import { verificationCsv } from './verification-csv.js';
import { VerifyDrawnSample } from './verify-drawn-sample.js';

@ApiTags('rounds')
@Controller('rounds/:id')
export class VerificationController {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly samples: SampleRepository,
    private readonly verifySample: VerifyDrawnSample,
  ) {}

  @Post('verification')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, VerificationResponse, ...changeProblems, 'not-found')
  verify(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @IdempotencyKey() key: string,
  ): Promise<VerificationResponse> {
    return this.verifySample.verify(access, id, key);
  }

  /** Before the draw it holds the names of its columns alone. */
  @Get('verification.csv')
  @HasId()
  @AnswersCsv('not-signed-in', 'not-found')
  async file(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<StreamableFile> {
    const round = await this.rounds.find(id);
    const programme = await this.programmes.find(round.programmeId);
    const sample = await this.samples.ofRound(id);
    const frame = sample ? await this.samples.frame(access, sample.id) : [];
    const strata = sample ? await this.samples.strata(sample.id) : [];
    return csvFile(verificationCsv(frame, strata, programme), `${round.reference}-draw.csv`);
  }
}

import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PartnershipChange, PartnershipResponse } from '@app/shared/contracts';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { CurrentAccess, type Access } from '../access.js';
import { ChangePartnership } from './change-partnership.js';
import { PartnershipRepository } from './partnership.repository.js';

@ApiTags('partnership')
@Controller('partnership')
export class PartnershipController {
  constructor(
    private readonly partnership: PartnershipRepository,
    private readonly changePartnership: ChangePartnership,
  ) {}

  @Get()
  @Answers(200, PartnershipResponse)
  read(): Promise<PartnershipResponse> {
    return this.partnership.read();
  }

  @Put()
  @HasIdempotencyKey()
  @Answers(200, PartnershipResponse, ...changeProblems, 'stale-version')
  change(
    @CurrentAccess() access: Access,
    @Body() body: PartnershipChange,
    @IdempotencyKey() key: string,
  ): Promise<PartnershipResponse> {
    return this.changePartnership.change(
      access,
      { ...body, helpEmail: body.helpEmail ?? null },
      key,
    );
  }
}

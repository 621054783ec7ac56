import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FrameworkListResponse, FrameworkVersionResponse } from '@app/shared/contracts';
import { CurrentAccess, type Access } from '../accounts/index.js';
import { Answers, changeProblems } from '../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../platform/http/record-id.js';
import { FrameworkRepository } from './framework.repository.js';
import { RetireVersion } from './retire-version.js';

const instants = ({ publishedAt, retiredAt }: { publishedAt: Date; retiredAt: Date | null }) => ({
  publishedAt: publishedAt.toISOString(),
  retiredAt: retiredAt?.toISOString() ?? null,
});

@ApiTags('frameworks')
@Controller('frameworks')
export class FrameworksController {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly retireVersion: RetireVersion,
  ) {}

  @Get()
  @Answers(200, FrameworkListResponse, 'not-signed-in')
  async list(): Promise<FrameworkListResponse> {
    const versions = await this.frameworks.overview();
    const byKind = Map.groupBy(versions, ({ kind }) => kind);
    return {
      frameworks: [...byKind].map(([kind, ofKind]) => ({
        kind,
        title: ofKind[0]?.title ?? kind,
        versions: ofKind.map((version) => ({ ...version, ...instants(version) })),
      })),
    };
  }

  @Get(':id')
  @HasId()
  @Answers(200, FrameworkVersionResponse, 'not-signed-in', 'not-found')
  async read(@Param('id', RecordId) id: string): Promise<FrameworkVersionResponse> {
    const version = await this.frameworks.version(id);
    return { ...version, ...instants(version) };
  }

  @Post(':id/retirement')
  @HasId()
  @HasIdempotencyKey()
  @Answers(204, null, ...changeProblems, 'not-found')
  retire(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.retireVersion.retire(access, id, key);
  }
}

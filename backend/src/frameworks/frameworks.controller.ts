import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FrameworkListResponse, FrameworkVersionResponse } from '@app/shared/contracts';
import { Answers } from '../platform/http/answers.js';
import { HasId, RecordId } from '../platform/http/record-id.js';
import { FrameworkRepository } from './framework.repository.js';

const instants = ({ publishedAt, retiredAt }: { publishedAt: Date; retiredAt: Date | null }) => ({
  publishedAt: publishedAt.toISOString(),
  retiredAt: retiredAt?.toISOString() ?? null,
});

@ApiTags('frameworks')
@Controller('frameworks')
export class FrameworksController {
  constructor(private readonly frameworks: FrameworkRepository) {}

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
}

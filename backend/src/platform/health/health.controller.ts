import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthResponse } from '@app/shared/contracts';
import { DataSource } from 'typeorm';
import { Answers } from '../http/answers.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Answers(200, HealthResponse, 'unavailable')
  async read(): Promise<HealthResponse> {
    const [newest]: { name: string }[] = await this.dataSource.query(
      `SELECT name FROM migrations ORDER BY id DESC LIMIT 1`,
    );
    return { status: 'ok', database: 'reachable', migration: newest?.name ?? 'none' };
  }
}

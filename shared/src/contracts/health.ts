import { ApiProperty } from '@nestjs/swagger';
import { Expose } from 'class-transformer';

export class HealthResponse {
  @Expose()
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';

  @Expose()
  @ApiProperty({ enum: ['reachable'] })
  database: 'reachable';

  @Expose()
  @ApiProperty({
    description: 'The newest migration that ran',
    example: 'CreateAccounts1795000000000',
  })
  migration: string;
}

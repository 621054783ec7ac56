import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';

export class WaitingResponse {
  @Expose()
  @ApiProperty({ example: 'accounts-invited' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'People who have not set their password yet' })
  title: string;

  @Expose()
  @ApiProperty()
  count: number;

  @Expose()
  @ApiProperty({
    description: 'The page where it is dealt with',
    example: '/accounts?status=invited',
  })
  link: string;
}

export class HomeResponse {
  @Expose()
  @Type(() => WaitingResponse)
  @ApiProperty({ type: [WaitingResponse] })
  waiting: WaitingResponse[];
}

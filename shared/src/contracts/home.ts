import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';

export class WaitingResponse {
  @Expose()
  @ApiProperty({ example: 'accounts-invited' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'Invited and yet to set a password' })
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

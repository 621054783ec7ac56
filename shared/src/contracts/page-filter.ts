import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Which page of a list; each list has its filters beside it. */
export class PageFilter {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'page must be a whole number' })
  @Min(1, { message: 'page must be 1 or more' })
  @Max(100_000, { message: 'page must be 100,000 or less' })
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100_000, default: 1 })
  page?: number;
}

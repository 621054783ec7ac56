import { ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { operators, type Operator } from '../domain/index.js';

const single = [{ type: 'number' }, { type: 'string' }];

/** A test on one field, or a group of conditions of which all or any must hold. */
export class ConditionResponse {
  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: () => [ConditionResponse] })
  all?: ConditionResponse[];

  @Expose()
  @Type(() => ConditionResponse)
  @ApiPropertyOptional({ type: () => [ConditionResponse] })
  any?: ConditionResponse[];

  @Expose()
  @ApiPropertyOptional({ description: 'Key of a profile field or counted fact' })
  field?: string;

  @Expose()
  @ApiPropertyOptional({ enum: operators })
  op?: Operator;

  @Expose()
  @ApiPropertyOptional({
    oneOf: [...single, { type: 'array', items: { oneOf: single } }],
    description: 'A number, a word, or a list of them',
  })
  value?: unknown;
}

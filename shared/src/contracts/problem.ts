import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { problemCodes, type ProblemCode } from '../domain/index.js';

export class ProblemErrorResponse {
  @ApiProperty({ description: 'The field, as a path into the request', example: 'email' })
  path: string;

  @ApiProperty({ description: 'The sentence the person reads' })
  message: string;
}

/** RFC 9457 problem details, as every refusal is answered. */
export class ProblemResponse {
  @ApiProperty({ example: '/problems/rule-broken' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ example: 422 })
  status: number;

  @ApiProperty({ enum: problemCodes })
  code: ProblemCode;

  @ApiProperty({ description: 'The sentence the person reads' })
  detail: string;

  @ApiProperty({ description: 'The correlation id, to quote when asking for help' })
  instance: string;

  @ApiPropertyOptional({ type: [ProblemErrorResponse] })
  errors?: ProblemErrorResponse[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'What is saved now, where the request was made on something older',
  })
  present?: object[];
}

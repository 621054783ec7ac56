import { ApiProperty } from '@nestjs/swagger';
import { Expose, Type } from 'class-transformer';
import { planSections, type PlanSection } from '../domain/index.js';
import { AgencyResponse } from './accounts.js';

/* What stands in a feedback, in the words of the day on which its audit closed. */

/** A grade as the framework called it when the audit closed. */
export class NamedGradeResponse {
  @Expose()
  @ApiProperty({ example: 'good' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'Good' })
  label: string;
}

/** What an agency wrote. Never who of it. */
export class QuotationResponse {
  @Expose()
  @Type(() => AgencyResponse)
  @ApiProperty({ type: AgencyResponse })
  agency: AgencyResponse;

  @Expose()
  @ApiProperty()
  text: string;

  @Expose()
  @ApiProperty({ enum: planSections, isArray: true, description: 'Where in the plan it is' })
  sections: PlanSection[];
}

export class PointEvidenceResponse extends QuotationResponse {
  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Education',
    description: 'The lead agency, where it wrote nothing and another one is quoted',
  })
  inPlaceOf: string | null;
}

export class NextGradeResponse extends NamedGradeResponse {
  @Expose()
  @ApiProperty({ description: 'What it looks like, in the words of the framework' })
  descriptor: string;
}

export class PointSourceResponse {
  @Expose()
  @ApiProperty({ example: 'SEND code of practice 2015' })
  title: string;

  @Expose()
  @ApiProperty({ example: '9.69 (F)' })
  ref: string;

  @Expose()
  @ApiProperty({ format: 'uri' })
  url: string;

  @Expose()
  @ApiProperty({ description: 'False: cited from general knowledge, to be checked' })
  textSeen: boolean;
}

export class FeedbackStrengthResponse {
  @Expose()
  @ApiProperty({ description: 'Key of the criterion' })
  criterion: string;

  @Expose()
  @ApiProperty()
  title: string;

  @Expose()
  @ApiProperty({ description: 'Title of the domain' })
  domain: string;

  @Expose()
  @Type(() => NamedGradeResponse)
  @ApiProperty({ type: NamedGradeResponse, description: 'The agreed grade' })
  grade: NamedGradeResponse;

  @Expose()
  @Type(() => QuotationResponse)
  @ApiProperty({
    type: QuotationResponse,
    nullable: true,
    description: 'The line on the domain, or else the evidence',
  })
  said: QuotationResponse | null;
}

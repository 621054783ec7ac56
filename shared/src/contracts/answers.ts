import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import {
  answerKinds,
  frameworkLimits,
  planSections,
  scoringLimits,
  type AnswerKind,
  type FieldValue,
  type PlanSection,
} from '../domain/index.js';
import { OptionalText } from './optional-text.js';
import { SeenVersionOrNone } from './seen-version.js';
import { MaxCharacters } from './max-characters.js';
import { tidied } from './tidied.js';

const { evidenceMax, answersMax } = scoringLimits;
const evidenceMessage = `Evidence must be ${evidenceMax.toLocaleString('en-GB')} characters or fewer`;
const keyMessage = 'key must name a question of the form';

/** A word, a number, a list of words or null, in the document of the interface. */
export const valueShape = {
  oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: 'string' } }],
  nullable: true,
};

/** A word, a number, a list of words, or null for an answer taken back. Which one fits, the question says. */
export function IsAnswerValue(): PropertyDecorator {
  return ValidateBy(
    { name: 'isAnswerValue', validator: { validate: isAnswerValue } },
    { message: 'value must be a word, a number, a list of words or null' },
  );
}

function isAnswerValue(value: unknown): value is FieldValue {
  if (value === null || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return (
    Array.isArray(value) &&
    value.length <= frameworkLimits.choicesMax &&
    value.every((one) => typeof one === 'string')
  );
}

export class AnswerWanted {
  @Transform(tidied)
  @IsAnswerValue()
  @ApiProperty({
    ...valueShape,
    example: 'good',
    description: 'Grade or other outcome, answer, count, month (YYYY-MM), list or line of text',
  })
  value: FieldValue;

  @OptionalText({
    max: evidenceMax,
    notText: 'Evidence must be text',
    tooLong: evidenceMessage,
    example: 'Section C names the diagnosis and not its effect on lessons.',
    description: 'For a criterion: the evidence, and the reason where it is not applicable',
  })
  evidence?: string | null;

  @IsOptional()
  @IsArray({ message: 'Choose sections of the plan from the list' })
  @ArrayMaxSize(planSections.length, { message: 'Choose each section once' })
  @ArrayUnique({ message: 'Choose each section once' })
  @IsIn(planSections, { each: true, message: 'Choose sections of the plan from the list' })
  @ApiPropertyOptional({
    enum: planSections,
    isArray: true,
    example: ['C'],
    description: 'For a criterion: where in the plan the evidence is',
  })
  sections?: PlanSection[];

  @SeenVersionOrNone('The version of the answer you saw; 0 where none was saved')
  seenVersion: number;
}

export class NamedAnswerWanted extends AnswerWanted {
  @IsIn(answerKinds, { message: 'kind must be a kind of answer' })
  @ApiProperty({ enum: answerKinds, example: 'criterion' })
  kind: AnswerKind;

  @IsString({ message: keyMessage })
  @MaxCharacters(frameworkLimits.keyMax, { message: keyMessage })
  @ApiProperty({ maxLength: frameworkLimits.keyMax, example: 'voice-own-words' })
  key: string;
}

/** Answers that waited: all of them are saved, or none. */
export class AnswersWanted {
  @IsArray({ message: 'answers must be a list' })
  @ArrayMinSize(1, { message: 'answers must have at least one answer' })
  @ArrayMaxSize(answersMax, { message: `answers must have at most ${answersMax} answers` })
  @ValidateNested({ each: true, message: 'answers must be a list of answers' })
  @Type(() => NamedAnswerWanted)
  @ApiProperty({
    type: [NamedAnswerWanted],
    minItems: 1,
    maxItems: answersMax,
    example: [{ kind: 'criterion', key: 'voice-own-words', value: 'good', seenVersion: 0 }],
  })
  answers: NamedAnswerWanted[];
}

export class SavedAnswerResponse {
  @Expose()
  @ApiProperty({ enum: answerKinds })
  kind: AnswerKind;

  @Expose()
  @ApiProperty({ example: 'voice-own-words' })
  key: string;

  @Expose()
  @ApiProperty({ description: 'To send as seenVersion with the next change' })
  version: number;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  savedAt: string;
}

export class SavedAnswersResponse {
  @Expose()
  @Type(() => SavedAnswerResponse)
  @ApiProperty({ type: [SavedAnswerResponse] })
  answers: SavedAnswerResponse[];
}

export class AnswerResponse extends SavedAnswerResponse {
  @Expose()
  @ApiProperty(valueShape)
  value: FieldValue;

  @Expose()
  @ApiProperty({ type: String, nullable: true })
  evidence: string | null;

  @Expose()
  @ApiProperty({ enum: planSections, isArray: true })
  sections: PlanSection[];
}

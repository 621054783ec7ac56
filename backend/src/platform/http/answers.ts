import {
  applyDecorators,
  HttpCode,
  SerializeOptions,
  StreamableFile,
  type Type,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { problemStatus, problemTitle, type ProblemCode } from '@app/shared/domain';

/** Problems that any route can meet, declared once. */
const always: ProblemCode[] = ['contract-broken', 'not-permitted', 'unexpected', 'unavailable'];

/** Problems that any change sent as JSON under an idempotency key can meet. */
export const changeProblems = [
  'not-signed-in',
  'rule-broken',
  'idempotency-key-reused',
  'wrong-media-type',
  'too-large',
] as const satisfies ProblemCode[];

/**
 * What a route answers: its status, the class that lists every field that may leave, and the
 * problems it may refuse with. The document of the interface and the tests read this.
 */
export function Answers(
  status: 200 | 201 | 204,
  type: Type | null,
  ...problems: ProblemCode[]
): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ...(type
      ? [
          ApiResponse({ status, type, description: 'Done' }),
          SerializeOptions({ type, excludeExtraneousValues: true }),
        ]
      : [ApiResponse({ status, description: 'Done, with nothing to say' })]),
    ...declared(problems),
  );
}

/** As `Answers`, for a route that gives a CSV file. */
export function AnswersCsv(...problems: ProblemCode[]): MethodDecorator {
  return answersFile({ [CSV_TYPE]: { schema: { type: 'string' } } }, problems);
}

/** As `Answers`, for a route that gives a PDF. */
export function AnswersPdf(...problems: ProblemCode[]): MethodDecorator {
  return answersFile({ [PDF_TYPE]: { schema: { type: 'string', format: 'binary' } } }, problems);
}

function answersFile(content: ContentObject, problems: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, description: 'The file', content }),
    ...declared(problems),
  );
}

const CSV_TYPE = 'text/csv';
const PDF_TYPE = 'application/pdf';

type ContentObject = Record<string, { schema: { type: 'string'; format?: string } }>;

/** A CSV file for the person to keep. The headers travel with the answer alone, never with a problem. */
export function csvFile(text: string, name: string): StreamableFile {
  return new StreamableFile(Buffer.from(text), {
    type: `${CSV_TYPE}; charset=utf-8`,
    disposition: `attachment; filename="${name}"`,
  });
}

/** A PDF for the person to keep. */
export function pdfFile(content: Buffer, name: string): StreamableFile {
  return new StreamableFile(content, {
    type: PDF_TYPE,
    disposition: `attachment; filename="${name}"`,
  });
}

function declared(problems: readonly ProblemCode[]): MethodDecorator[] {
  const byStatus = Map.groupBy(
    [...new Set([...always, ...problems])],
    (code) => problemStatus[code],
  );
  return [...byStatus].map(([problem, codes]) =>
    ApiResponse({
      status: problem,
      description: codes.map((code) => `${code}: ${problemTitle[code]}`).join('; '),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemResponse' } },
      },
    }),
  );
}

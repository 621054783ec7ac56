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

/** As `Answers`, for a route that gives JSON or a workbook to keep, as asked. */
export function AnswersJsonOrXlsx(...problems: ProblemCode[]): MethodDecorator {
  const content: ContentObject = {
    [JSON_TYPE]: { schema: { type: 'object' } },
    [XLSX_TYPE]: { schema: { type: 'string', format: 'binary' } },
  };
  return answersFile(content, problems);
}

function answersFile(content: ContentObject, problems: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, description: 'The file', content }),
    ...declared(problems),
  );
}

export const CSV_TYPE = 'text/csv';
export const JSON_TYPE = 'application/json';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF_TYPE = 'application/pdf';

type ContentObject = Record<string, { schema: { type: 'string' | 'object'; format?: string } }>;

/** A CSV file for the person to keep. The headers travel with the answer alone, never with a problem. */
export function csvFile(text: string, name: string): StreamableFile {
  return fileOf(Buffer.from(text), `${CSV_TYPE}; charset=utf-8`, name);
}

/** A PDF for the person to keep. */
export function pdfFile(content: Buffer, name: string): StreamableFile {
  return fileOf(content, PDF_TYPE, name);
}

/** JSON for the person to keep, laid out to be read. */
export function jsonFile(content: unknown, name: string): StreamableFile {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  return fileOf(Buffer.from(text), `${JSON_TYPE}; charset=utf-8`, name);
}

/** A workbook for the person to keep. */
export function xlsxFile(content: Buffer, name: string): StreamableFile {
  return fileOf(content, XLSX_TYPE, name);
}

function fileOf(content: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
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

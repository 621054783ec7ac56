import { expect } from '@jest/globals';
import { problemStatus, problemTitle, type ProblemCode } from '@app/shared/domain';
import type { Answer } from './visitor.js';

interface ProblemWords {
  detail?: string;
  /** The field the sentence belongs to. */
  path?: string;
}

/** Expects a refusal as problem+json, whole: its status, title and correlation id belong to its code. */
export function expectProblem(
  answer: Answer,
  code: ProblemCode,
  { detail, path }: ProblemWords = {},
): void {
  const words = detail ?? expect.any(String);
  expect({ status: answer.status, ...answer.body }).toEqual({
    status: problemStatus[code],
    type: `/problems/${code}`,
    title: problemTitle[code],
    code,
    detail: words,
    instance: answer.headers.get('x-correlation-id'),
    ...(path ? { errors: [{ path, message: words }] } : {}),
    ...(!path && answer.body.errors ? { errors: expect.any(Array) } : {}),
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
}

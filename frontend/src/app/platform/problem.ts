import { HttpErrorResponse } from '@angular/common/http';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { problemCodes, type ProblemCode, type ProblemError } from '@app/shared/domain';

/** What went wrong, in the words the person reads. `unreachable` is ours: no answer came at all. */
export interface ReadableProblem {
  code: ProblemCode | 'unreachable';
  detail: string;
  errors: readonly ProblemError[];
  /** What is saved now, where the request was made on something older. */
  present: readonly object[];
  /** The correlation id, to quote when asking for help. */
  reference: string | null;
}

/** Marks errors that the server gave, as opposed to those the form's own rules found. */
export const serverErrorKind = 'server';

const unreachable: ReadableProblem = {
  code: 'unreachable',
  detail: 'The service could not be reached. Check your connection and try again.',
  errors: [],
  present: [],
  reference: null,
};

/** Reads any failure of a request as a problem; what is not problem+json is unexpected. */
export function problemOf(error: unknown): ReadableProblem {
  const failure = httpFailureIn(error);
  if (failure?.status === 0) return unreachable;
  const body: unknown = failure?.error;
  if (isProblem(body)) {
    return {
      code: body.code,
      detail: body.detail,
      errors: Array.isArray(body.errors) ? body.errors : [],
      present: Array.isArray(body.present) ? body.present : [],
      reference: body.instance ?? null,
    };
  }
  return {
    code: failure?.status === 503 ? 'unavailable' : 'unexpected',
    detail: 'Something went wrong on our side. Try again in a few minutes.',
    errors: [],
    present: [],
    reference: null,
  };
}

/** The failed request behind an error; resources wrap what they were given as its cause. */
export function httpFailureIn(error: unknown): HttpErrorResponse | null {
  if (error instanceof HttpErrorResponse) return error;
  if (error instanceof Error && error.cause instanceof HttpErrorResponse) return error.cause;
  return null;
}

/**
 * The problem's errors on the form's fields. An error of `roles.0` belongs to the nearest field
 * that is on the page, here `roles`; what no field can show is left out and told at the top.
 */
export function fieldErrorsOf<T>(
  problem: ReadableProblem,
  form: FieldTree<T>,
): ValidationError.WithOptionalFieldTree[] {
  return problem.errors.flatMap(({ path, message }) => {
    const fieldTree = fieldAt(form, path);
    return fieldTree ? [{ kind: serverErrorKind, message, fieldTree }] : [];
  });
}

function fieldAt<T>(form: FieldTree<T>, path: string): FieldTree<unknown> | null {
  let here: unknown = form;
  let found: FieldTree<unknown> | null = null;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    here = (here as Record<string, unknown>)[step];
    if (typeof here !== 'function') break;
    const field = here as FieldTree<unknown>;
    if (field().formFieldBindings().length > 0) found = field;
  }
  return found;
}

interface ProblemBody {
  code: ProblemCode;
  detail: string;
  errors?: ProblemError[];
  present?: object[];
  instance?: string;
}

function isProblem(body: unknown): body is ProblemBody {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail } = body as Partial<ProblemBody>;
  return typeof detail === 'string' && problemCodes.some((known) => known === code);
}

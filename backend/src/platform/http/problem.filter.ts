import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { Problem, problemStatus, problemTitle, type ProblemCode } from '@app/shared/domain';
import type { ProblemResponse } from '@app/shared/contracts';
import type { Request, Response } from 'express';
import { isDatabaseAway, problemOfConstraint } from '../database/constraint-problems.js';
import { correlationIdOf } from './correlation-id.js';

/** Refusals that the framework itself makes, put into our words. */
const frameworkProblem: Partial<Record<number, Problem>> = {
  400: new Problem(
    'contract-broken',
    'The request could not be read. It must be JSON in the documented form.',
  ),
  404: new Problem('not-found', 'There is nothing at this address.'),
  413: new Problem('too-large', 'The request is too large. Send less at once.'),
  415: new Problem('wrong-media-type', 'Send the request as JSON.'),
};

interface StatusBearer {
  status?: unknown;
  statusCode?: unknown;
}

/** The one place where a refusal becomes `application/problem+json`; an unknown error says only its correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ err: error }, problem.code);
    const body: ProblemResponse = {
      type: `/problems/${problem.code}`,
      title: problemTitle[problem.code],
      status: problem.status,
      code: problem.code,
      detail: problem.detail,
      instance: correlationIdOf(request, response),
      ...(problem.errors.length > 0 ? { errors: [...problem.errors] } : {}),
      ...(problem.present ? { present: [...problem.present] } : {}),
    };
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(body));
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const known = frameworkProblem[status];
  if (known) return known;
  if (isDatabaseAway(error)) {
    return new Problem(
      'unavailable',
      'The service cannot reach its database. Wait a minute and try again.',
    );
  }
  return (
    problemOfConstraint(error) ??
    new Problem(
      'unexpected',
      'Something went wrong and nothing was changed. Try again; if it goes on, ask for help and quote the reference.',
    )
  );
}

/** Express's body reader throws errors that carry a status. */
function statusOf(error: unknown): number {
  const { status, statusCode } = (error ?? {}) as StatusBearer;
  const found = status ?? statusCode;
  return typeof found === 'number' ? found : problemStatus['unexpected' satisfies ProblemCode];
}

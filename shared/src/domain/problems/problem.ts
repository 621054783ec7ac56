/**
 * The problems the service answers with, each with the HTTP status it travels under (RFC 9457).
 * One table, so that a code without a status does not compile.
 */
export const problemStatus = {
  'contract-broken': 400,
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  'stale-version': 409,
  'already-taken': 409,
  'too-large': 413,
  'wrong-media-type': 415,
  'rule-broken': 422,
  'idempotency-key-reused': 422,
  'too-many-attempts': 429,
  unexpected: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const problemCodes = Object.keys(problemStatus) as ProblemCode[];

/** Titles name the kind of problem; the sentence to act on is in `detail` and `errors`. */
export const problemTitle: Record<ProblemCode, string> = {
  'contract-broken': 'Something in the request is missing or not in the right form',
  'not-signed-in': 'You are not signed in',
  'not-permitted': 'You do not have permission',
  'not-found': 'Not found',
  'stale-version': 'Someone else has changed this',
  'already-taken': 'Already in use',
  'too-large': 'Too large',
  'wrong-media-type': 'Not in a form the service reads',
  'rule-broken': 'A rule does not allow this',
  'idempotency-key-reused': 'This request was already used for something else',
  'too-many-attempts': 'Too many attempts',
  unexpected: 'Something went wrong',
  unavailable: 'The service is not available',
};

/** One thing to put right: `path` names the field, `message` is the sentence a person reads. */
export interface ProblemError {
  path: string;
  message: string;
}

/**
 * A refusal that the person can understand and act on. Acts and rules throw it; one filter turns
 * it into `application/problem+json`.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly ProblemError[] = [],
    /** What is saved now, where the request was made on something older, so that both can be shown. */
    readonly present?: readonly object[],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get status(): number {
    return problemStatus[this.code];
  }

  /** A refusal about fields: the sentence on top is the first field's. */
  static ofFields(code: ProblemCode, errors: readonly ProblemError[]): Problem {
    return new Problem(code, errors[0]?.message ?? problemTitle[code], errors);
  }

  /** What is wrong with an uploaded file as a whole. */
  static ofFile(message: string): Problem {
    return Problem.ofFields('rule-broken', [{ path: 'file', message }]);
  }

  static notFound(what: string): Problem {
    return new Problem(
      'not-found',
      `${what} was not found. It may have been removed, or the address may be wrong.`,
    );
  }

  static stale(what: string): Problem {
    return new Problem(
      'stale-version',
      `Someone else has changed ${what} since you opened it. Reload the page, check what changed and try again.`,
    );
  }
}

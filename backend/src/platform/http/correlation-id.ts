import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';

const HEADER = 'x-correlation-id';
const given = new WeakMap<IncomingMessage, string>();

/**
 * The id that ties a request's log lines, trail entries and problem together. Ours, never the
 * caller's: an id from outside could carry a name into the log.
 */
export function correlationIdOf(request: IncomingMessage, response?: ServerResponse): string {
  let id = given.get(request);
  if (!id) {
    id = randomUUID();
    given.set(request, id);
  }
  if (response && !response.headersSent) response.setHeader(HEADER, id);
  return id;
}

import type { NextFunction, Request, Response } from 'express';
import { Problem } from '@app/shared/domain';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * First fence against cross-site requests: a change must come from our own pages, as the browser
 * itself says (Sec-Fetch-Site, else Origin), and must be JSON or, where a file is uploaded, CSV:
 * neither can be sent by a foreign form. A caller that is no browser sends neither header; the
 * session's own token is the second fence.
 *
 * @param csvPaths the addresses to which a CSV file may be uploaded
 */
export function sameOriginOnly(publicUrl: string, csvPaths: readonly string[]) {
  const ownOrigin = new URL(publicUrl).origin;
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (SAFE.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const isOwn = site
      ? site === 'same-origin'
      : !origin ||
        origin === ownOrigin ||
        origin === `${request.protocol}://${request.get('host')}`;
    if (!isOwn) {
      return next(
        new Problem(
          'not-permitted',
          'This change did not come from a page of this service, so it was refused.',
        ),
      );
    }
    const hasBody =
      Number(request.get('content-length') ?? 0) > 0 ||
      request.get('transfer-encoding') !== undefined;
    const isCsv = csvPaths.includes(request.path) && request.is('text/csv');
    if (hasBody && !isCsv && !request.is('application/json')) {
      return next(new Problem('wrong-media-type', 'Send the request as JSON.'));
    }
    next();
  };
}

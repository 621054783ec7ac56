import type { NextFunction, Request, Response } from 'express';
import { Problem } from '@app/shared/domain';

/** Media types by address. */
export type Uploads = Readonly<Partial<Record<string, readonly string[]>>>;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * First fence against cross-site requests: a change must come from our own pages, as the browser
 * itself says (Sec-Fetch-Site, else Origin), and must be JSON or, where a file is uploaded, a file of
 * a kind that no foreign form can send. A caller that is no browser sends neither header; the
 * session's own token is the second fence.
 *
 * @param uploads the addresses to which a file may be uploaded, with the media types of such files
 */
export function sameOriginOnly(publicUrl: string, uploads: Uploads) {
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
    const isFile = uploads[request.path]?.some((type) => request.is(type)) ?? false;
    if (hasBody && !isFile && !request.is('application/json')) {
      return next(new Problem('wrong-media-type', 'Send the request as JSON.'));
    }
    next();
  };
}

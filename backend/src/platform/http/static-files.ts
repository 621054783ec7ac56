import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** A file whose name holds a hash of its content can be kept for ever. */
const HASHED = /-[\w-]{8}\.\w+$|\/media\//;

/**
 * Serves the built pages, pre-compressed. An address without a file extension is a page of the
 * application and gets `index.html`; a missing file stays missing, so that a broken link is seen.
 */
export function staticFiles(folder: string): RequestHandler {
  const files = existsSync(join(folder, 'index.html')) ? builtPages(folder) : null;
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.path === '/api' || request.path.startsWith('/api/')) {
      next();
      return;
    }
    const nothingHere = (): void => {
      response.status(404).type('text/plain').send('There is no file at this address.');
    };
    if (!files || !['GET', 'HEAD'].includes(request.method)) {
      nothingHere();
      return;
    }
    const isPage = !/\.\w+$/.test(request.path);
    if (isPage) request.url = '/index.html';
    files(request, response, nothingHere);
  };
}

function builtPages(folder: string): ReturnType<typeof sirv> {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader(
        'Cache-Control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}

import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Nothing but our own files, no inline script or style, no framing (ASVS 5.0 3.4). */
const pages = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['angular', 'angular#bundler'],
};

/** The interface's own page is drawn by Swagger UI, which styles itself inline; it is off in production. */
const docs = {
  ...pages,
  styleSrc: ["'self'", "'unsafe-inline'"],
  requireTrustedTypesFor: null,
  trustedTypes: null,
};

export function securityHeaders(https: boolean): RequestHandler {
  const common = {
    crossOriginOpenerPolicy: { policy: 'same-origin' as const },
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' as const },
  };
  const forPages = helmet({
    ...common,
    contentSecurityPolicy: { useDefaults: false, directives: pages },
  });
  const forDocs = helmet({
    ...common,
    contentSecurityPolicy: { useDefaults: false, directives: docs },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    response.setHeader(
      'Permissions-Policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    );
    if (request.path.startsWith('/api')) response.setHeader('Cache-Control', 'no-store');
    (request.path.startsWith('/api/docs') ? forDocs : forPages)(request, response, next);
  };
}

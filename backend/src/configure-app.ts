import { ClassSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';
import { Logger } from 'nestjs-pino';
import { Environment, isHttps } from './platform/config/environment.js';
import { CSV_TYPE, JSON_TYPE, XLSX_TYPE } from './platform/http/answers.js';
import { contractPipe } from './platform/http/contract.pipe.js';
import { serveOpenApi } from './platform/http/open-api.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { sameOriginOnly, type Uploads } from './platform/http/same-origin.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { staticFiles } from './platform/http/static-files.js';

const BODY_MAX = '1mb';
/** Where files may be uploaded, and of which kinds; every other change is JSON. */
const UPLOADS: Uploads = {
  '/api/plan-registers': [CSV_TYPE],
  '/api/framework-drafts/imports': [JSON_TYPE, CSV_TYPE, XLSX_TYPE],
};

/** What stands around every request, the same for the running service and for the tests. */
export function configureApp(app: NestExpressApplication): NestExpressApplication {
  const environment = app.get(Environment);
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('trust proxy', environment.TRUST_PROXY_HOPS);
  app.setGlobalPrefix('api');
  app.use(securityHeaders(isHttps(environment)));
  app.use(staticFiles(environment.STATIC_FOLDER));
  app.use(sameOriginOnly(environment.PUBLIC_URL, UPLOADS));
  app.useBodyParser('json', { limit: BODY_MAX, type: isJsonMessage });
  app.useGlobalPipes(contractPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new ClassSerializerInterceptor(app.get(Reflector)));
  if (environment.API_DOCS === 'on') serveOpenApi(app);
  app.enableShutdownHooks();
  return app;
}

/** JSON that is a file is read by its route, which says where it cannot be read. */
function isJsonMessage(message: IncomingMessage): boolean {
  const request = message as Request;
  return Boolean(request.is(JSON_TYPE)) && !UPLOADS[request.path]?.includes(JSON_TYPE);
}

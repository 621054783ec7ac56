import { ClassSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { Environment, isHttps } from './platform/config/environment.js';
import { contractPipe } from './platform/http/contract.pipe.js';
import { serveOpenApi } from './platform/http/open-api.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { sameOriginOnly } from './platform/http/same-origin.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { staticFiles } from './platform/http/static-files.js';

const BODY_MAX = '1mb';
/** Where a CSV file may be uploaded; every other change is JSON. */
const CSV_PATHS = ['/api/plan-registers'];

/** What stands around every request, the same for the running service and for the tests. */
export function configureApp(app: NestExpressApplication): NestExpressApplication {
  const environment = app.get(Environment);
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('trust proxy', environment.TRUST_PROXY_HOPS);
  app.setGlobalPrefix('api');
  app.use(securityHeaders(isHttps(environment)));
  app.use(staticFiles(environment.STATIC_FOLDER));
  app.use(sameOriginOnly(environment.PUBLIC_URL, CSV_PATHS));
  app.useBodyParser('json', { limit: BODY_MAX });
  app.useGlobalPipes(contractPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new ClassSerializerInterceptor(app.get(Reflector)));
  if (environment.API_DOCS === 'on') serveOpenApi(app);
  app.enableShutdownHooks();
  return app;
}

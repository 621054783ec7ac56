import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { Environment } from '../config/environment.js';
import { correlationIdOf } from '../http/correlation-id.js';
import { pinoPaths } from './redacted-paths.js';

interface RoutedRequest extends IncomingMessage {
  route?: { path?: string };
  access?: { account: { id: string } };
}

/**
 * Told when the answer is sent, for only then is the route known. An address may carry a filter;
 * the pattern of the route never does, and an account's key is no name.
 */
function requestLine(request: RoutedRequest, response: ServerResponse): Record<string, unknown> {
  return {
    method: request.method,
    route: request.route?.path ?? 'none',
    status: response.statusCode,
    accountId: request.access?.account.id,
  };
}

/**
 * A message may quote what a person typed, and a driver's error holds the statement's parameters,
 * so only the kind of error, its code and where it happened are kept. The HTTP logger hands over
 * what pino made of the error, which has a type instead of a name.
 */
function errorLine(error: Error & { code?: string; type?: string }): Record<string, unknown> {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.type ?? error.name,
    code: error.code,
    places: places.map((line) => line.trim()),
  };
}

export function loggingModule(environment: Environment): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: environment.LOG_LEVEL,
      genReqId: (request: IncomingMessage, response: ServerResponse) =>
        correlationIdOf(request, response),
      redact: { paths: pinoPaths, censor: '[not logged]' },
      serializers: {
        req: () => undefined,
        res: () => undefined,
        err: errorLine,
      },
      customSuccessObject: (request: RoutedRequest, response, line: object) => ({
        ...line,
        ...requestLine(request, response),
      }),
      customErrorObject: (request: RoutedRequest, response, _error, line: object) => ({
        ...line,
        ...requestLine(request, response),
      }),
      customAttributeKeys: { reqId: 'correlationId', responseTime: 'ms' },
      quietReqLogger: true,
      customLogLevel: (_request, response, error) => {
        if (error || response.statusCode >= 500) return 'error';
        return 'info';
      },
      autoLogging: { ignore: (request) => !(request.url ?? '').startsWith('/api') },
    },
  });
}

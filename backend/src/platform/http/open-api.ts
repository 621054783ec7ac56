import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemResponse } from '@app/shared/contracts';

/** The document of the interface, made from the running application. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('EHC plan quality audit')
    .setDescription(
      'Every change carries the header X-CSRF-Token with the value that GET /api/session gives. Every refusal is application/problem+json.',
    )
    .setVersion('0.1.0')
    .addCookieAuth('session')
    .build();
  return SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemResponse],
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

import { NestFactory } from '@nestjs/core';
import { writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { contributionSetSchema, frameworkSchema } from '@app/shared/domain';
import { AppModule } from '../app.module.js';
import { Environment } from '../platform/config/environment.js';
import { dataModelDocument } from '../platform/database/data-model.js';
import { openApiDocument } from '../platform/http/open-api.js';
import { runCommand, say } from './context.js';

const docs = new URL('../../../docs/', import.meta.url);

/** Writes the documents that are made from the code and the database. */
await runCommand(async (context) => {
  await writeFile(new URL('data-model.md', docs), await dataModelDocument(context.get(DataSource)));
  const app = await NestFactory.create(AppModule.for(context.get(Environment)), { logger: false });
  app.setGlobalPrefix('api');
  const documents = {
    'openapi.json': openApiDocument(app),
    'framework.schema.json': frameworkSchema,
    'contribution-set.schema.json': contributionSetSchema,
  };
  for (const [name, content] of Object.entries(documents)) {
    await writeFile(new URL(name, docs), `${JSON.stringify(content, null, 2)}\n`);
  }
  await app.close();
  say(`docs/data-model.md and docs/${Object.keys(documents).join(', docs/')} are written.`);
  return 0;
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataModelDocument, openApiDocument } from '@app/backend/testing';
import { contributionSetSchema, frameworkSchema } from '@app/shared/domain';
import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { startService, type Service } from '../../support/service.js';

describe('the documents made from the code', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const kept = (name: string): string =>
    readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

  /** Says what to do before it shows what is different. */
  function expectCurrent(name: string, made: string): void {
    const isCurrent = kept(name) === made;
    expect(isCurrent ? 'current' : `docs/${name} is out of date: run npm run write-docs`).toBe(
      'current',
    );
  }

  it('docs/openapi.json describes the interface as it is', () => {
    expectCurrent('openapi.json', `${JSON.stringify(openApiDocument(service.app), null, 2)}\n`);
  });

  it.each([
    ['framework.schema.json', frameworkSchema],
    ['contribution-set.schema.json', contributionSetSchema],
  ])('docs/%s describes the format as it is', (name, schema) => {
    expectCurrent(name, `${JSON.stringify(schema, null, 2)}\n`);
  });

  it('docs/data-model.md describes the database as it is', async () => {
    expectCurrent('data-model.md', await dataModelDocument(service.app.get(DataSource)));
  });
});

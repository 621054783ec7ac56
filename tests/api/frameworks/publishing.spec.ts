import { afterEach, describe, expect, it } from '@jest/globals';
import { migrate, PublishReferenceFrameworks } from '@app/backend/testing';
import { emptyDatabase, databaseWithPeople, type TestDatabase } from '../../support/database.js';
import { startService } from '../../support/service.js';
import { trailOf } from '../../support/trail.js';

const counts = async (database: TestDatabase) =>
  (
    await database.asOwner(
      `SELECT (SELECT count(*)::int FROM frameworks) AS frameworks,
              (SELECT count(*)::int FROM framework_versions WHERE status = 'published') AS versions,
              (SELECT count(*)::int FROM contribution_sets) AS sets`,
    )
  )[0];

describe('a fresh installation', () => {
  let database: TestDatabase;

  afterEach(() => database.drop());

  it('publishes its frameworks once, when three servers start together and at every later start', async () => {
    database = await emptyDatabase();
    await migrate(database.url);
    const services = await Promise.all([1, 2, 3].map(() => startService({ database })));
    const publish = () =>
      Promise.all(services.map(({ app }) => app.get(PublishReferenceFrameworks).publish()));
    await publish();
    await publish();
    expect(await counts(database)).toEqual({ frameworks: 3, versions: 3, sets: 3 });
    await Promise.all(services.map(({ app }) => app.close()));
  });

  it('has a trail entry by the service itself for each of them', async () => {
    database = await databaseWithPeople();
    const entries = await trailOf(database);
    const published = entries.filter(({ act }) => act.startsWith('frameworks.publish-'));
    expect(published).toHaveLength(6);
    for (const entry of published) {
      expect(entry).toMatchObject({ actor_id: null, correlation_id: null });
    }
    expect(published[0]).toMatchObject({
      act: 'frameworks.publish-framework-version',
      details: { kind: 'ehc-plan', version: 1 },
    });
  });
});

describe('a published version', () => {
  let database: TestDatabase;

  afterEach(() => database.drop());

  const change = `UPDATE framework_versions SET definition = definition || '{"title": "Mild"}'`;
  it.each([
    change,
    `UPDATE framework_versions SET status = 'draft', published_at = NULL`,
    `UPDATE framework_versions SET number = number + 1`,
    `UPDATE framework_versions SET published_at = now()`,
    `UPDATE framework_versions SET status = 'retired', retired_at = now(), hash = repeat('0', 64)`,
    `DELETE FROM framework_versions`,
    `TRUNCATE framework_versions`,
    `UPDATE contribution_sets SET number = 2`,
    `DELETE FROM contribution_sets`,
    `TRUNCATE contribution_sets`,
  ])('is not changed even by the owner of the tables: %s', async (sql) => {
    database = await databaseWithPeople();
    await expect(database.asOwner(sql)).rejects.toThrow(/never change|cannot truncate/);
    // Drafts stand in the same table, so the application may write to it: the triggers tell them apart.
    await expect(database.asOwner(`SET ROLE audit_app; ${sql}`)).rejects.toThrow(
      /permission denied|never change/,
    );
  });

  it('may be retired, and is not published again', async () => {
    database = await databaseWithPeople();
    const retire = `UPDATE framework_versions SET status = 'retired', retired_at = now() WHERE status = 'published'`;
    await database.asOwner(retire);
    await expect(
      database.asOwner(
        `UPDATE framework_versions SET status = 'published', retired_at = NULL WHERE status = 'retired'`,
      ),
    ).rejects.toThrow(/never change/);
  });

  it('leaves room for one draft of its framework', async () => {
    database = await databaseWithPeople();
    const draft = (number: number) =>
      database.asOwner(
        `INSERT INTO framework_versions (id, framework_id, number, status, definition, hash)
         SELECT gen_random_uuid(), framework_id, $1, 'draft', definition, hash
           FROM framework_versions WHERE status = 'published'`,
        [number],
      );
    await draft(2);
    await database.asOwner(`${change} WHERE status = 'draft'`);
    await expect(draft(3)).rejects.toThrow(/framework_versions_draft_uq/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referenceDefinitions } from '@app/backend/testing';
import { contentHash, type FrameworkDefinition } from '@app/shared/domain';
import { planFramework } from '../../support/builders/framework.js';
import { onePerRole, people } from '../../support/people.js';
import { expectProblem } from '../../support/problems.js';
import { startService, type Service } from '../../support/service.js';

interface Version {
  id: string;
  number: number;
  status: string;
  publishedAt: string;
  retiredAt: string | null;
  domains: number;
  criteria: number;
}
interface FrameworkList {
  frameworks: { kind: string; title: string; versions: Version[] }[];
}
interface WholeVersion extends Version {
  hash: string;
  definition: FrameworkDefinition;
}

describe('reading frameworks', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('shows Priya every kind with its versions, the EHC plan audit first', async () => {
    const priya = await service.signIn(people.priya);
    const { body } = await priya.get<FrameworkList>('/api/frameworks');
    const published = {
      ...{ number: 1, status: 'published', publishedFrom: '2025-06-02', retiredAt: null },
    };
    const since = { id: expect.any(String), publishedAt: expect.stringMatching(/^2025-06-02T08/) };
    expect(body.frameworks).toEqual([
      {
        ...{ kind: 'ehc-plan', title: 'EHC plan audit' },
        versions: [{ ...published, ...since, unit: 'plan', domains: 10, criteria: 43 }],
      },
      {
        ...{ kind: 'health-advice', title: 'Audit of health advice' },
        versions: [{ ...published, ...since, unit: 'document', domains: 4, criteria: 13 }],
      },
      {
        ...{ kind: 'social-care-advice', title: 'Audit of social care advice' },
        versions: [{ ...published, ...since, unit: 'document', domains: 4, criteria: 13 }],
      },
    ]);
  });

  it.each(onePerRole)('gives $fullName a version whole, with nothing stripped', async (person) => {
    const visitor = await service.signIn(person);
    const { body } = await visitor.get<FrameworkList>('/api/frameworks');
    const { frameworks } = referenceDefinitions();
    for (const { kind, versions } of body.frameworks) {
      const whole = await visitor.get<WholeVersion>(`/api/frameworks/${versions[0]?.id ?? ''}`);
      const reference = frameworks.find((one) => one.kind === kind);
      expect(whole.body.definition).toEqual(reference);
      expect(whole.body.hash).toBe(contentHash(whole.body.definition));
    }
  });

  it('keeps a draft from everyone until it is published', async () => {
    const joan = await service.signIn(people.joan);
    const id = await planFramework(joan);
    await service.database.asOwner(
      `INSERT INTO framework_versions (id, framework_id, number, status, definition, hash)
       SELECT '00000000-0000-4000-8000-000000000002', framework_id, 2, 'draft', definition, hash
         FROM framework_versions WHERE id = $1`,
      [id],
    );
    const draft = await joan.get('/api/frameworks/00000000-0000-4000-8000-000000000002');
    expectProblem(draft, 'not-found');
    expect(await planFramework(joan)).toBe(id);
  });
});

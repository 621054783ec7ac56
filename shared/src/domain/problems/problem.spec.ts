import { describe, expect, it } from '@jest/globals';
import { Problem, problemCodes, problemStatus, problemTitle } from './problem.js';

describe('a problem', () => {
  it('has a status and a title for each code, and only statuses of refusals and failures', () => {
    for (const code of problemCodes) {
      expect(problemStatus[code]).toBeGreaterThanOrEqual(400);
      expect(problemTitle[code]).toMatch(/^[A-Z].+[^.]$/);
      expect(new Problem(code, 'x').status).toBe(problemStatus[code]);
    }
  });

  it('about fields says first what the first field’s sentence says', () => {
    const errors = [
      { path: 'email', message: 'Enter an e-mail address' },
      { path: 'roles', message: 'Choose at least one role' },
    ];
    const problem = Problem.ofFields('rule-broken', errors);
    expect(problem).toMatchObject({ detail: 'Enter an e-mail address', errors, status: 422 });
    expect(problem.message).toBe('Enter an e-mail address');
  });

  it('about no field falls back on its title', () => {
    expect(Problem.ofFields('rule-broken', []).detail).toBe(problemTitle['rule-broken']);
  });

  it('says what to do when a record is not there or was changed', () => {
    expect(Problem.notFound('This account')).toMatchObject({
      code: 'not-found',
      detail: 'This account was not found. It may have been removed, or the address may be wrong.',
    });
    expect(Problem.stale('this account')).toMatchObject({
      code: 'stale-version',
      detail:
        'Someone else has changed this account since you opened it. Reload the page, check what changed and try again.',
    });
  });
});

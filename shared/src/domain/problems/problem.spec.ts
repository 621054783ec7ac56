import { describe, expect, it } from '@jest/globals';
import { Problem, problemCodes, problemStatus, problemTitle } from './problem.js';

describe('a problem', () => {
  it('says the sentence of its first field on top', () => {
    const problem = Problem.ofFields('rule-broken', [
      { path: 'agency', message: 'Choose an agency' },
      { path: 'roles', message: 'Choose a role' },
    ]);
    expect(problem.detail).toBe('Choose an agency');
    expect(problem.status).toBe(422);
  });

  it('tells what to do when someone else was faster', () => {
    expect(Problem.stale('this account').detail).toContain('Reload the page');
  });

  it('has a title and a status of refusal or failure for every code', () => {
    for (const code of problemCodes) {
      expect(problemTitle[code]).not.toBe('');
      expect(problemStatus[code]).toBeGreaterThanOrEqual(400);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { navigationFor, type NavigationEntry } from './navigation';

const titles = (entries: NavigationEntry[]) => entries.map((entry) => entry.title);

describe('The service navigation', () => {
  it('shows Helen Marsh, who administers, people, trail and settings', () => {
    expect(titles(navigationFor(['administrator']))).toEqual([
      'Home',
      'Frameworks',
      'People',
      'Trail',
      'Settings',
    ]);
  });

  it('shows Priya Nair, who audits for health, her audits and nothing of the administration', () => {
    expect(titles(navigationFor(['auditor']))).toEqual([...['Home', 'My audits', 'Frameworks']]);
  });

  it('shows Ruth Osei, who leads the audit, plans, programme and trends, and Nadia Rahman, who manages SEND, plans and trends', () => {
    expect(titles(navigationFor(['audit-lead']))).toEqual([
      ...['Home', 'Feedback', 'Frameworks', 'Plans', 'Programme', 'Trends', 'Reports'],
    ]);
    expect(titles(navigationFor(['send-manager']))).toEqual([
      ...['Home', 'Feedback', 'Frameworks', 'Plans', 'Trends', 'Reports'],
    ]);
    expect(titles(navigationFor(['report-reader']))).toEqual([
      ...['Home', 'Frameworks', 'Trends', 'Reports'],
    ]);
  });

  it('shows Tom Ellery, who moderates, the moderation', () => {
    expect(titles(navigationFor(['moderator']))).toEqual([
      ...['Home', 'Moderation', 'Frameworks', 'Trends'],
    ]);
  });

  it('shows Grace Lin, who writes plans, the feedback on them', () => {
    expect(titles(navigationFor(['send-officer']))).toEqual(['Home', 'Feedback', 'Frameworks']);
  });

  it('shows a person with two roles the entries of both, each once and in order', () => {
    const entries: NavigationEntry[] = [
      { title: 'Home', link: '/' },
      { title: 'Rounds', link: '/rounds', roles: ['audit-lead', 'moderator'] },
      { title: 'Settings', link: '/settings', roles: ['administrator'] },
    ];
    expect(titles(navigationFor(['moderator', 'audit-lead'], entries))).toEqual(['Home', 'Rounds']);
  });
});

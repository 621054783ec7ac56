import type { Role } from '@app/shared/domain';

export interface NavigationEntry {
  title: string;
  link: string;
  /** Who comes here to work; left out for pages of everyone who is signed in. */
  roles?: readonly Role[];
}

/** The one list of the service navigation, in the order it is shown. Each feature adds its entry. */
export const navigation: readonly NavigationEntry[] = [
  { title: 'Home', link: '/' },
  { title: 'My audits', link: '/scorings', roles: ['auditor'] },
  { title: 'Moderation', link: '/moderations', roles: ['moderator'] },
  {
    title: 'Feedback',
    link: '/feedback',
    roles: ['send-officer', 'send-manager', 'audit-lead'],
  },
  { title: 'Frameworks', link: '/frameworks' },
  { title: 'Plans', link: '/plans', roles: ['audit-lead', 'send-manager'] },
  { title: 'Programme', link: '/programme', roles: ['audit-lead'] },
  {
    title: 'Trends',
    link: '/trends',
    roles: ['audit-lead', 'moderator', 'send-manager', 'report-reader'],
  },
  {
    title: 'Reports',
    link: '/reports',
    roles: ['audit-lead', 'send-manager', 'report-reader'],
  },
  { title: 'People', link: '/accounts', roles: ['administrator'] },
  { title: 'Trail', link: '/trail', roles: ['administrator'] },
  { title: 'Settings', link: '/settings', roles: ['administrator'] },
];

export function navigationFor(
  held: readonly Role[],
  entries: readonly NavigationEntry[] = navigation,
): NavigationEntry[] {
  return entries.filter((entry) => entry.roles?.some((role) => held.includes(role)) ?? true);
}

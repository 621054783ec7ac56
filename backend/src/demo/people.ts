import type { Role } from '@app/shared/domain';

export interface DemoPerson {
  fullName: string;
  roles: Role[];
  agency?: string;
  staffRef?: string;
}

/** Fictional people of a fictional partnership, one for each role and agency. */
export const demoPeople: readonly DemoPerson[] = [
  { fullName: 'Helen Marsh', roles: ['administrator'] },
  { fullName: 'Ruth Osei', roles: ['audit-lead'] },
  { fullName: 'Dev Patel', roles: ['auditor'], agency: 'education' },
  { fullName: 'Priya Nair', roles: ['auditor'], agency: 'health' },
  { fullName: 'Sam Okafor', roles: ['auditor'], agency: 'social-care' },
  { fullName: 'Tom Ellery', roles: ['moderator'] },
  { fullName: 'Grace Lin', roles: ['send-officer'], staffRef: 'SO-014' },
  { fullName: 'Owen Price', roles: ['send-officer'], staffRef: 'SO-022' },
  { fullName: 'Nadia Rahman', roles: ['send-manager'] },
  { fullName: 'Alan Whitby', roles: ['report-reader'] },
  { fullName: 'Joan Kerr', roles: ['framework-editor'] },
];

export const demoPartnership = {
  name: 'Ashbourne Vale SEND Partnership',
  colour: '#12304a',
  helpEmail: 'send.audit@ashbourne-vale.example',
};

/** Published, which is why production refuses every account made with it. */
export const demoPassword = 'quiet-harbour-violet-92';

/** Ends in .example, which nobody can own (RFC 2606). */
export function demoEmail(fullName: string): string {
  return `${fullName.toLowerCase().replace(' ', '.')}@ashbourne-vale.example`;
}

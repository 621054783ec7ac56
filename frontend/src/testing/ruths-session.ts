import type { SessionResponse } from '@app/shared/contracts';

/** Ruth Osei's session, for specs. */
export const ruthsSession: SessionResponse = {
  signedIn: true,
  account: {
    id: '0190a000-0000-7000-8000-000000000001',
    fullName: 'Ruth Osei',
    email: 'ruth.osei@ashbourne-vale.example',
    roles: ['audit-lead'],
    agency: null,
  },
  csrfToken: 'token-1',
  idleSeconds: 1800,
  warnSeconds: 120,
  endsAt: null,
};

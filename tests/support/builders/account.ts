import type { Role } from '@app/shared/domain';
import { people, type Person } from '../people.js';
import type { Service } from '../service.js';
import type { Visitor } from '../visitor.js';

/** A person whose account a test has made, as the service describes it. */
export interface MadePerson extends Person {
  id: string;
  status: 'invited' | 'active' | 'ended';
  version: number;
}

const PASSWORD = 'seven-amber-kettles-41';

let made = 0;

/**
 * Makes an account by the acts people perform: Helen makes it, issues the link, and the person sets
 * their password with it. Says only what a test is about; everything else is dull.
 */
export function anAccount(service: Service): AccountBuilder {
  made += 1;
  return new AccountBuilder(service, made);
}

class AccountBuilder {
  private readonly wanted: { fullName: string; email: string } & Partial<Person>;
  private roles: Role[] = ['report-reader'];
  private until: MadePerson['status'] = 'active';
  private maker: Visitor | null = null;

  constructor(
    private readonly service: Service,
    private readonly number: number,
  ) {
    this.wanted = {
      fullName: 'Ellen Ward',
      email: `ellen.ward.${number}@ashbourne-vale.example`,
    };
  }

  named(fullName: string): this {
    this.wanted.fullName = fullName;
    this.wanted.email = `${fullName.toLowerCase().replaceAll(' ', '.')}.${this.number}@ashbourne-vale.example`;
    return this;
  }

  withEmail(email: string): this {
    this.wanted.email = email;
    return this;
  }

  forAdministrator(): this {
    return this.withRoles('administrator');
  }

  forAuditor(agency: string): this {
    this.wanted.agency = agency;
    return this.withRoles('auditor');
  }

  forOfficer(staffRef = `SO-${500 + this.number}`): this {
    this.wanted.staffRef = staffRef;
    return this.withRoles('send-officer');
  }

  withRoles(...roles: Role[]): this {
    this.roles = roles;
    return this;
  }

  /** Stops before the person sets their password. */
  invited(): this {
    this.until = 'invited';
    return this;
  }

  /** The person was here and has left. */
  ended(): this {
    this.until = 'ended';
    return this;
  }

  /** By an administrator who is signed in already, which saves a sign-in. */
  by(administrator: Visitor): this {
    this.maker = administrator;
    return this;
  }

  async make(): Promise<MadePerson> {
    const helen = this.maker ?? (await this.service.signIn(people.helen));
    const answer = await helen.post<MadePerson>('/api/accounts', {
      ...this.wanted,
      roles: this.roles,
    });
    if (answer.status !== 201) throw new Error(`no account: ${JSON.stringify(answer.body)}`);
    const { id } = answer.body;
    if (this.until !== 'invited') {
      await setPassword(this.service, await issueLink(helen, id), PASSWORD);
    }
    const { body } = await helen.get<MadePerson>(`/api/accounts/${id}`);
    if (this.until === 'ended') await end(helen, body);
    const { body: account } = await helen.get<MadePerson>(`/api/accounts/${id}`);
    return { ...this.wanted, ...described(account), roles: this.roles, password: PASSWORD };
  }
}

/** Of the service's description, what does not need the person's own wording. */
function described({ id, email, status, version }: MadePerson) {
  return { id, email, status, version };
}

async function end(administrator: Visitor, { id, version }: MadePerson): Promise<void> {
  const answer = await administrator.post(`/api/accounts/${id}/ending`, { version });
  if (answer.status !== 200) throw new Error(`not ended: ${JSON.stringify(answer.body)}`);
}

/** The secret part of a new one-time link, as the administrator passes it on. */
export async function issueLink(administrator: Visitor, id: string): Promise<string> {
  const { body } = await administrator.post<{ link: string }>(
    `/api/accounts/${id}/password-links`,
    {},
  );
  return new URL(body.link).hash.slice(1);
}

async function setPassword(service: Service, token: string, password: string): Promise<void> {
  const answer = await service.visitor().post('/api/password', { token, password });
  if (answer.status !== 204) throw new Error(`no password: ${JSON.stringify(answer.body)}`);
}

/** An account the demonstration made, as Helen sees it. */
export async function accountOf(administrator: Visitor, person: Person): Promise<MadePerson> {
  const { body } = await administrator.get<{ accounts: MadePerson[] }>('/api/accounts');
  const found = body.accounts.find((account) => account.email === person.email);
  if (!found) throw new Error(`${person.fullName} has no account`);
  return found;
}

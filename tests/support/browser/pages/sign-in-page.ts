import type { Person } from '../../people.js';
import type { Visit } from '../visit.js';

export class SignInPage {
  constructor(private readonly visit: Visit) {}

  open(): Promise<void> {
    return this.visit.goTo('/sign-in');
  }

  async signIn({ email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
    await this.visit.fill('E-mail address', email);
    await this.visit.fill('Password', password);
    await this.visit.press('Sign in');
  }
}

import type { Visit } from '../visit.js';

export class MakeAccountPage {
  constructor(private readonly visit: Visit) {}

  /** The link, which is shown here and never again. */
  oneTimeLink(): Promise<string> {
    return this.visit.valueOf('One-time link');
  }
}

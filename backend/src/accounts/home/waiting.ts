import { Injectable } from '@nestjs/common';
import type { Access } from '../access.js';

/** One kind of work that waits for a person, and the page where it is done. */
export interface Waiting {
  key: string;
  title: string;
  count: number;
  link: string;
}

export type WaitingSource = (access: Access) => Promise<Waiting[]>;

/** Where each feature says what waits for a person; the home page asks them all. */
@Injectable()
export class WaitingForPerson {
  private readonly sources: WaitingSource[] = [];

  register(source: WaitingSource): void {
    this.sources.push(source);
  }

  async list(access: Access): Promise<Waiting[]> {
    const lists = await Promise.all(this.sources.map((source) => source(access)));
    return lists.flat().filter((waiting) => waiting.count > 0);
  }
}

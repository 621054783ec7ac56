import { Injectable } from '@nestjs/common';
import type { Access, Waiting } from '../accounts/index.js';
import { DraftViews } from './drafts/draft-views.js';

/** What of the frameworks waits for a person on the home page: drafts about which they are asked. */
@Injectable()
export class WaitingFrameworks {
  constructor(private readonly drafts: DraftViews) {}

  async list(access: Access): Promise<Waiting[]> {
    const drafts = await this.drafts.openTo(access);
    return drafts.map(({ id, title }) => ({
      ...{ key: `draft-to-comment-on-${id}`, title: `Draft to comment on: ${title}` },
      ...{ count: 1, link: `/frameworks/consultations/${id}` },
    }));
  }
}

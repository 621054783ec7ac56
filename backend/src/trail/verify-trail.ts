import { Injectable } from '@nestjs/common';
import { linkFault, type Seal } from '@app/shared/domain';
import { TrailRepository } from './trail.repository.js';

const BATCH = 2000;
const FAULTS_MAX = 100;
/** Below any place a forged seal could be put in, so that none is passed over. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** A place in the chain with its hash, as written down on an earlier day. */
export interface Head {
  sequence: number;
  hash: string;
}

export interface TrailVerdict {
  sealed: number;
  unsealed: number;
  faults: string[];
  head: Head | null;
}

/** Walks the whole chain and says what does not hold. */
@Injectable()
export class VerifyTrail {
  constructor(private readonly repository: TrailRepository) {}

  /**
   * @param known a head kept outside the database; without one, entries cut from the very end
   *   together with their seals cannot be noticed
   */
  async verify(known: Head | null = null): Promise<TrailVerdict> {
    const faults: string[] = [];
    let before: Seal | null = null;
    let sealed = 0;
    let isKnownSeen = known === null;
    for (;;) {
      const links = await this.repository.chainAfter(before?.sequence ?? BEFORE_ALL, BATCH);
      if (links.length === 0) break;
      for (const link of links) {
        const fault = linkFault(before, link);
        if (fault && faults.length < FAULTS_MAX) faults.push(fault);
        if (known?.sequence === link.seal.sequence && known.hash === link.seal.hash)
          isKnownSeen = true;
        before = link.seal;
        sealed += 1;
      }
    }
    if (!isKnownSeen)
      faults.push(`The head you gave, number ${known?.sequence}, is not in the chain.`);
    for (const id of await this.repository.neverToBeSealed(FAULTS_MAX))
      faults.push(`Entry ${id} is neither sealed nor waiting for its seal.`);
    return {
      sealed,
      unsealed: await this.repository.unsealedCount(),
      faults,
      head: before ? { sequence: before.sequence, hash: before.hash } : null,
    };
  }
}

/** Chance that comes out the same each time: the demonstration is the same on every computer (mulberry32). */
export class SeededChance {
  constructor(private state: number) {}

  /** A number from 0 up to, and never, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from the least to the most, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Happens in so many of a hundred cases. */
  happens(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  /** One of several, each as often as its share of all the shares. */
  drawn<Key extends string>(shares: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries(shares) as [Key, number][];
    let left = this.next() * entries.reduce((sum, [, share]) => sum + share, 0);
    for (const [key, share] of entries) {
      left -= share;
      if (left < 0) return key;
    }
    throw new RangeError('nothing to draw from');
  }
}

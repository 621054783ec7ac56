import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { Clock } from '../clock/clock.js';

/** The only place that makes keys and secrets by chance. */
@Injectable()
export class Ids {
  private lastTime = 0;
  private place = 0;

  constructor(private readonly clock: Clock) {}

  /** A key that sorts by the time it was made (UUID version 7), within one instant by the order. */
  next(): string {
    const msecs = this.clock.now().getTime();
    this.place = msecs === this.lastTime ? this.place + 1 : 0;
    this.lastTime = msecs;
    return v7({ msecs, seq: this.place });
  }

  /** 256 bits from the operating system, in characters that fit a cookie or a link. */
  secret(): string {
    return randomBytes(32).toString('base64url');
  }

  /** 256 bits from the operating system as 64 hexadecimal digits, for whoever recomputes a draw by hand. */
  seed(): string {
    return randomBytes(32).toString('hex');
  }
}

import { Injectable } from '@nestjs/common';

/** The only place that asks what time it is, so that tests and the demonstration can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

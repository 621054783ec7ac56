import { Pipe, type PipeTransform } from '@angular/core';
import { dayInWords, instantInWords } from '@app/shared/domain';

/** "3 November 2026 at 14:32", London time, from what the API gives. */
@Pipe({ name: 'londonInstant' })
export class LondonInstant implements PipeTransform {
  transform(instant: string | null | undefined): string {
    return instant ? instantInWords(new Date(instant)) : '';
  }
}

/** "3 November 2026", the day in London. */
@Pipe({ name: 'londonDay' })
export class LondonDay implements PipeTransform {
  transform(instant: string | null | undefined): string {
    return instant ? dayInWords(new Date(instant)) : '';
  }
}

import { Injectable } from '@angular/core';
import { londonDayOf } from '@app/shared/domain';

/** The day in London by this computer's clock; what depends on it is decided by the service. */
@Injectable({ providedIn: 'root' })
export class Today {
  /** @returns YYYY-MM-DD */
  day(): string {
    return londonDayOf(new Date());
  }
}

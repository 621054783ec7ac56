import { Component, inject } from '@angular/core';
import { passwordLinkHours, sessionLimits } from '@app/shared/domain';
import { PartnershipStore } from '../platform/partnership-store';

@Component({
  selector: 'app-help',
  templateUrl: './help.html',
})
export class Help {
  protected readonly store = inject(PartnershipStore);
  protected readonly linkDays = passwordLinkHours / 24;
  protected readonly idleMinutes = sessionLimits.idleSeconds / 60;
  protected readonly warnMinutes = sessionLimits.warnSeconds / 60;
}

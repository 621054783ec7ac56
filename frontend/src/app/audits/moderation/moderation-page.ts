import { Component, computed, inject } from '@angular/core';
import { ModeratedAudit } from './moderated-audit';
import { AuditToModerate } from './audit-to-moderate';
import { ClosedAudit } from './closed-audit';

/** One audit: what is left to decide, or what was agreed for good. */
@Component({
  selector: 'app-moderation-page',
  imports: [AuditToModerate, ClosedAudit],
  template: `
    @if (moderated.audit(); as audit) {
      @if (isWaiting()) {
        <app-audit-to-moderate [audit]="audit" />
      } @else {
        <app-closed-audit [audit]="audit" />
      }
    }
  `,
})
export class ModerationPage {
  protected readonly moderated = inject(ModeratedAudit);
  protected readonly isWaiting = computed(
    () => this.moderated.audit()?.state === 'awaiting-moderation',
  );
}

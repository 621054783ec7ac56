import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AllocationResponse,
  AuditDueDate,
  DeclarationResponse,
  ScoringDeclaration,
  ScoringReassignment,
  ScoringWithdrawal,
  SubmissionResponse,
} from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../platform/act-key';

/** The acts of this feature; answers are saved by the page of the scoring itself. */
@Injectable({ providedIn: 'root' })
export class AuditsClient {
  private readonly http = inject(HttpClient);
  private readonly keys = new Map<string, ActKey>();

  allocate(roundId: string): Promise<AllocationResponse> {
    return this.post<AllocationResponse>(`/api/rounds/${roundId}/allocation`, {});
  }

  reassign(scoringId: string, wanted: ScoringReassignment): Promise<unknown> {
    return this.post(`/api/scorings/${scoringId}/reassignment`, wanted);
  }

  withdraw(scoringId: string, wanted: ScoringWithdrawal): Promise<unknown> {
    return this.post(`/api/scorings/${scoringId}/withdrawal`, wanted);
  }

  setDueDate(auditId: string, wanted: AuditDueDate): Promise<unknown> {
    const url = `/api/audits/${auditId}/due-date`;
    return this.keyOf(url).perform(wanted, (headers) =>
      firstValueFrom(this.http.put<unknown>(url, wanted, { headers })),
    );
  }

  declare(scoringId: string, wanted: ScoringDeclaration): Promise<DeclarationResponse> {
    return this.post<DeclarationResponse>(`/api/scorings/${scoringId}/declaration`, wanted);
  }

  submit(scoringId: string, version: number): Promise<SubmissionResponse> {
    return this.post<SubmissionResponse>(`/api/scorings/${scoringId}/submission`, { version });
  }

  private post<Answer>(url: string, wanted: object): Promise<Answer> {
    return this.keyOf(url).perform(wanted, (headers) =>
      firstValueFrom(this.http.post<Answer>(url, wanted, { headers })),
    );
  }

  private keyOf(url: string): ActKey {
    const key = this.keys.get(url) ?? new ActKey();
    this.keys.set(url, key);
    return key;
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AllocationResponse,
  AuditDueDate,
  CriterionDecision,
  DeclarationResponse,
  ModerationClosing,
  ModerationResponse,
  ProfileCorrection,
  RoundClosing,
  RoundClosingResponse,
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
    return this.put(`/api/audits/${auditId}/due-date`, wanted);
  }

  declare(scoringId: string, wanted: ScoringDeclaration): Promise<DeclarationResponse> {
    return this.post<DeclarationResponse>(`/api/scorings/${scoringId}/declaration`, wanted);
  }

  submit(scoringId: string, version: number): Promise<SubmissionResponse> {
    return this.post<SubmissionResponse>(`/api/scorings/${scoringId}/submission`, { version });
  }

  decide(
    auditId: string,
    criterion: string,
    wanted: CriterionDecision,
  ): Promise<ModerationResponse> {
    return this.put(`/api/moderations/${auditId}/criteria/${criterion}`, wanted);
  }

  correct(auditId: string, field: string, wanted: ProfileCorrection): Promise<ModerationResponse> {
    return this.put(`/api/moderations/${auditId}/profile/${field}`, wanted);
  }

  close(auditId: string, wanted: ModerationClosing): Promise<ModerationResponse> {
    return this.post(`/api/moderations/${auditId}/closing`, wanted);
  }

  closeRound(roundId: string, wanted: RoundClosing): Promise<RoundClosingResponse> {
    return this.post(`/api/rounds/${roundId}/closing`, wanted);
  }

  private put<Answer>(url: string, wanted: object): Promise<Answer> {
    return this.keyOf(url).perform(wanted, (headers) =>
      firstValueFrom(this.http.put<Answer>(url, wanted, { headers })),
    );
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

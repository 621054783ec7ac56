import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DocumentChange,
  DocumentWanted,
  PlanWithdrawal,
  PlanWithoutDocument,
  ProgrammeResponse,
  RoundChange,
  RoundDocumentsResponse,
  RoundResponse,
  RoundWanted,
  VerificationResponse,
} from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../platform/act-key';

/** The acts of this feature. Reading is done by resources where it is shown. */
@Injectable({ providedIn: 'root' })
export class ProgrammeClient {
  private readonly http = inject(HttpClient);
  private readonly yearKey = new ActKey();
  private readonly finishKey = new ActKey();
  private readonly roundKey = new ActKey();
  private readonly changeKey = new ActKey();
  private readonly drawKey = new ActKey();
  private readonly withdrawalKey = new ActKey();
  private readonly documentKey = new ActKey();
  private readonly documentChangeKey = new ActKey();
  private readonly takingOutKey = new ActKey();
  private readonly markKey = new ActKey();
  private readonly verificationKey = new ActKey();

  openYear(year: string): Promise<ProgrammeResponse> {
    return this.yearKey.perform({ year }, (headers) =>
      firstValueFrom(this.http.post<ProgrammeResponse>('/api/programmes', { year }, { headers })),
    );
  }

  finishDrawing(id: string, version: number): Promise<ProgrammeResponse> {
    const url = `/api/programmes/${id}/drawing-finish`;
    return this.finishKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.http.post<ProgrammeResponse>(url, { version }, { headers })),
    );
  }

  openRound(wanted: RoundWanted): Promise<RoundResponse> {
    return this.roundKey.perform(wanted, (headers) =>
      firstValueFrom(this.http.post<RoundResponse>('/api/rounds', wanted, { headers })),
    );
  }

  changeRound(id: string, change: RoundChange): Promise<RoundResponse> {
    return this.changeKey.perform({ id, change }, (headers) =>
      firstValueFrom(this.http.put<RoundResponse>(`/api/rounds/${id}`, change, { headers })),
    );
  }

  drawSample(id: string, version: number): Promise<RoundResponse> {
    const url = `/api/rounds/${id}/draw`;
    return this.drawKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.http.post<RoundResponse>(url, { version }, { headers })),
    );
  }

  withdrawPlan(id: string, withdrawal: PlanWithdrawal): Promise<RoundResponse> {
    const url = `/api/rounds/${id}/withdrawals`;
    return this.withdrawalKey.perform({ id, withdrawal }, (headers) =>
      firstValueFrom(this.http.post<RoundResponse>(url, withdrawal, { headers })),
    );
  }

  enterDocument(round: string, wanted: DocumentWanted): Promise<RoundDocumentsResponse> {
    const url = `/api/rounds/${round}/documents`;
    return this.documentKey.perform({ round, wanted }, (headers) =>
      firstValueFrom(this.http.post<RoundDocumentsResponse>(url, wanted, { headers })),
    );
  }

  changeDocument(id: string, change: DocumentChange): Promise<RoundDocumentsResponse> {
    const url = `/api/documents/${id}`;
    return this.documentChangeKey.perform({ id, change }, (headers) =>
      firstValueFrom(this.http.put<RoundDocumentsResponse>(url, change, { headers })),
    );
  }

  takeOutDocument(id: string, version: number): Promise<RoundDocumentsResponse> {
    const url = `/api/documents/${id}/taking-out`;
    return this.takingOutKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.http.post<RoundDocumentsResponse>(url, { version }, { headers })),
    );
  }

  markPlan(round: string, mark: PlanWithoutDocument): Promise<RoundDocumentsResponse> {
    const url = `/api/rounds/${round}/plans-without-document`;
    return this.markKey.perform({ round, mark }, (headers) =>
      firstValueFrom(this.http.put<RoundDocumentsResponse>(url, mark, { headers })),
    );
  }

  verify(id: string): Promise<VerificationResponse> {
    const url = `/api/rounds/${id}/verification`;
    return this.verificationKey.perform({ id }, (headers) =>
      firstValueFrom(this.http.post<VerificationResponse>(url, {}, { headers })),
    );
  }
}

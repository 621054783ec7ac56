import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  PlanWithdrawal,
  ProgrammeResponse,
  RoundChange,
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

  verify(id: string): Promise<VerificationResponse> {
    const url = `/api/rounds/${id}/verification`;
    return this.verificationKey.perform({ id }, (headers) =>
      firstValueFrom(this.http.post<VerificationResponse>(url, {}, { headers })),
    );
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AbsentPlanDecision, PlanRegisterResponse } from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../platform/act-key';

/** The acts of this feature. Reading is done by resources where it is shown. */
@Injectable({ providedIn: 'root' })
export class PlansClient {
  private readonly http = inject(HttpClient);
  private readonly uploadKey = new ActKey();
  private readonly confirmationKey = new ActKey();
  private readonly discardingKey = new ActKey();
  private readonly settlingKey = new ActKey();

  upload(asAt: string, file: File): Promise<PlanRegisterResponse> {
    const { size, lastModified } = file;
    return this.uploadKey.perform({ asAt, size, lastModified }, (headers) =>
      firstValueFrom(
        this.http.post<PlanRegisterResponse>('/api/plan-registers', file, {
          params: { asAt },
          headers: { ...headers, 'Content-Type': 'text/csv' },
        }),
      ),
    );
  }

  confirm(register: PlanRegisterResponse): Promise<PlanRegisterResponse> {
    const { id, version } = register;
    const url = `/api/plan-registers/${id}/confirmation`;
    const body = { version, importReadyRows: register.rowsRejected > 0 };
    return this.confirmationKey.perform({ id, body }, (headers) =>
      firstValueFrom(this.http.post<PlanRegisterResponse>(url, body, { headers })),
    );
  }

  discard({ id, version }: PlanRegisterResponse): Promise<PlanRegisterResponse> {
    const url = `/api/plan-registers/${id}/discarding`;
    return this.discardingKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.http.post<PlanRegisterResponse>(url, { version }, { headers })),
    );
  }

  settleAbsent(id: string, decisions: AbsentPlanDecision[]): Promise<PlanRegisterResponse> {
    const url = `/api/plan-registers/${id}/absent-plans`;
    return this.settlingKey.perform({ id, decisions }, (headers) =>
      firstValueFrom(this.http.post<PlanRegisterResponse>(url, { decisions }, { headers })),
    );
  }
}

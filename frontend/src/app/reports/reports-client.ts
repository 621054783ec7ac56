import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DecisionRecord,
  ReportChange,
  ReportResponse,
  ReportWanted,
} from '@app/shared/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { ActKey } from '../platform/act-key';

/** The acts of this feature. Reading is done by resources where it is shown. */
@Injectable({ providedIn: 'root' })
export class ReportsClient {
  private readonly http = inject(HttpClient);
  private readonly makingKey = new ActKey();
  private readonly changeKey = new ActKey();
  private readonly recompilingKey = new ActKey();
  private readonly publicationKey = new ActKey();
  private readonly decisionKey = new ActKey();

  make(wanted: ReportWanted): Promise<ReportResponse> {
    return this.makingKey.perform(wanted, (headers) =>
      firstValueFrom(this.http.post<ReportResponse>('/api/reports', wanted, { headers })),
    );
  }

  change(id: string, change: ReportChange): Promise<ReportResponse> {
    return this.changeKey.perform({ id, change }, (headers) =>
      firstValueFrom(this.http.put<ReportResponse>(`/api/reports/${id}`, change, { headers })),
    );
  }

  recompile(id: string, version: number): Promise<ReportResponse> {
    return this.recompilingKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.post(`/api/reports/${id}/recompiling`, { version }, headers)),
    );
  }

  publish(id: string, version: number): Promise<ReportResponse> {
    return this.publicationKey.perform({ id, version }, (headers) =>
      firstValueFrom(this.post(`/api/reports/${id}/publication`, { version }, headers)),
    );
  }

  /** @param number as the report numbers it */
  record(id: string, number: string, decision: DecisionRecord): Promise<ReportResponse> {
    return this.decisionKey.perform({ id, number, decision }, (headers) =>
      firstValueFrom(this.post(`/api/reports/${id}/decisions/${number}`, decision, headers)),
    );
  }

  private post(
    url: string,
    body: object,
    headers: Record<string, string>,
  ): Observable<ReportResponse> {
    return this.http.post<ReportResponse>(url, body, { headers });
  }
}

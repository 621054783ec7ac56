import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ConsultationWanted,
  FrameworkCommentWanted,
  PublicationWanted,
} from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../../platform/act-key';
import type { FrameworkConsultation } from '../framework-draft';

/** The acts by which a draft is consulted on, published or thrown away, and a version retired. */
@Injectable({ providedIn: 'root' })
export class LifeClient {
  private readonly http = inject(HttpClient);
  private readonly consultationKey = new ActKey();
  private readonly editingKey = new ActKey();
  private readonly publicationKey = new ActKey();
  private readonly discardingKey = new ActKey();
  private readonly commentKey = new ActKey();
  private readonly retirementKey = new ActKey();

  consult(id: string, wanted: ConsultationWanted): Promise<unknown> {
    return this.post(this.consultationKey, `/api/framework-drafts/${id}/consultation`, wanted);
  }

  endConsultation(id: string, version: number): Promise<unknown> {
    return this.post(this.editingKey, `/api/framework-drafts/${id}/editing`, { version });
  }

  publish(id: string, wanted: PublicationWanted): Promise<unknown> {
    return this.post(this.publicationKey, `/api/framework-drafts/${id}/publication`, wanted);
  }

  discard(id: string, version: number): Promise<unknown> {
    return this.post(this.discardingKey, `/api/framework-drafts/${id}/discarding`, { version });
  }

  comment(id: string, wanted: FrameworkCommentWanted): Promise<FrameworkConsultation> {
    const url = `/api/framework-consultations/${id}/comments`;
    return this.post<FrameworkConsultation>(this.commentKey, url, wanted);
  }

  retire(id: string): Promise<unknown> {
    return this.post(this.retirementKey, `/api/frameworks/${id}/retirement`, {});
  }

  private post<Answer>(key: ActKey, url: string, body: object): Promise<Answer> {
    return key.perform({ url, body }, (headers) =>
      firstValueFrom(this.http.post<Answer>(url, body, { headers })),
    );
  }
}

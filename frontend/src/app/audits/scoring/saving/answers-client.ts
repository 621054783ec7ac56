import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AnswerWanted,
  NamedAnswerWanted,
  SavedAnswerResponse,
  SavedAnswersResponse,
  ScoringResponse,
} from '@app/shared/contracts';
import { firstValueFrom } from 'rxjs';
import { ActKey } from '../../../platform/act-key';
import { answerId, contentOf, type HeldAnswer } from './held-answer';

/** Saves answers, each under a key by which the service knows one that it has saved already. */
@Injectable({ providedIn: 'root' })
export class AnswersClient {
  private readonly http = inject(HttpClient);
  private readonly keys = new Map<string, ActKey>();

  read(scoringId: string): Promise<ScoringResponse> {
    return firstValueFrom(this.http.get<ScoringResponse>(`/api/scorings/${scoringId}`));
  }

  save(scoringId: string, answer: HeldAnswer): Promise<SavedAnswerResponse> {
    const url = `/api/scorings/${scoringId}/answers/${answer.kind}/${answer.key}`;
    const wanted = wantedOf(answer);
    // A save that is under way goes on when the page is left.
    return this.keyOf(scoringId, answerId(answer)).perform(wanted, (headers) =>
      firstValueFrom(this.http.put<SavedAnswerResponse>(url, wanted, { headers, keepalive: true })),
    );
  }

  /** Answers that waited: the service saves all of them or none. */
  async saveAll(
    scoringId: string,
    answers: readonly HeldAnswer[],
  ): Promise<readonly SavedAnswerResponse[]> {
    const url = `/api/scorings/${scoringId}/answers`;
    const wanted = {
      answers: answers.map((answer): NamedAnswerWanted => {
        const { kind, key } = answer;
        return { kind, key, ...wantedOf(answer) };
      }),
    };
    const saved = await this.keyOf(scoringId, 'waiting').perform(wanted, (headers) =>
      firstValueFrom(this.http.put<SavedAnswersResponse>(url, wanted, { headers })),
    );
    return saved.answers;
  }

  private keyOf(scoringId: string, what: string): ActKey {
    const name = `${scoringId} ${what}`;
    const key = this.keys.get(name) ?? new ActKey();
    this.keys.set(name, key);
    return key;
  }
}

function wantedOf(answer: HeldAnswer): AnswerWanted {
  const { value, evidence, sections } = contentOf(answer);
  const wanted = { value, seenVersion: answer.version };
  if (answer.kind !== 'criterion') return wanted;
  return { ...wanted, evidence, sections: [...sections] };
}

import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AnswerResponse, NamedAnswerWanted } from '@app/shared/contracts';
import { jest } from '@jest/globals';
import { ScoringAnswers } from '../app/audits/scoring/saving/scoring-answers';
import { IdleWatch } from '../app/platform/idle-watch';
import { sessionInterceptor } from '../app/platform/session-interceptor';
import { SessionStore } from '../app/platform/session-store';
import { aScoring } from './a-scoring';
import { ruthsSession } from './ruths-session';

export const savedAt = '2026-09-15T13:32:00.000Z';
export const voice = '/api/scorings/s1/answers/criterion/voice-own-words';
export const attributed = '/api/scorings/s1/answers/criterion/voice-attributed';
export const several = '/api/scorings/s1/answers';

/** A scoring in which somebody answers, and the service on the other side, on a clock set by hand. */
export class Answering {
  readonly answers: ScoringAnswers;
  readonly server: HttpTestingController;

  constructor() {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        ScoringAnswers,
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    TestBed.inject(SessionStore).take(ruthsSession);
    this.answers = TestBed.inject(ScoringAnswers);
    this.server = TestBed.inject(HttpTestingController);
    this.answers.open(aScoring());
  }

  /** Nothing that nobody expected may have been sent. */
  end(): void {
    this.server.verify();
    TestBed.inject(IdleWatch).stop();
    jest.useRealTimers();
  }

  pass(milliseconds: number): Promise<void> {
    return jest.advanceTimersByTimeAsync(milliseconds);
  }

  grade(value: string, key = 'voice-own-words'): void {
    this.answers.choose('criterion', key, { value });
  }

  write(evidence: string): void {
    this.answers.type('criterion', 'voice-own-words', { evidence });
  }

  /** Where an answer stands. */
  standing(key = 'voice-own-words'): string {
    return this.answers.answer('criterion', key).standing;
  }

  refusal(): string | null {
    return this.answers.answer('criterion', 'voice-own-words').refusal;
  }

  async accept(url: string, version: number): Promise<TestRequest> {
    const request = this.server.expectOne(url);
    const [kind, key] = url.split('/').slice(-2);
    request.flush({ kind, key, version, savedAt });
    await this.pass(0);
    return request;
  }

  async acceptSeveral(version: number): Promise<NamedAnswerWanted[]> {
    const request = this.server.expectOne(several);
    const wanted = (request.request.body as { answers: NamedAnswerWanted[] }).answers;
    request.flush({ answers: wanted.map(({ kind, key }) => ({ kind, key, version, savedAt })) });
    await this.pass(0);
    return wanted;
  }

  /** No answer comes, and nobody knows whether the request arrived. */
  async lose(url: string): Promise<TestRequest> {
    const request = this.server.expectOne(url);
    request.error(new ProgressEvent('error'));
    await this.pass(0);
    return request;
  }

  async refuse(url: string, status: number, problem: object): Promise<void> {
    const request = this.server.expectOne(url);
    request.flush({ detail: 'No', ...problem }, { status, statusText: 'Refused' });
    await this.pass(0);
  }
}

/** What the service has for an answer. */
export function present(value: string, version: number, key = 'voice-own-words'): AnswerResponse {
  const content = { value, evidence: null, sections: [] };
  return { kind: 'criterion', key, version, savedAt, ...content };
}

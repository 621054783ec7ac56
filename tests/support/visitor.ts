import type { Person } from './people.js';
import { randomUUID } from 'node:crypto';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  /** The JSON of the answer; an empty object when there is none. */
  body: Body;
}

export interface RequestOptions {
  headers?: Record<string, string>;
  /** Sent as it is instead of as JSON. */
  rawBody?: string | Uint8Array<ArrayBuffer>;
}

/** Someone at a browser: keeps the session's cookie and sends its token, as the pages do. */
export class Visitor {
  private cookie = '';
  private csrfToken = '';

  constructor(private readonly url: string) {}

  async signIn(
    person: Pick<Person, 'email' | 'password'>,
    options?: RequestOptions,
  ): Promise<Answer> {
    const { email, password } = person;
    const answer = await this.post('/api/session', { email, password }, options);
    if (answer.status === 200) this.csrfToken = String(answer.body.csrfToken);
    return answer;
  }

  get<Body = Record<string, unknown>>(
    path: string,
    options?: RequestOptions,
  ): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, options);
  }

  /** A file as the browser would keep it, with the mark at its beginning. */
  async file(path: string): Promise<{ text: string; bytes: Buffer; headers: Headers }> {
    const response = await fetch(new URL(path, this.url), { headers: { cookie: this.cookie } });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { text: bytes.toString('utf8'), bytes, headers: response.headers };
  }

  post<Body = Record<string, unknown>>(
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<Answer<Body>> {
    return this.send('POST', path, body, options);
  }

  put<Body = Record<string, unknown>>(
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<Answer<Body>> {
    return this.send('PUT', path, body, options);
  }

  delete<Body = Record<string, unknown>>(
    path: string,
    options?: RequestOptions,
  ): Promise<Answer<Body>> {
    return this.send('DELETE', path, undefined, options);
  }

  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ): Promise<Answer<Body>> {
    const sent = options.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...options.headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const answered = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && answered ? JSON.parse(answered) : {}) as Body,
    };
  }
}

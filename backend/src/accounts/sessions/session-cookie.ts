import { Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { Environment, isHttps } from '../../platform/config/environment.js';

/** The only cookie. Over HTTPS its name makes the browser refuse it from any other host or path. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(environment: Environment) {
    this.secure = isHttps(environment);
    this.name = this.secure ? '__Host-session' : 'session';
  }

  read(request: Request): string | null {
    return parseCookie(request.headers.cookie ?? '')[this.name] ?? null;
  }

  write(response: Response, token: string): void {
    response.cookie(this.name, token, this.flags());
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.flags());
  }

  private flags() {
    return { httpOnly: true, secure: this.secure, sameSite: 'strict' as const, path: '/' };
  }
}

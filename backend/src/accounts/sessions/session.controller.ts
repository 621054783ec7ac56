import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionResponse, SignIn as SignInContract } from '@app/shared/contracts';
import { sessionEndsAt, sessionLimits } from '@app/shared/domain';
import type { Request, Response } from 'express';
import { Clock } from '../../platform/clock/clock.js';
import { Answers } from '../../platform/http/answers.js';
import { correlationIdOf } from '../../platform/http/correlation-id.js';
import { CurrentAccess, type Access } from '../access.js';
import { AccountRepository } from '../account.repository.js';
import { csrfTokenOf } from '../permissions/csrf.guard.js';
import { deviceInWords } from './device-in-words.js';
import { EndSession } from './end-session.js';
import { SessionCookie } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';
import { SignIn } from './sign-in.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly cookie: SessionCookie,
    private readonly startSession: SignIn,
    private readonly endSession: EndSession,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(200, SessionResponse)
  read(
    @CurrentAccess() access: Access | undefined,
    @Req() request: Request,
  ): Promise<SessionResponse> {
    return this.describe(
      access?.account.id ?? null,
      access?.session ?? null,
      this.cookie.read(request),
    );
  }

  @Post()
  @Answers(
    200,
    SessionResponse,
    'not-signed-in',
    'wrong-media-type',
    'too-large',
    'too-many-attempts',
  )
  async signIn(
    @Body() body: SignInContract,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const { token, accountId } = await this.startSession.signIn({
      ...body,
      address: request.ip ?? 'unknown',
      device: deviceInWords(request.get('user-agent')),
      earlierToken: this.cookie.read(request),
      correlationId: correlationIdOf(request),
    });
    this.cookie.write(response, token);
    const now = this.clock.now();
    return this.describe(accountId, { startedAt: now, lastSeenAt: now }, token);
  }

  @Delete()
  @Answers(204, null, 'not-signed-in')
  async signOut(
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.endSession.end(access, access.session.id);
    this.cookie.clear(response);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }

  @Post('extension')
  @Answers(200, SessionResponse, 'not-signed-in')
  async extend(@CurrentAccess() access: Access, @Req() request: Request): Promise<SessionResponse> {
    const now = this.clock.now();
    await this.sessions.noteUse(access.session.id, now);
    return this.describe(
      access.account.id,
      { startedAt: access.session.startedAt, lastSeenAt: now },
      this.cookie.read(request),
    );
  }

  private async describe(
    accountId: string | null,
    times: { startedAt: Date; lastSeenAt: Date } | null,
    token: string | null,
  ): Promise<SessionResponse> {
    const limits = {
      idleSeconds: sessionLimits.idleSeconds,
      warnSeconds: sessionLimits.warnSeconds,
    };
    if (!accountId || !times || !token) {
      return { signedIn: false, account: null, csrfToken: null, endsAt: null, ...limits };
    }
    return {
      signedIn: true,
      account: await this.accounts.view(accountId),
      csrfToken: csrfTokenOf(token),
      endsAt: sessionEndsAt(times).toISOString(),
      ...limits,
    };
  }
}

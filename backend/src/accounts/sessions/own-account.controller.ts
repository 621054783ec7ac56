import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnAccountResponse, OwnSessionListResponse, PasswordChange } from '@app/shared/contracts';
import { Clock } from '../../platform/clock/clock.js';
import { Answers } from '../../platform/http/answers.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { CurrentAccess, type Access } from '../access.js';
import { AccountRepository } from '../account.repository.js';
import { ChangePassword } from '../passwords/change-password.js';
import { EndSession } from './end-session.js';
import { SessionRepository } from './session.repository.js';

/** Everyone's own account; nothing here reaches another person's. */
@ApiTags('account')
@Controller('account')
export class OwnAccountController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly changePassword: ChangePassword,
    private readonly endSession: EndSession,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(200, OwnAccountResponse, 'not-signed-in')
  async read(@CurrentAccess() access: Access): Promise<OwnAccountResponse> {
    const view = await this.accounts.view(access.account.id);
    return { ...view, passwordChangedAt: view.passwordChangedAt?.toISOString() ?? null };
  }

  @Put('password')
  @Answers(
    204,
    null,
    'not-signed-in',
    'rule-broken',
    'too-many-attempts',
    'wrong-media-type',
    'too-large',
  )
  change(@CurrentAccess() access: Access, @Body() body: PasswordChange): Promise<void> {
    return this.changePassword.change(access, body);
  }

  @Get('sessions')
  @Answers(200, OwnSessionListResponse, 'not-signed-in')
  async listSessions(@CurrentAccess() access: Access): Promise<OwnSessionListResponse> {
    const owned = await this.sessions.ownedBy(access.account.id, this.clock.now());
    return {
      sessions: owned.map((session) => ({
        ...session,
        startedAt: session.startedAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        isThisOne: session.id === access.session.id,
      })),
    };
  }

  @Delete('sessions/:id')
  @HasId()
  @Answers(204, null, 'not-signed-in', 'not-found')
  end(@CurrentAccess() access: Access, @Param('id', RecordId) id: string): Promise<void> {
    return this.endSession.end(access, id);
  }
}

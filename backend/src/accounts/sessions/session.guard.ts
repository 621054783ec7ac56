import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { sessionLimits } from '@app/shared/domain';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { correlationIdOf } from '../../platform/http/correlation-id.js';
import type { AccessRequest } from '../access.js';
import { SessionCookie } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';

/**
 * Finds who is asking. Roles are read afresh each time, so a change of roles or the end of an
 * account counts from the next request on.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const token = this.cookie.read(request);
    if (!token) return true;
    const now = this.clock.now();
    const session = await this.sessions.find(token, now);
    if (!session || (session.isDemo && this.environment.NODE_ENV === 'production')) return true;
    if (now.getTime() - session.lastSeenAt.getTime() >= sessionLimits.noteUseSeconds * 1000) {
      await this.sessions.noteUse(session.id, now);
      session.lastSeenAt = now;
    }
    request.access = {
      account: { id: session.accountId, roles: session.roles, agency: session.agency },
      session: { id: session.id, startedAt: session.startedAt, lastSeenAt: session.lastSeenAt },
      permission: 403,
      correlationId: correlationIdOf(request),
    };
    return true;
  }
}

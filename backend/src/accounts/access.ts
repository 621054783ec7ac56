import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission, Role } from '@app/shared/domain';
import type { Request } from 'express';

/** Who is asking, as found by the session guard and judged by the permission guard. */
export interface Access {
  account: { id: string; roles: readonly Role[]; agency: string | null };
  session: { id: string; startedAt: Date; lastSeenAt: Date };
  /** What the permission table gives this person on this route. */
  permission: Permission;
  correlationId: string;
}

export type AccessRequest = Omit<Request, 'route'> & {
  access?: Access;
  /** The route that matched, as a pattern. */
  route: { path: string };
};

/** The route a request reached, as the permission table writes it; HEAD reads what GET reads. */
export function routeOf(request: Request): string {
  const { path } = request.route as { path: string };
  return `${request.method === 'HEAD' ? 'GET' : request.method} ${path}`;
}

/** The access of the person who is signed in; on a route open to anyone it may be missing. */
export const CurrentAccess = createParamDecorator(
  (_: unknown, context: ExecutionContext): Access | undefined =>
    context.switchToHttp().getRequest<AccessRequest>().access,
);

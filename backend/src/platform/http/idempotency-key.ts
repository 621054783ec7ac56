import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Problem } from '@app/shared/domain';
import type { Request } from 'express';
import { validate } from 'uuid';

/** The key a page makes up for each form it sends, so that sending twice has one effect. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const key = context.switchToHttp().getRequest<Request>().get('idempotency-key') ?? '';
    if (!validate(key)) {
      throw Problem.ofFields('contract-broken', [
        {
          path: 'Idempotency-Key',
          message: 'Send the header Idempotency-Key with a UUID made for this request',
        },
      ]);
    }
    return key.toLowerCase();
  },
);

export const HasIdempotencyKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  });

import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PasswordByLink } from '@app/shared/contracts';
import type { Request } from 'express';
import { Answers } from '../../platform/http/answers.js';
import { correlationIdOf } from '../../platform/http/correlation-id.js';
import { Throttle } from '../sessions/throttle.js';
import { SetPassword } from './set-password.js';

@ApiTags('account')
@Controller('password')
export class PasswordController {
  constructor(
    private readonly setPassword: SetPassword,
    private readonly throttle: Throttle,
  ) {}

  @Post()
  @Answers(204, null, 'rule-broken', 'too-many-attempts', 'wrong-media-type', 'too-large')
  async set(@Body() body: PasswordByLink, @Req() request: Request): Promise<void> {
    await this.throttle.countLink(request.ip ?? 'unknown');
    await this.setPassword.set(body, correlationIdOf(request));
  }
}

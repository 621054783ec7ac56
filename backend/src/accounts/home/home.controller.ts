import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HomeResponse } from '@app/shared/contracts';
import { Answers } from '../../platform/http/answers.js';
import { CurrentAccess, type Access } from '../access.js';
import { WaitingForPerson } from './waiting.js';

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly waiting: WaitingForPerson) {}

  @Get()
  @Answers(200, HomeResponse, 'not-signed-in')
  async read(@CurrentAccess() access: Access): Promise<HomeResponse> {
    return { waiting: await this.waiting.list(access) };
  }
}

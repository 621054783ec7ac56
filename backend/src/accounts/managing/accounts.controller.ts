import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AccountChange,
  AccountEnding,
  AccountFilter,
  AccountListResponse,
  AccountResponse,
  AccountWanted,
  AgencyListResponse,
  PasswordLinkResponse,
} from '@app/shared/contracts';
import { Answers, changeProblems } from '../../platform/http/answers.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { CurrentAccess, type Access } from '../access.js';
import { AccountRepository, type AccountView } from '../account.repository.js';
import { IssuePasswordLink } from '../passwords/issue-password-link.js';
import { ChangeAccount } from './change-account.js';
import { EndAccount } from './end-account.js';
import { MakeAccount } from './make-account.js';

/** An answer kept for a repeated request comes back from JSON, so an instant may be text already. */
const answerOf = (view: AccountView): AccountResponse => ({
  ...view,
  lastSignedInAt: view.lastSignedInAt ? new Date(view.lastSignedInAt).toISOString() : null,
});

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly makeAccount: MakeAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly endAccount: EndAccount,
    private readonly issuePasswordLink: IssuePasswordLink,
  ) {}

  @Get('agencies')
  @Answers(200, AgencyListResponse, 'not-signed-in')
  async agencies(): Promise<AgencyListResponse> {
    return { agencies: await this.accounts.agencies() };
  }

  @Get('accounts')
  @Answers(200, AccountListResponse, 'not-signed-in')
  async list(@Query() filter: AccountFilter): Promise<AccountListResponse> {
    return { accounts: (await this.accounts.list(filter)).map(answerOf) };
  }

  @Post('accounts')
  @HasIdempotencyKey()
  @Answers(201, AccountResponse, ...changeProblems, 'already-taken')
  async make(
    @CurrentAccess() access: Access,
    @Body() body: AccountWanted,
    @IdempotencyKey() key: string,
  ): Promise<AccountResponse> {
    return answerOf(await this.makeAccount.make(access, body, key));
  }

  @Get('accounts/:id')
  @HasId()
  @Answers(200, AccountResponse, 'not-signed-in', 'not-found')
  async read(@Param('id', RecordId) id: string): Promise<AccountResponse> {
    return answerOf(await this.accounts.view(id));
  }

  @Put('accounts/:id')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, AccountResponse, ...changeProblems, 'not-found', 'stale-version', 'already-taken')
  async change(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: AccountChange,
    @IdempotencyKey() key: string,
  ): Promise<AccountResponse> {
    return answerOf(await this.changeAccount.change(access, id, body, key));
  }

  @Post('accounts/:id/ending')
  @HasId()
  @HasIdempotencyKey()
  @Answers(200, AccountResponse, ...changeProblems, 'not-found', 'stale-version')
  async end(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Body() body: AccountEnding,
    @IdempotencyKey() key: string,
  ): Promise<AccountResponse> {
    return answerOf(await this.endAccount.end(access, id, body.version, key));
  }

  /** Not repeatable under a key: the answer holds a secret that must not be kept. Asking again makes a new link. */
  @Post('accounts/:id/password-links')
  @HasId()
  @Answers(201, PasswordLinkResponse, 'not-signed-in', 'not-found', 'rule-broken')
  async issueLink(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
  ): Promise<PasswordLinkResponse> {
    const issued = await this.issuePasswordLink.issue(
      { accountId: access.account.id, correlationId: access.correlationId },
      id,
    );
    return { link: issued.link, expiresAt: issued.expiresAt.toISOString() };
  }
}

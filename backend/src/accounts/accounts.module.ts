import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { permissions } from '@app/shared/domain';
import { TrailModule } from '../trail/index.js';
import { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { HomeController } from './home/home.controller.js';
import { WaitingForPerson } from './home/waiting.js';
import { AccountsController } from './managing/accounts.controller.js';
import { ChangeAccount } from './managing/change-account.js';
import { EndAccount } from './managing/end-account.js';
import { MakeAccount } from './managing/make-account.js';
import { ChangePartnership } from './partnership/change-partnership.js';
import { PartnershipController } from './partnership/partnership.controller.js';
import { PartnershipRepository } from './partnership/partnership.repository.js';
import { ChangePassword } from './passwords/change-password.js';
import { IssuePasswordLink } from './passwords/issue-password-link.js';
import { PasswordController } from './passwords/password.controller.js';
import { Passwords } from './passwords/passwords.js';
import { SetPassword } from './passwords/set-password.js';
import { CsrfGuard } from './permissions/csrf.guard.js';
import { PermissionGuard, PERMISSIONS } from './permissions/permission.guard.js';
import { RemoveExpired } from './remove-expired.js';
import { EndSession } from './sessions/end-session.js';
import { OwnAccountController } from './sessions/own-account.controller.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionGuard } from './sessions/session.guard.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SignIn } from './sessions/sign-in.js';
import { Throttle } from './sessions/throttle.js';
import { TrailController } from './trail-page/trail.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Account]), TrailModule],
  controllers: [
    AccountsController,
    HomeController,
    OwnAccountController,
    PartnershipController,
    PasswordController,
    SessionController,
    TrailController,
  ],
  providers: [
    // In this order: who asks, may they, does the change come from their own page.
    SessionGuard,
    PermissionGuard,
    CsrfGuard,
    { provide: APP_GUARD, useExisting: SessionGuard },
    { provide: APP_GUARD, useExisting: PermissionGuard },
    { provide: APP_GUARD, useExisting: CsrfGuard },
    { provide: PERMISSIONS, useValue: permissions },
    AccountRepository,
    ChangeAccount,
    ChangePartnership,
    ChangePassword,
    EndAccount,
    EndSession,
    IssuePasswordLink,
    MakeAccount,
    PartnershipRepository,
    Passwords,
    RemoveExpired,
    SessionCookie,
    SessionRepository,
    SetPassword,
    SignIn,
    Throttle,
    WaitingForPerson,
  ],
  exports: [
    AccountRepository,
    WaitingForPerson,
    MakeAccount,
    IssuePasswordLink,
    SetPassword,
    ChangePartnership,
    PartnershipRepository,
  ],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingForPerson,
    private readonly accounts: AccountRepository,
  ) {}

  onModuleInit(): void {
    this.waiting.register(async (access) =>
      access.account.roles.includes('administrator')
        ? [
            {
              key: 'accounts-invited',
              title: 'Invited and yet to set a password',
              count: await this.accounts.countByStatus('invited'),
              link: '/accounts?status=invited',
            },
          ]
        : [],
    );
  }
}

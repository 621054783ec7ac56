import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccountListResponse, HomeResponse } from '@app/shared/contracts';
import { rolePurpose, roles, roleTitle } from '@app/shared/domain';
import { ReadState } from '../components/read-state';
import { SessionStore } from '../platform/session-store';

@Component({
  selector: 'app-home',
  imports: [ReadState, RouterLink],
  templateUrl: './home.html',
})
export class Home {
  protected readonly session = inject(SessionStore);
  protected readonly home = httpResource<HomeResponse>(() => '/api/home');
  protected readonly held = computed(() =>
    roles
      .filter((role) => this.session.roles().includes(role))
      .map((role) => ({ title: roleTitle[role], purpose: rolePurpose[role] })),
  );
  protected readonly isAdministrator = computed(() => this.session.holdsOneOf(['administrator']));
  protected readonly invited = httpResource<AccountListResponse>(() =>
    this.isAdministrator() ? '/api/accounts?status=invited' : undefined,
  );
  protected readonly invitedWords = computed(() => {
    if (!this.invited.hasValue()) return '';
    const count = this.invited.value().accounts.length;
    if (count === 0) return 'Everyone invited has set a password.';
    return count === 1
      ? '1 person is invited and has not set a password.'
      : `${count} people are invited and have not set a password.`;
  });

  /** Links come from the API as addresses with a query, which the router reads apart. */
  protected partsOf(link: string): { path: string; query: Record<string, string> } {
    const url = new URL(link, 'http://here.invalid');
    return { path: url.pathname, query: Object.fromEntries(url.searchParams) };
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeResponse } from '@app/shared/contracts';
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

  /** Links come from the API as addresses with a query, which the router reads apart. */
  protected partsOf(link: string): { path: string; query: Record<string, string> } {
    const url = new URL(link, 'http://here.invalid');
    return { path: url.pathname, query: Object.fromEntries(url.searchParams) };
  }
}

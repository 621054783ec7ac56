import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '../platform/session-store';
import { navigationFor } from './navigation';

@Component({
  selector: 'app-navigation',
  imports: [RouterLink, RouterLinkActive],
  templateUrl: './navigation-bar.html',
})
export class Navigation {
  protected readonly session = inject(SessionStore);
  protected readonly entries = computed(() => navigationFor(this.session.roles()));
}

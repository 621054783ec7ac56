import { Component, computed, input } from '@angular/core';

let banners = 0;

/** One thing that has just happened or must be known. Never for errors in what was typed. */
@Component({
  selector: 'app-notification-banner',
  templateUrl: './notification-banner.html',
})
export class NotificationBanner {
  readonly kind = input<'success' | 'important'>('important');
  readonly heading = input.required<string>();
  protected readonly title = computed(() => (this.kind() === 'success' ? 'Success' : 'Important'));
  protected readonly titleId = `notification-banner-title-${++banners}`;
}

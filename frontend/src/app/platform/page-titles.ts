import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

export const serviceName = 'EHC plan quality audit';

/** "Page – service", with "Error: " in front while the page reports that something is wrong. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private page = '';
  private isFailed = false;

  override updateTitle(state: RouterStateSnapshot): void {
    this.page = this.buildTitle(state) ?? '';
    this.isFailed = false;
    this.write();
  }

  /** For pages that know their name only once their record is there. */
  name(page: string): void {
    this.page = page;
    this.write();
  }

  markFailed(isFailed: boolean): void {
    this.isFailed = isFailed;
    this.write();
  }

  private write(): void {
    const page = this.page === '' ? serviceName : `${this.page} – ${serviceName}`;
    this.title.setTitle(this.isFailed ? `Error: ${page}` : page);
  }
}

import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { serviceName } from '../platform/page-titles';

/** The same links in the same order on every page (WCAG 2.2, 3.2.6). */
@Component({
  selector: 'app-footer',
  imports: [RouterLink],
  templateUrl: './footer.html',
})
export class Footer {
  protected readonly serviceName = serviceName;
  protected readonly links = [
    { title: 'Accessibility', link: '/accessibility' },
    { title: 'Privacy and cookies', link: '/privacy' },
    { title: 'Help', link: '/help' },
  ];
}

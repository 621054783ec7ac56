import { Component, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../components/button';

@Component({
  selector: 'app-something-went-wrong',
  imports: [Button, RouterLink],
  templateUrl: './something-went-wrong.html',
})
export class SomethingWentWrong {
  private readonly document = inject(DOCUMENT);

  /** Loads the page anew, which also fetches the newest version of the service. */
  protected tryAgain(): void {
    const location = this.document.defaultView?.location;
    if (location?.pathname === '/something-went-wrong') location.assign('/');
    else location?.reload();
  }
}

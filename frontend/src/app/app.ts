import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Footer } from './layout/footer';
import { Header } from './layout/header';
import { IdleWarning } from './layout/idle-warning';
import { Navigation } from './layout/navigation-bar';
import { Notice } from './layout/notice';
import { SignInAgainDialog } from './layout/sign-in-again-dialog';

@Component({
  selector: 'app-root',
  imports: [Footer, Header, IdleWarning, Navigation, Notice, RouterOutlet, SignInAgainDialog],
  templateUrl: './app.html',
})
export class App {
  protected skip(event: Event, main: HTMLElement): void {
    // Following the link itself would be a navigation, because addresses here are the router's.
    event.preventDefault();
    main.focus();
  }
}

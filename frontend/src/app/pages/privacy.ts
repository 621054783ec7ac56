import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sessionLimits } from '@app/shared/domain';
import { DataTable, type Column } from '../components/data-table';

interface Cookie {
  name: string;
  purpose: string;
  ends: string;
}

@Component({
  selector: 'app-privacy',
  imports: [DataTable, RouterLink],
  templateUrl: './privacy.html',
})
export class Privacy {
  protected readonly columns: readonly Column<Cookie>[] = [
    { key: 'name', title: 'Name', isRowHeader: true, text: (cookie) => cookie.name },
    { key: 'purpose', title: 'What it is for', text: (cookie) => cookie.purpose },
    { key: 'ends', title: 'Ends', text: (cookie) => cookie.ends },
  ];
  protected readonly cookies: readonly Cookie[] = [
    {
      name: '__Host-session, or session where the address does not begin with https',
      purpose:
        'Recognises you after you have signed in. It holds a random value and nothing about you.',
      ends: `When you sign out, after ${sessionLimits.idleSeconds / 60} minutes without use, and after ${sessionLimits.longestSeconds / 3600} hours at most`,
    },
  ];
}

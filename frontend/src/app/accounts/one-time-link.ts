import { Component, input } from '@angular/core';
import type { PasswordLinkResponse } from '@app/shared/contracts';
import { SecretOnce } from '../components/secret-once';
import { WarningText } from '../components/texts';
import { LondonInstant } from '../platform/london-time';

@Component({
  selector: 'app-one-time-link',
  imports: [LondonInstant, SecretOnce, WarningText],
  templateUrl: './one-time-link.html',
})
export class OneTimeLink {
  readonly link = input.required<PasswordLinkResponse>();
  readonly fullName = input.required<string>();
}

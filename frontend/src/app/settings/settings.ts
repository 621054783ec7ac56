import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { colourPattern, contrastMin } from '@app/shared/domain';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { PartnershipStore } from '../platform/partnership-store';
import { draftOf, settingsRules, shownContrast } from './settings-form';

@Component({
  selector: 'app-settings',
  imports: [Button, ErrorSummary, FormField, FormRoot, TextInput],
  templateUrl: './settings.html',
})
export class Settings {
  protected readonly contrastMin = contrastMin;
  protected readonly store = inject(PartnershipStore);
  protected readonly model = linkedSignal(() => draftOf(this.store.partnership()));
  protected readonly form = form(this.model, settingsRules);
  protected readonly attempt = formAttempt(this.form);
  protected readonly preview = computed(() => {
    const colour = this.model().colour.trim();
    return colourPattern.test(colour) ? { colour, contrast: shownContrast(colour) } : null;
  });
  private readonly notices = inject(Notices);
  private readonly focus = inject(NavigationFocus);

  constructor() {
    // The settings may have been changed elsewhere since this page's first load.
    void this.store.load();
  }

  protected async save(version: number): Promise<void> {
    this.notices.clear();
    const { name, colour, helpEmail } = this.model();
    const isDone = await this.attempt.send(() =>
      this.store.change({
        name: name.trim(),
        colour: colour.trim(),
        helpEmail: helpEmail.trim() || null,
        version,
      }),
    );
    if (!isDone) return;
    this.form().reset();
    this.notices.here('The settings are saved');
  }

  protected async loadLatest(): Promise<void> {
    this.attempt.clear();
    this.form().reset();
    this.focus.focusHeading();
    await this.store.load();
  }
}

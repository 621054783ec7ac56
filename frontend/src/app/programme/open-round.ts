import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  FrameworkListResponse,
  PlanListResponse,
  ProgrammeListResponse,
} from '@app/shared/contracts';
import {
  daysOfQuarter,
  openableRoundKinds,
  quarterInWords,
  roundKindTitle,
} from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Checkboxes } from '../components/checkboxes';
import type { Choice } from '../components/choice';
import { ErrorSummary } from '../components/error-summary';
import { Radios } from '../components/radios';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { formAttempt } from '../platform/form-attempt';
import { Notices } from '../platform/notices';
import { ProgrammeClient } from './programme-client';
import { day, needChoices, phaseChoices, settingChoices } from './programme-words';
import { emptyRound, roundRules, wantedOf } from './round-form';

const kindHints = {
  routine: 'Drawn at random from all plans. Each quarter has one for each framework',
  theme: 'Drawn at random from plans that share something. Never counted with the routine round',
} as const;

@Component({
  selector: 'app-open-round',
  imports: [
    Breadcrumbs,
    Button,
    Checkboxes,
    ErrorSummary,
    FormField,
    FormRoot,
    Radios,
    ReadState,
    RouterLink,
    Select,
    TextInput,
  ],
  templateUrl: './open-round.html',
})
export class OpenRound {
  /** The quarter in the address, for which the home page asks for a round. */
  readonly quarter = input<string>();
  protected readonly programmes = httpResource<ProgrammeListResponse>(() => '/api/programmes');
  protected readonly frameworks = httpResource<FrameworkListResponse>(() => '/api/frameworks');
  private readonly plans = httpResource<PlanListResponse>(() => '/api/plans');
  protected readonly quarters = computed<readonly Choice[]>(() =>
    (this.programmes.hasValue() ? this.programmes.value().quartersToOpen : []).map((value) => ({
      value,
      label: quarterInWords(value),
    })),
  );
  protected readonly versions = computed<readonly Choice[]>(() =>
    (this.frameworks.hasValue() ? this.frameworks.value().frameworks : []).flatMap(
      ({ title, versions }) =>
        versions
          .filter(({ status, unit }) => status === 'published' && unit === 'plan')
          .map(({ id, number }) => ({ value: id, label: `${title}, version ${number}` })),
    ),
  );
  protected readonly teams = computed<readonly Choice[]>(() =>
    (this.plans.hasValue() ? this.plans.value().teams : []).map((value) => ({
      value,
      label: value,
    })),
  );
  protected readonly kinds: readonly Choice[] = openableRoundKinds.map((value) => ({
    value,
    label: roundKindTitle[value],
    hint: kindHints[value],
  }));
  protected readonly needs = needChoices;
  protected readonly settings = settingChoices;
  protected readonly phases = phaseChoices;
  protected readonly lookedAfter: readonly Choice[] = [
    { value: 'yes', label: 'Only looked after children' },
  ];
  protected readonly model = linkedSignal(() => {
    const quarter = this.quarters().find(({ value }) => value === this.quarter())?.value ?? '';
    const dueOn = quarter ? daysOfQuarter(quarter).to : '';
    const frameworkVersionId = this.versions()[0]?.value ?? '';
    return { ...emptyRound, quarter, dueOn, frameworkVersionId };
  });
  protected readonly form = form(this.model, roundRules);
  protected readonly attempt = formAttempt(this.form);
  protected readonly isTheme = computed(() => this.model().kind === 'theme');
  protected readonly dueHint = computed(() => {
    const { quarter } = this.model();
    const latest = quarter ? `, at the latest ${day(daysOfQuarter(quarter).to)}` : '';
    return `The last day for scorings${latest}`;
  });
  private readonly client = inject(ProgrammeClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async open(): Promise<void> {
    const wanted = wantedOf(this.model());
    let opened = '';
    const isDone = await this.attempt.send(async () => {
      const round = await this.client.openRound(wanted);
      opened = round.id;
      this.notices.onNextPage(
        `The round ${round.reference} is open. Its sample is yet to be drawn`,
      );
    });
    if (isDone) await this.router.navigateByUrl(`/programme/rounds/${opened}`);
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
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
  unitOfRound,
  versionInForce,
  type RoundKind,
  type Unit,
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
  advice:
    'Drawn as a routine round is; then you enter the documents of each plan, and each is audited. Each quarter has one for each kind of advice',
} as const;

/** Later than any day a version is published from. */
const END_OF_TIME = '9999-12-31';

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
  private readonly published = computed(() =>
    (this.frameworks.hasValue() ? this.frameworks.value().frameworks : []).flatMap(
      ({ kind, title, versions }) => versions.map((version) => ({ ...version, kind, title })),
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
    const frameworkVersionId = this.offered('plan', quarter)[0]?.value ?? '';
    return { ...emptyRound, quarter, dueOn, frameworkVersionId };
  });
  private readonly unit = computed(() => unitOfRound(this.model().kind as RoundKind));
  private readonly chosenQuarter = computed(() => this.model().quarter);
  /** Frameworks whose audits look at what the audits of the chosen kind of round do. */
  protected readonly versions = computed<readonly Choice[]>(() =>
    this.offered(this.unit(), this.chosenQuarter()),
  );
  protected readonly frameworkHint = computed(() =>
    this.unit() === 'document' ? 'Those that audit documents of a plan' : undefined,
  );
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

  constructor() {
    // With another kind of round the framework that was chosen is no choice any more.
    effect(() => {
      const versions = this.versions();
      const { frameworkVersionId } = untracked(this.model);
      const first = versions[0]?.value ?? '';
      if (
        versions.some(({ value }) => value === frameworkVersionId) ||
        first === frameworkVersionId
      )
        return;
      untracked(() => this.model.update((model) => ({ ...model, frameworkVersionId: first })));
    });
  }

  /** The versions that are in force at some time of a quarter; which of them counts, the service says. */
  private offered(unit: Unit, quarter: string): Choice[] {
    const days = quarter ? Object.values(daysOfQuarter(quarter)) : [END_OF_TIME];
    const inForce = new Set(
      this.published().flatMap(({ kind }) =>
        days.map((day) => versionInForce(this.published(), kind, day)?.id),
      ),
    );
    return this.published()
      .filter((version) => version.unit === unit && inForce.has(version.id))
      .map(({ id, title, number }) => ({ value: id, label: `${title}, version ${number}` }));
  }

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

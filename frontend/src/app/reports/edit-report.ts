import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import {
  applyEach,
  form,
  FormField,
  FormRoot,
  maxLength,
  validate,
  type SchemaPath,
} from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ReportResponse } from '@app/shared/contracts';
import { reportLimits, sectionTitle, type LearningReport } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { ErrorSummary } from '../components/error-summary';
import { ReadState } from '../components/read-state';
import { Select } from '../components/select';
import { Textarea } from '../components/textarea';
import { TextInput } from '../components/text-input';
import { UnsavedDialog } from '../components/unsaved-dialog';
import { formAttempt } from '../platform/form-attempt';
import { askBeforeLeaving, type MayBeLeft } from '../platform/leaving';
import { NavigationFocus } from '../platform/navigation-focus';
import { Notices } from '../platform/notices';
import { ReportsClient } from './reports-client';

const { decisionsMax, decisionMax, ownerMax, wordsMax, whatChangedMax } = reportLimits;

interface DecisionFields {
  text: string;
  owner: string;
  section: string;
}

const noDecision: DecisionFields = { text: '', owner: '', section: '' };

/** What the lead writes on the first page of a draft, and which decisions it asks for. */
@Component({
  selector: 'app-edit-report',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    ReadState,
    RouterLink,
    Select,
    Textarea,
    TextInput,
    UnsavedDialog,
  ],
  templateUrl: './edit-report.html',
})
export class EditReport implements MayBeLeft {
  readonly id = input.required<string>();
  protected readonly reading = httpResource<ReportResponse>(() => `/api/reports/${this.id()}`);
  protected readonly loaded = computed(() =>
    this.reading.hasValue() ? this.reading.value() : null,
  );
  protected readonly saved = computed(() => fieldsOf(this.loaded()));
  protected readonly model = linkedSignal(() => this.saved());
  protected readonly form = form(this.model, (path) => {
    most(path.headline, 'The headline', wordsMax);
    most(path.better, '“What is better”', wordsMax);
    most(path.notBetter, '“What is not better”', wordsMax);
    most(path.whatChanged, 'What changed', whatChangedMax);
    applyEach(path.decisions, (decision) => {
      most(decision.text, 'A decision', decisionMax);
      most(decision.owner, 'The role', ownerMax);
      validate(decision.text, ({ value, valueOf }) => {
        const isOwned = valueOf(decision.owner).trim() !== '';
        const isMissing = isOwned && value().trim() === '';
        return isMissing ? { kind: 'missing', message: 'Enter the decision' } : null;
      });
      validate(decision.owner, ({ value, valueOf }) => {
        const isAsked = valueOf(decision.text).trim() !== '';
        const isMissing = isAsked && value().trim() === '';
        const message = 'Enter the role that would own the decision';
        return isMissing ? { kind: 'missing', message } : null;
      });
    });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly limits = reportLimits;
  protected readonly parts = computed(() => {
    const drafted = this.loaded()?.drafted;
    return [
      { key: 'headline', label: 'Headline', field: this.form.headline, drafted: drafted?.headline },
      { key: 'better', label: 'What is better', field: this.form.better, drafted: drafted?.better },
      {
        ...{ key: 'not-better', label: 'What is not better', field: this.form.notBetter },
        drafted: drafted?.notBetter,
      },
    ];
  });
  protected readonly sections = computed(() => {
    const report = this.loaded()?.report as LearningReport | undefined;
    return (report?.sections ?? []).map((section) => ({
      value: section.key,
      label: report ? sectionTitle(report, section) : section.title,
    }));
  });
  private readonly dialog = viewChild.required(UnsavedDialog);
  private readonly client = inject(ReportsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);
  private isSaved = false;

  readonly mayLeave = askBeforeLeaving(
    () => this.isUnsaved(),
    () => this.dialog().ask(),
  );

  protected async save({ id, version }: ReportResponse): Promise<void> {
    const { decisions, headline, better, notBetter, whatChanged } = this.model();
    const asked = decisions
      .map(({ text, owner, section }) => ({
        ...{ text: text.trim(), owner: owner.trim(), section: section === '' ? null : section },
      }))
      .filter(({ text }) => text !== '');
    const change = { headline, better, notBetter, whatChanged, decisions: asked, version };
    const isDone = await this.attempt.send(() => this.client.change(id, change));
    if (!isDone) return;
    this.isSaved = true;
    this.notices.onNextPage('The first page is saved');
    await this.router.navigateByUrl(`/reports/${id}`);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.reading.reload();
    this.focus.focusHeading();
  }

  private isUnsaved(): boolean {
    return !this.isSaved && JSON.stringify(this.model()) !== JSON.stringify(this.saved());
  }
}

/** What stands in the fields: the lead's words where there are any, otherwise what was drafted. */
function fieldsOf(loaded: ReportResponse | null) {
  const report = loaded?.report;
  const part = (key: 'headline' | 'better' | 'notBetter') =>
    report?.[key].leadsWords?.join('\n') ?? loaded?.drafted[key] ?? '';
  const asked = (report?.decisionsAsked ?? []).map(({ text, owner, section }) => ({
    ...{ text, owner, section: section ?? '' },
  }));
  const empty = Array.from({ length: decisionsMax - asked.length }, () => noDecision);
  return {
    headline: part('headline'),
    better: part('better'),
    notBetter: part('notBetter'),
    whatChanged: report?.whatChanged ?? '',
    decisions: [...asked, ...empty],
  };
}

function most(path: SchemaPath<string>, name: string, limit: number): void {
  maxLength(path, limit, {
    message: `${name} must be ${limit.toLocaleString('en-GB')} characters or fewer`,
  });
}

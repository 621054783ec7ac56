import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ModerationResponse } from '@app/shared/contracts';
import { answersOf, asksForNumber, moderationLimits, type FieldValue } from '@app/shared/domain';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { GuardedText, guardText } from '../../components/guarded-text';
import { Radios } from '../../components/radios';
import { SummaryList } from '../../components/summary-list';
import { TextInput } from '../../components/text-input';
import { InsetText } from '../../components/texts';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import { formAttempt } from '../../platform/form-attempt';
import { askBeforeLeaving, type MayBeLeft } from '../../platform/leaving';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { PageTitles } from '../../platform/page-titles';
import { counted } from '../../platform/counted';
import { partsOf } from '../scoring/form-parts';
import { numberOrText } from '../scoring/number-or-text';
import { ModeratedAudit } from './moderated-audit';
import { byWhom, effectOfField, fieldInWords, valueInWords } from './moderation-words';
import { overallInWords } from './working-words';

const { reasonMax } = moderationLimits;

/** One thing known of the plan, put right by the moderator, with what that does to the criteria. */
@Component({
  selector: 'app-correct-profile',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    GuardedText,
    InsetText,
    Radios,
    RouterLink,
    SummaryList,
    TextInput,
    UnsavedDialog,
  ],
  templateUrl: './correct-profile.html',
})
export class CorrectProfile implements MayBeLeft {
  readonly field = input.required<string>();
  protected readonly moderated = inject(ModeratedAudit);
  protected readonly found = computed(() => {
    const audit = this.moderated.audit();
    if (!audit) return null;
    const asked = partsOf(audit.form).profileFields.find(({ key }) => key === this.field());
    const held = audit.form.profile.find(({ field }) => field === this.field());
    return asked && held ? { asked, held } : null;
  });
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'Moderation', link: '/moderations' },
    { title: this.moderated.audit()?.reference ?? 'Audit', link: this.moderated.address() },
  ]);
  protected readonly rows = computed(() => {
    const audit = this.moderated.audit();
    const held = this.found()?.held;
    if (!audit || !held) return [];
    const { correction } = held;
    return [
      { key: 'Counts now', value: fieldInWords(audit.form, held) },
      ...(correction
        ? [{ key: 'Corrected by', value: [byWhom(correction), correction.reason ?? ''] }]
        : []),
    ];
  });
  protected readonly choices = computed((): Choice[] => {
    const found = this.found();
    return found
      ? answersOf(found.asked).map(({ key, title }) => ({ value: key, label: title }))
      : [];
  });
  protected readonly isNumber = computed(() => {
    const found = this.found();
    return found !== null && asksForNumber(found.asked);
  });
  protected readonly question = computed(() => {
    const asked = this.found()?.asked;
    if (!asked) return '';
    return asked.source.from === 'sweep' ? asked.source.question : asked.title;
  });
  protected readonly model = linkedSignal({
    source: this.field,
    computation: () => ({ value: '', reason: '', cleared: [] as string[] }),
  });
  protected readonly form = form(this.model, (path) => {
    validate(path.value, ({ value }) => {
      if (value().trim() !== '') return null;
      return { kind: 'value', message: 'Say what is right' };
    });
    const missing = () => 'Give your reason for the correction';
    guardText(path.reason, path.cleared, { name: 'Reason', max: reasonMax, missing });
  });
  protected readonly reasonMax = reasonMax;
  protected readonly attempt = formAttempt(this.form);
  protected readonly takingBack = formAttempt(form(signal({})));
  /** What the value that is chosen would do, before it is saved. */
  protected readonly effect = computed(() => {
    const audit = this.moderated.audit();
    const { value } = this.model();
    if (!audit || value.trim() === '') return null;
    const { out, back } = effectOfField(audit.form, this.field(), this.read(value));
    return {
      out: inList('Not applicable any more', out),
      back: inList('Applicable again', back),
      isNone: out.length + back.length === 0,
    };
  });
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  private isSaved = false;
  private readonly dialog = viewChild.required(UnsavedDialog);
  readonly mayLeave = askBeforeLeaving(
    () => this.model().reason.trim() !== '' && !this.isSaved,
    () => this.dialog().ask(),
  );

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const found = this.found();
      if (found) untracked(() => titles.name(`Correct: ${found.asked.title}`));
    });
  }

  protected async correct(audit: ModerationResponse): Promise<void> {
    const { value, reason } = this.model();
    const wanted = {
      ...{ value: this.read(value), reason: reason.trim() || null },
      version: audit.version,
    };
    const isDone = await this.attempt.send(() =>
      this.moderated.correct(audit, this.field(), wanted),
    );
    if (isDone) await this.leaveWith('is corrected');
  }

  protected async takeBack(audit: ModerationResponse): Promise<void> {
    const wanted = { value: null, reason: null, version: audit.version };
    const isDone = await this.takingBack.send(() =>
      this.moderated.correct(audit, this.field(), wanted),
    );
    if (isDone) await this.leaveWith('is as it was recorded again');
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.takingBack.clear();
    this.moderated.reading.reload();
    this.focus.focusHeading();
  }

  protected recordedInWords({ form: parts }: ModerationResponse): string {
    const held = this.found()?.held;
    return held ? valueInWords(parts, held.field, held.recorded) : '';
  }

  private read(value: string): FieldValue {
    return this.isNumber() ? numberOrText(value) : value;
  }

  private async leaveWith(what: string): Promise<void> {
    this.isSaved = true;
    const parts = this.moderated.audit()?.form;
    const overall = parts ? `. Overall now ${overallInWords(parts)}` : '';
    this.notices.onNextPage(`“${this.found()?.asked.title ?? ''}” ${what}${overall}`);
    await this.router.navigateByUrl(this.moderated.address());
  }
}

function inList(what: string, titles: readonly string[]): string | null {
  if (titles.length === 0) return null;
  return `${what}: ${counted(titles.length, 'criterion', 'criteria')} (${titles.join('; ')}).`;
}

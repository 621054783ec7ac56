import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ModerationResponse } from '@app/shared/contracts';
import { farApart, moderationLimits, needsReason } from '@app/shared/domain';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { Details } from '../../components/details';
import { ErrorSummary } from '../../components/error-summary';
import { GuardedText, guardText } from '../../components/guarded-text';
import { Radios } from '../../components/radios';
import { InsetText } from '../../components/texts';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import { formAttempt } from '../../platform/form-attempt';
import { askBeforeLeaving, type MayBeLeft } from '../../platform/leaving';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { PageTitles } from '../../platform/page-titles';
import { SessionStore } from '../../platform/session-store';
import { standingOf } from '../scoring/answer-words';
import { ModeratedAudit } from './moderated-audit';
import {
  apartInWords,
  byWhom,
  criteriaIn,
  differencesOf,
  isDifference,
  nextDifference,
  outcomeInWords,
  proposalInWords,
  reasonRule,
  type ModeratedCriterion,
} from './moderation-words';
import { Raters } from './raters';
import { overallInWords } from './working-words';

const { reasonMax } = moderationLimits;

/** One criterion: what each rater recorded, what is proposed, and what the moderator decides. */
@Component({
  selector: 'app-decide-criterion',
  imports: [
    Breadcrumbs,
    Button,
    Details,
    ErrorSummary,
    FormField,
    FormRoot,
    GuardedText,
    InsetText,
    Radios,
    Raters,
    RouterLink,
    UnsavedDialog,
  ],
  templateUrl: './decide-criterion.html',
})
export class DecideCriterion implements MayBeLeft {
  readonly criterion = input.required<string>();
  protected readonly moderated = inject(ModeratedAudit);
  private readonly session = inject(SessionStore);
  protected readonly found = computed(() => {
    const audit = this.moderated.audit();
    const all = audit ? criteriaIn(audit.form) : [];
    return all.find(({ criterion }) => criterion.key === this.criterion()) ?? null;
  });
  protected readonly isOpen = computed(
    () =>
      this.moderated.audit()?.state === 'awaiting-moderation' &&
      this.session.holdsOneOf(['moderator']),
  );
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'Moderation', link: '/moderations' },
    { title: this.moderated.audit()?.reference ?? 'Audit', link: this.moderated.address() },
  ]);
  /** "Difference 2 of 7"; null where the raters agree. */
  protected readonly place = computed(() => {
    const audit = this.moderated.audit();
    const all = audit ? differencesOf(audit.form).map(({ criterion }) => criterion.key) : [];
    const place = all.indexOf(this.criterion());
    return place < 0 ? null : `Difference ${place + 1} of ${all.length}`;
  });
  protected readonly next = computed(() => {
    const audit = this.moderated.audit();
    return audit && nextDifference(audit.form, this.criterion());
  });
  /** What was decided before is where a person goes on from; else nothing is chosen beforehand. */
  protected readonly model = linkedSignal({
    source: this.criterion,
    computation: () => {
      const decision = untracked(this.found)?.recorded.decision;
      const cleared: string[] = decision?.reason ? ['yes'] : [];
      return { outcome: decision?.outcome ?? '', reason: decision?.reason ?? '', cleared };
    },
  });
  protected readonly form = form(this.model, (path) => {
    required(path.outcome, { message: 'Choose a grade, or record that you cannot tell' });
    const missing = () => this.missingReason();
    guardText(path.reason, path.cleared, { name: 'Reason', max: reasonMax, missing });
  });
  protected readonly reasonMax = reasonMax;
  protected readonly attempt = formAttempt(this.form);
  protected readonly standingOf = standingOf;
  protected readonly byWhom = byWhom;
  protected readonly apartInWords = apartInWords;
  protected readonly isDifference = isDifference;
  protected readonly outcomeInWords = outcomeInWords;
  protected readonly proposalInWords = proposalInWords;
  protected readonly reasonRule = reasonRule;
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  private readonly dialog = viewChild.required(UnsavedDialog);
  readonly mayLeave = askBeforeLeaving(
    () => this.isUnsaved(),
    () => this.dialog().ask(),
  );

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const found = this.found();
      if (found) titles.name(found.criterion.title);
    });
    effect(() => {
      // The page stays while it goes from criterion to criterion; what was wrong on one is not on the next.
      this.criterion();
      untracked(() => this.attempt.clear());
    });
  }

  protected choicesOf(
    { form: parts }: ModerationResponse,
    { criterion, recorded }: ModeratedCriterion,
  ): Choice[] {
    return recorded.outcomesOpen.map((value) => {
      const label = outcomeInWords(parts, value);
      const hint = value === 'cannot-tell' ? 'It counts in no mean.' : criterion.descriptors[value];
      return hint ? { value, label, hint } : { value, label };
    });
  }

  protected async decide(audit: ModerationResponse, one: ModeratedCriterion): Promise<void> {
    const { outcome, reason } = this.model();
    const seenVersion = one.recorded.decision?.version ?? 0;
    const wanted = { outcome, reason: reason.trim() || null, seenVersion };
    const { key, title } = one.criterion;
    const next = this.next();
    const isDone = await this.attempt.send(() => this.moderated.decide(audit, key, wanted));
    if (!isDone) return;
    const form = this.moderated.audit()?.form ?? audit.form;
    const decided = `${title}: ${outcomeInWords(form, outcome)}. Overall now ${overallInWords(form)}`;
    this.notices.onNextPage(decided);
    const page = next ? ['criteria', next.criterion.key] : [];
    await this.router.navigate([this.moderated.address(), ...page]);
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.moderated.reading.reload();
    this.focus.focusHeading();
  }

  private isUnsaved(): boolean {
    const decision = this.found()?.recorded.decision;
    const { outcome, reason } = this.model();
    if (!this.isOpen()) return false;
    return outcome !== (decision?.outcome ?? '') || reason.trim() !== (decision?.reason ?? '');
  }

  private missingReason(): string | null {
    const audit = this.moderated.audit();
    const found = this.found();
    const { outcome } = this.model();
    if (!audit || !found) return null;
    const { raters, apart, proposal } = found.recorded;
    if (apart >= farApart) return 'Give your reason: grades lie two or more apart';
    const given = raters.map((rater) => rater.outcome);
    if (outcome === '' || !needsReason(outcome, given, audit.form.scale.grades)) return null;
    return `Give your reason for another grade than ${outcomeInWords(audit.form, proposal)}`;
  }
}

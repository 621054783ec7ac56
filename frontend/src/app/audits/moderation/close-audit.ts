import {
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { applyEach, form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ModerationClosing, ModerationResponse } from '@app/shared/contracts';
import { moderationLimits } from '@app/shared/domain';
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { GuardedText, guardText } from '../../components/guarded-text';
import { InterruptionPanel } from '../../components/interruption-panel';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { InsetText } from '../../components/texts';
import { UnsavedDialog } from '../../components/unsaved-dialog';
import { formAttempt } from '../../platform/form-attempt';
import { askBeforeLeaving, type MayBeLeft } from '../../platform/leaving';
import { NavigationFocus } from '../../platform/navigation-focus';
import { Notices } from '../../platform/notices';
import { AuditWorking } from './audit-working';
import { ModeratedAudit } from './moderated-audit';
import { criteriaIn, differencesOf, isToDecide, outcomeInWords } from './moderation-words';

const { reasonMax } = moderationLimits;

/** The working to check, the grade and the points to settle, and the act that closes the audit. */
@Component({
  selector: 'app-close-audit',
  imports: [
    AuditWorking,
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    GuardedText,
    InsetText,
    InterruptionPanel,
    Radios,
    RouterLink,
    Select,
    UnsavedDialog,
  ],
  templateUrl: './close-audit.html',
})
export class CloseAudit implements MayBeLeft {
  protected readonly moderated = inject(ModeratedAudit);
  protected readonly crumbs = computed((): Crumb[] => [
    { title: 'Moderation', link: '/moderations' },
    { title: this.moderated.audit()?.reference ?? 'Audit', link: this.moderated.address() },
  ]);
  /** What must be decided before anything can be closed. */
  protected readonly toDecide = computed(() => {
    const parts = this.moderated.audit()?.form;
    return parts ? differencesOf(parts).filter(({ recorded }) => isToDecide(recorded)) : [];
  });
  /** Nothing is asked of who accepts as proposed, unless they want to change something after all. */
  private readonly wantsToChange = signal(false);
  protected readonly isAccepting = computed(
    () => (this.moderated.audit()?.mayBeAccepted ?? false) && !this.wantsToChange(),
  );
  protected readonly overall = computed(() => this.moderated.audit()?.form.working.overall ?? null);
  protected readonly gradeChoices = computed((): Choice[] => {
    const parts = this.moderated.audit()?.form;
    const overall = this.overall();
    if (!parts || !overall) return [];
    return overall.gradesOpen.map((value) => {
      const label = outcomeInWords(parts, value);
      return value === overall.cappedGrade
        ? { value, label, hint: 'As worked out' }
        : { value, label };
    });
  });
  protected readonly cappedGrade = computed(() => {
    const parts = this.moderated.audit()?.form;
    return parts ? outcomeInWords(parts, this.overall()?.cappedGrade ?? null) : '';
  });
  protected readonly points = computed(() => {
    const points = this.moderated.audit()?.form.feedbackPoints;
    return {
      proposed: this.titlesOf(points?.proposed ?? []),
      count: points?.proposed.length ?? 0,
      choices: this.titlesOf(points?.open ?? []),
      noneBecause: points?.noneBecause ?? null,
    };
  });
  protected readonly canSwap = computed(() => this.points().choices.length > this.points().count);
  protected readonly model = linkedSignal({
    source: this.moderated.audit,
    // What was typed stays when the audit is read again; what is proposed may be something else then.
    computation: (audit, before?: { value: Closing }) => ({
      ...(before?.value ?? { finalGrade: '', finalGradeReason: '', cleared: [] }),
      feedbackPoints: [...(audit?.form.feedbackPoints.proposed ?? [])],
    }),
  });
  protected readonly form = form(this.model, (path) => {
    validate(path.finalGrade, ({ value }) => {
      if (this.isAccepting() || !this.overall() || value() !== '') return null;
      return { kind: 'grade', message: 'Choose the grade that the audit closes with' };
    });
    const missing = () => this.missingReason();
    guardText(path.finalGradeReason, path.cleared, { name: 'Reason', max: reasonMax, missing });
    applyEach(path.feedbackPoints, (point) => {
      validate(point, ({ value, valueOf, index }) => {
        if (this.isAccepting()) return null;
        if (value() === '')
          return { kind: 'missing', message: 'Choose a criterion for each point' };
        const place = valueOf(path.feedbackPoints).indexOf(value());
        if (place === index()) return null;
        return { kind: 'twice', message: `Choose another criterion than for point ${place + 1}` };
      });
    });
  });
  protected readonly reasonMax = reasonMax;
  protected readonly attempt = formAttempt(this.form);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly focus = inject(NavigationFocus);

  private readonly dialog = viewChild.required(UnsavedDialog);
  readonly mayLeave = askBeforeLeaving(
    () =>
      this.model().finalGradeReason.trim() !== '' &&
      this.moderated.audit()?.state === 'awaiting-moderation',
    () => this.dialog().ask(),
  );

  constructor() {
    effect(() => {
      const audit = this.moderated.audit();
      // Closed in another window, the audit has nothing more to be asked here.
      if (audit && audit.state !== 'awaiting-moderation') {
        untracked(() => void this.router.navigateByUrl(this.moderated.address()));
      }
    });
  }

  protected changeFirst(): void {
    this.wantsToChange.set(true);
    this.focus.focusHeading();
  }

  protected async close(audit: ModerationResponse): Promise<void> {
    const wanted = this.wantedOf(audit);
    const isDone = await this.attempt.send(() => this.moderated.close(audit, wanted));
    if (!isDone) return;
    this.notices.onNextPage(`${audit.reference} is closed and locked`);
    await this.router.navigateByUrl(this.moderated.address());
  }

  protected loadLatest(): void {
    this.attempt.clear();
    this.moderated.reading.reload();
    this.focus.focusHeading();
  }

  private wantedOf({ version }: ModerationResponse): ModerationClosing {
    const { finalGrade, finalGradeReason, feedbackPoints } = this.model();
    const nothing = { finalGrade: null, finalGradeReason: null, feedbackPoints: null };
    if (this.isAccepting()) return { asProposed: true, ...nothing, version };
    const isMoved = finalGrade !== this.overall()?.cappedGrade;
    return {
      asProposed: false,
      finalGrade: finalGrade || null,
      finalGradeReason: isMoved ? finalGradeReason.trim() || null : null,
      feedbackPoints: this.canSwap() ? feedbackPoints : null,
      version,
    };
  }

  private missingReason(): string | null {
    const { finalGrade } = this.model();
    if (this.isAccepting() || finalGrade === '' || finalGrade === this.overall()?.cappedGrade) {
      return null;
    }
    return `Give your reason for another grade than ${this.cappedGrade()}`;
  }

  private titlesOf(keys: readonly string[]): Choice[] {
    const parts = this.moderated.audit()?.form;
    const all = new Map(parts && criteriaIn(parts).map((one) => [one.criterion.key, one]));
    return keys.flatMap((value) => {
      const one = all.get(value);
      if (!parts || !one) return [];
      const { criterion, recorded } = one;
      const critical = criterion.critical ? ', critical' : '';
      const outcome = outcomeInWords(parts, recorded.agreed);
      return [{ value, label: `${criterion.title} (${outcome}${critical})` }];
    });
  }
}

interface Closing {
  finalGrade: string;
  finalGradeReason: string;
  cleared: string[];
  feedbackPoints: string[];
}

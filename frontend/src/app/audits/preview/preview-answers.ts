import { computed, Injectable, signal } from '@angular/core';
import type { FrameworkDraftResponse, ScoringForm, ScoringResponse } from '@app/shared/contracts';
import type { AnswerKind, FieldValue } from '@app/shared/domain';
import { contentOf, type AnswerContent } from '../scoring/saving/held-answer';
import { ScoringAnswers } from '../scoring/saving/scoring-answers';

type Draft = Pick<FrameworkDraftResponse, 'id' | 'number' | 'title' | 'definition'>;

/**
 * The answers of somebody who tries a form: held while its pages are open, sent nowhere. What the
 * register would say is theirs to choose too, because rules read it.
 */
@Injectable()
export class PreviewAnswers extends ScoringAnswers {
  readonly address = computed(() => {
    const scoring = this.scoring();
    return scoring
      ? `/frameworks/drafts/${scoring.id}/preview/${scoring.agency.key}`
      : '/frameworks';
  });
  override readonly sweepAddress = this.address;
  override readonly form = computed(() => {
    const form = this.scoring()?.form;
    return form ? { ...form, register: this.register() } : null;
  });
  /** By the columns of the register. */
  readonly register = signal<Record<string, FieldValue>>({});

  show(draft: Draft, agency: string): void {
    this.open(scoringOf(draft, agency));
  }

  override choose(kind: AnswerKind, key: string, part: Partial<AnswerContent>): void {
    const answer = { ...this.answer(kind, key), ...part };
    this.put({ ...answer, saved: contentOf(answer), standing: 'saved' });
  }

  override type(kind: AnswerKind, key: string, part: Partial<AnswerContent>): void {
    this.choose(kind, key, part);
  }

  override leave(): void {
    // Nothing waits to be saved.
  }

  say(column: string, value: FieldValue): void {
    this.register.update((register) => ({ ...register, [column]: value }));
  }
}

/** A scoring that exists nowhere, of a plan that exists nowhere. */
function scoringOf({ id, title, number, definition }: Draft, agency: string): ScoringResponse {
  const named = definition.agencies.find(({ key }) => key === agency);
  return {
    id,
    agency: { key: agency, title: named?.title ?? agency },
    ...{ reference: '', quarter: '', planRef: '', dueOn: '', isOverdue: false, version: 0 },
    ...{ state: 'open', progress: 'in-progress', auditState: 'open' },
    ...{ document: null, declaredAt: null, submittedAt: null },
    plan: noPlan,
    form: formOf({ id, title, number, definition }, agency),
  };
}

/** A preview shows nothing of a plan, because there is none. */
const noPlan: ScoringResponse['plan'] = {} as ScoringResponse['plan'];

/** The parts that the agency would get: its own criteria and facts. */
function formOf({ id, number, definition }: Draft, agency: string): ScoringForm {
  const { kind, title, scale, profileFields, sources } = definition;
  const domains = definition.domains
    .map((domain) => ({
      ...domain,
      criteria: domain.criteria.filter(({ agencies }) => agencies.includes(agency)),
    }))
    .filter(({ criteria }) => criteria.length > 0);
  return {
    framework: { id, kind, number, title },
    ...{ scale, profileFields, register: {}, domains, sources },
    facts: definition.facts.filter(({ owner }) => owner === agency),
    ...{ answers: [], applicability: [] },
  };
}

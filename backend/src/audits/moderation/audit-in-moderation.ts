import {
  moderate,
  moderationTriggers,
  registerValues,
  type AuditToModerate,
  type FrameworkDefinition,
  type ModeratedAudit,
  type ModerationTrigger,
} from '@app/shared/domain';
import type { StoredModeration } from './moderation.repository.js';

/** An audit in moderation with what follows from it. */
export interface AuditInModeration {
  stored: StoredModeration;
  source: AuditToModerate;
  audit: ModeratedAudit;
}

/** Works out an audit from what is stored. */
export function inModeration<Stored extends StoredModeration>(
  stored: Stored,
  definition: FrameworkDefinition,
): AuditInModeration & { stored: Stored } {
  const { scorings, corrections, decisions, registerFacts } = stored;
  const source = {
    ...{ definition, scorings },
    register: registerValues(registerFacts),
    corrections: Object.fromEntries(
      corrections.flatMap(({ field, value }) => (value === null ? [] : [[field, value]])),
    ),
    decisions: Object.fromEntries(decisions.map(({ criterion, outcome }) => [criterion, outcome])),
  };
  return { stored, source, audit: moderate(source) };
}

/** @param seed of the round */
export function triggersOf(
  { stored, source, audit }: AuditInModeration,
  seed: string,
): ModerationTrigger[] {
  const chance = { seed, reference: stored.reference };
  return moderationTriggers(source.definition, audit.outcomes, chance);
}

/** Whether the moderator decided or corrected anything; what was taken back counts no more. */
export function isTouched({ source }: AuditInModeration): boolean {
  const { decisions, corrections } = source;
  return Object.keys(decisions).length + Object.keys(corrections).length > 0;
}

/** Criteria that apply and on which grades differ. */
export function differing({ criteria }: ModeratedAudit): number {
  return criteria.filter(({ apart }) => apart > 0).length;
}

import { nearEdge, type ModerationTrigger } from './moderation-triggers.js';

/** Why an audit is looked at in moderation, as the list shows it. */
export function triggerInWords(trigger: ModerationTrigger): string {
  switch (trigger.reason) {
    case 'grades-far-apart':
      return `Grades two or more apart on ${counted(trigger.criteria.length)}`;
    case 'critical-at-lowest': {
      const { length } = trigger.criteria;
      return length === 1
        ? 'A critical criterion at the lowest grade'
        : `${length} critical criteria at the lowest grade`;
    }
    case 'near-band-edge': {
      const [score, edge] = [trigger.score.toFixed(2), trigger.edge.toFixed(2)];
      return `Overall ${score}, within ${nearEdge.toFixed(2)} of a band’s edge at ${edge}`;
    }
    case 'random-tenth':
      return 'Drawn by chance, as a tenth of the rest are';
  }
}

function counted(criteria: number): string {
  return criteria === 1 ? '1 criterion' : `${criteria} criteria`;
}

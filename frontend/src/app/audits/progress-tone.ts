import type { ScoringProgress } from '@app/shared/domain';
import type { TagTone } from '../components/tag';

export const progressTone: Record<ScoringProgress, TagTone> = {
  'not-started': 'blue',
  'in-progress': 'yellow',
  submitted: 'green',
  withdrawn: 'grey',
  'not-completed': 'grey',
};

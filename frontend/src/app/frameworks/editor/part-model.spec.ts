import { describe, expect, it } from '@jest/globals';
import { keepTyped } from './part-model';

const seen = { title: 'Voice', purpose: 'Hears.', sections: ['A'], grades: [{ key: 'good' }] };

describe('What was typed, when the draft is read again', () => {
  it('stays, and nobody’s typing stands in the way of what others saved', () => {
    const typed = { ...seen, title: 'The voice' };
    const now = { ...seen, title: 'Voices', purpose: 'Hears the child.', sections: ['A', 'B'] };
    expect(keepTyped(typed, seen, now)).toEqual({
      ...{ title: 'The voice', purpose: 'Hears the child.', sections: ['A', 'B'] },
      grades: [{ key: 'good' }],
    });
  });

  it('is the very same thing where nothing has changed, because the form has marked it', () => {
    const now = { ...seen, grades: [{ key: 'good' }] };
    expect(keepTyped(seen, seen, now).grades).toBe(seen.grades);
  });

  it('hands the form’s mark on to what takes its place', () => {
    const mark = Symbol('mark');
    const marked = { ...seen, grades: [{ key: 'good', [mark]: 1 }] };
    const now = { ...seen, grades: [{ key: 'fair' }, { key: 'poor' }] };
    expect(keepTyped(marked, seen, now).grades).toEqual([
      { key: 'fair', [mark]: 1 },
      { key: 'poor' },
    ]);
  });
});

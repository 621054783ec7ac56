import { describe, expect, it } from '@jest/globals';
import { pageSteps } from './pagination';

describe('The pages that are linked', () => {
  it.each([
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, 0, 9]],
    [5, 9, [1, 0, 4, 5, 6, 0, 9]],
    [9, 9, [1, 0, 8, 9]],
  ])('on page %i of %i', (page, pages, steps) => {
    expect(pageSteps(page, pages)).toEqual(steps);
  });
});

import { describe, expect, it } from '@jest/globals';

import { inOrderFrom } from './circle.js';
import type { PermanentNumber } from './permanent-numbers.js';

/** Nobody can find two plans of one position, so they are made up. */
function planAt(reference: string, position: string, rest = '0'.repeat(48)): PermanentNumber {
  return { reference, digest: position + rest, position, fraction: 0 };
}

describe('plans on one position of the circle', () => {
  const first = planAt('Z', '4000000000000000', `1${'0'.repeat(47)}`);
  const second = planAt('A', '4000000000000000', `2${'0'.repeat(47)}`);
  const third = planAt('B', '4000000000000000', `2${'0'.repeat(47)}`);

  it('follow by the whole digest, then by reference', () => {
    expect(inOrderFrom('0000000000000000', [third, second, first])).toEqual([first, second, third]);
  });

  it('stay together when the start is on that position or just after it', () => {
    const other = planAt('M', '9000000000000000');
    const plans = [second, other, first];
    expect(inOrderFrom('4000000000000000', plans)).toEqual([first, second, other]);
    expect(inOrderFrom('4000000000000001', plans)).toEqual([other, first, second]);
  });
});

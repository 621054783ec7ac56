import { describe, expect, it } from '@jest/globals';
import { canonicalJson, contentHash } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is the same however the keys are ordered, and keeps the order of lists', () => {
    const one = { b: [{ y: 1, x: null }], a: 'é' };
    const other = { a: 'é', b: [{ x: null, y: 1 }] };
    expect(canonicalJson(one)).toBe('{"a":"é","b":[{"x":null,"y":1}]}');
    expect(contentHash(one)).toBe(contentHash(other));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it('has the hash that anyone can work out', () => {
    expect(contentHash({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });
});

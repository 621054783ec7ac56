import { describe, expect, it } from '@jest/globals';
import type { TransformFnParams } from 'class-transformer';
import { tidied, tidiedOrNull } from './tidied.js';

const given = (value: unknown) => ({ value }) as TransformFnParams;

describe('a text as a form sends it', () => {
  it('loses the space around it and has its letters composed', () => {
    expect(tidied(given('  Zoe\u0308 Cole\n'))).toBe('Zoë Cole');
  });

  it('means none when it is empty and may be left out', () => {
    expect(tidiedOrNull(given('   '))).toBeNull();
    expect(tidiedOrNull(given(' SO-014 '))).toBe('SO-014');
    expect(tidied(given('   '))).toBe('');
  });

  it.each([undefined, null, 7, ['a ']])('is left alone when it is no text: %p', (value) => {
    expect(tidied(given(value))).toBe(value);
    expect(tidiedOrNull(given(value))).toBe(value);
  });
});

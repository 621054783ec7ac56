import { describe, expect, it } from '@jest/globals';
import { passwordLimits, passwordRefusal, type PasswordContext } from './password-rules.js';

const context: PasswordContext = {
  ownWords: ['Priya Nair', 'priya.nair@ashbourne-vale.example', 'Ashbourne Vale SEND Partnership'],
  isCommon: (password) => ['password', 'qwertyuiopasdfgh', 'letmeinletmeinnow'].includes(password),
};

describe('the rule for a new password', () => {
  it.each([
    ['three unrelated words', 'quiet-harbour-violet-92'],
    ['a long sentence with spaces', 'my gran keeps nine green hats'],
    ['other alphabets', 'δεκαπέντε μικρά ψάρια'],
    ['as many characters as are allowed', 'aZ3-kettle '.repeat(12).slice(0, passwordLimits.max)],
  ])('takes %s', (_what, password) => {
    expect(passwordRefusal(password, context)).toBeNull();
  });

  it.each([
    ['fourteen characters', 'quiet-harbour9', 'at least 15 characters'],
    [
      'one character too many',
      'quiet harbour '.repeat(10).slice(0, 129),
      '128 characters or fewer',
    ],
    ['a password from the list', 'qwertyuiopasdfgh', 'guessed first'],
    ['a password from the list in capitals', 'QWERTYUIOPASDFGH', 'guessed first'],
    ['a password from the list with digits after it', 'letmeinletmeinnow2026!', 'guessed first'],
    ['one part over and over', 'catcatcatcatcatcat', 'repeats or counts up'],
    ['one letter over and over', 'aaaaaaaaaaaaaaaa', 'repeats or counts up'],
    ['counting up', '1234567890123456', 'repeats or counts up'],
    ['the alphabet', 'abcdefghijklmnopq', 'repeats or counts up'],
    ['the person’s own name', 'Priya-Nair-2026-11', 'mostly your name'],
    ['the partnership’s name', 'ashbourne-vale-2026', 'mostly your name'],
    ['words of this service', 'ehcp-audit-password-1', 'mostly your name'],
  ])('refuses %s', (_what, password, words) => {
    expect(passwordRefusal(password, context)).toContain(words);
  });

  it('counts characters as people do, not bytes', () => {
    expect(passwordRefusal('😀'.repeat(14), context)).toContain('at least 15');
  });
});

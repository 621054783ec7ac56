import { describe, expect, it } from '@jest/globals';
import { passwordRefusal } from './password-rules.js';

const SHORT = 'Use at least 15 characters. Three or four unrelated words work well';
const LONG = 'Use 128 characters or fewer';
const COMMON = 'This password is on the list of passwords that are guessed first. Choose another';
const EASY = 'This password repeats or counts up in a way that is easily guessed. Choose another';
const OWN =
  'This password is mostly your name, the partnership’s name or words of this service. Choose another';

const listed = new Set(['correcthorsebatterystaple', 'iloveyousomuchmore', 'qwertyuiopasdfghjkl']);
const context = {
  ownWords: ['Priya Nair', 'priya.nair@ashbourne-vale.example', 'Ashbourne Vale SEND Partnership'],
  isCommon: (password: string) => listed.has(password),
};

describe('the rule for a new password', () => {
  it.each([
    'mauve teapot glacier',
    'quiet-harbour-violet-92',
    'Qz7!Qz8!Qz9!Kp2?',
    'тихая гавань фиалки',
    'nair teapot glacier',
    'plan for the plover moss',
    '🦊🌧️🫖 otter marigold kettle',
  ])('takes "%s"', (password) => {
    expect(passwordRefusal(password, context)).toBeNull();
  });

  it('asks for fifteen characters, counted as a person counts them', () => {
    expect(passwordRefusal('mauve teapot 9', context)).toBe(SHORT);
    expect(passwordRefusal('mauve teapot 9x', context)).toBeNull();
    expect(passwordRefusal('🫖'.repeat(14), context)).toBe(SHORT);
    expect(passwordRefusal('', context)).toBe(SHORT);
  });

  it('takes up to 128 characters and cuts none off', () => {
    const words = 'mauve teapot glacier plover ';
    expect(passwordRefusal(words.repeat(5).slice(0, 128), context)).toBeNull();
    expect(passwordRefusal(words.repeat(5).slice(0, 129), context)).toBe(LONG);
  });

  it.each(['correcthorsebatterystaple', 'CorrectHorseBatteryStaple', 'iloveyousomuchmore2026!!'])(
    'refuses "%s", which is guessed first, also in capitals and with a year behind it',
    (password) => {
      expect(passwordRefusal(password, context)).toBe(COMMON);
    },
  );

  it.each([
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'teapot teapot teapot te',
    'abcdefghijklmnopq',
    'zyxwvutsrqponmlkj',
    '123456789012345678',
    '987654321098765432',
  ])('refuses "%s", which repeats or counts', (password) => {
    expect(passwordRefusal(password, context)).toBe(EASY);
  });

  it.each([
    'PriyaNair-Priya-2026',
    'ashbourne vale send!',
    'send-ehcp-audit-plan-1',
    'priya.nair@ashbourne-vale.example',
    '1985-07-23 18:45:00',
  ])('refuses "%s", which has too few letters of its own', (password) => {
    expect(passwordRefusal(password, context)).toBe(OWN);
  });
});

import { describe, expect, it } from '@jest/globals';
import { choicesAsText, choicesFromText } from './choice-lines.js';

const before = [
  { key: 'none', title: 'None' },
  { key: 'early-help', title: 'Early help' },
  { key: 'unknown', title: 'Not known' },
];

describe('choices, one a line', () => {
  it('are read as they were written', () => {
    expect(choicesFromText(choicesAsText(before), before)).toEqual(before);
    expect(choicesFromText(' None \n\nEarly help\nNot known\n', before)).toEqual(before);
  });

  it('keep their keys in another order and under another name', () => {
    const keys = (text: string) => choicesFromText(text, before).map(({ key }) => key);
    expect(keys('Not known\nNone\nEarly help')).toEqual(['unknown', 'none', 'early-help']);
    expect(keys('None\nFamily help\nNot known')).toEqual(['none', 'early-help', 'unknown']);
  });

  it('get a key of their own when they are new, never that of one that went', () => {
    const keys = (text: string) => choicesFromText(text, before).map(({ key }) => key);
    expect(keys('None\nEarly help\nChild in need\nNot known')).toEqual([
      ...['none', 'early-help', 'child-in-need', 'unknown'],
    ]);
    expect(keys('None\nNone!')).toEqual(['none', 'none-2']);
  });
});

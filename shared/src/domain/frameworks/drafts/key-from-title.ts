import { frameworkLimits } from '../limits.js';

/** Characters kept for the number that sets a key apart. */
const numberMax = 4;

/**
 * A key made from a title: "Child’s own words" becomes `childs-own-words`; where that is taken,
 * `childs-own-words-2`.
 *
 * @param taken keys that it must not be; the new one is added
 * @param otherwise what a key begins with when the title has no letter of the Latin alphabet, or
 *   begins with a number
 * @example keyFromTitle('Élan vital', new Set(), 'criterion') // 'elan-vital'
 */
export function keyFromTitle(title: string, taken: Set<string>, otherwise: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const whole = /^[a-z]/.test(words) ? words : [otherwise, words].filter(Boolean).join('-');
  const base = cutAtWord(whole, frameworkLimits.keyMax - numberMax);
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  taken.add(key);
  return key;
}

function cutAtWord(key: string, max: number): string {
  if (key.length <= max) return key;
  const at = key.lastIndexOf('-', max);
  return at > 0 ? key.slice(0, at) : key.slice(0, max);
}

/**
 * A text made to fit, at the end of a word where it can, with an ellipsis for what is left out.
 *
 * @param max in characters, the ellipsis included
 */
export function shortened(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  const kept = characters.slice(0, max - 1).join('');
  const at = kept.lastIndexOf(' ');
  return `${at > max / 2 ? kept.slice(0, at) : kept}…`;
}

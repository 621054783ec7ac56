import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { requireThat } from '../numbers/index.js';

/** A plan with the random number that a seed gives it for good. */
export interface PermanentNumber {
  /** As stored: `012345`, `12345` and `12345 ` are three plans. */
  reference: string;
  /** HMAC-SHA-256 of the reference under the seed, 64 hexadecimal digits. */
  digest: string;
  /** The random number itself: the digest's first 64 bits, 16 hexadecimal digits. */
  position: string;
  /** The same number as a share of the circle, from 0 to 1, for people to read. */
  fraction: number;
}

/**
 * The permanent random number of every plan: HMAC-SHA-256 with the seed as key and the reference as
 * message, both as UTF-8, of which the first 8 bytes, the highest first, are the number. It depends
 * on nothing else, so a late import changes nobody's number and anyone can recompute it with
 * `openssl dgst -sha256 -hmac SEED`.
 *
 * @param references compared byte for byte; case, spaces and accents must have been settled before
 * @returns in the order of the references
 * @throws InvalidInput when the seed or a reference is not well-formed Unicode and so has no UTF-8
 * @see RFC 2104, RFC 4231; Ohlsson 1995 in Business Survey Methods (permanent random numbers)
 * @example permanentNumbers('2026-Q1:314159', ['EHC-0001'])[0].position // 'f58d2c6b8ea896ab'
 */
export function permanentNumbers(seed: string, references: readonly string[]): PermanentNumber[] {
  requireWellFormed(seed, 'seed');
  // The key is the same for all plans: its two blocks are hashed once, and the state is copied into
  // one working copy, which takes half the time of a new copy for each of 50,000 plans.
  const keyed = hmac.create(sha256, utf8ToBytes(seed));
  const working = keyed.clone();
  return references.map((reference, index) => {
    requireWellFormed(reference, 'references', [index]);
    const digest = bytesToHex(keyed._cloneInto(working).update(utf8ToBytes(reference)).digest());
    const position = digest.slice(0, 16);
    return { reference, digest, position, fraction: fractionOf(position) };
  });
}

/** Two halves of 32 bits are exact; their sum is rounded once, to the nearest double. */
function fractionOf(position: string): number {
  const high = Number.parseInt(position.slice(0, 8), 16);
  const low = Number.parseInt(position.slice(8), 16);
  return (high * 2 ** 32 + low) / 2 ** 64;
}

/**
 * SHA-256 of a text as UTF-8. Lodged before the draw, it binds whoever chose the seed and the list
 * of plans, and shows neither. A seed that can be guessed can be found from it: dice thrown in
 * public after the list is lodged, or at least 128 random bits.
 *
 * @returns 64 hexadecimal digits, as `sha256sum` prints them
 * @throws InvalidInput when the text is empty or not well-formed Unicode
 * @example commitmentTo('abc').slice(0, 8) // 'ba7816bf'
 */
export function commitmentTo(text: string): string {
  requireThat(text !== '', 'text', 'must not be empty');
  requireWellFormed(text, 'text');
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * Whether a revealed text is the one that was committed to.
 *
 * @param commitment hexadecimal digits in either case; spaces around them do not matter
 * @throws InvalidInput when the text is empty or not well-formed Unicode
 * @example opensCommitment('abc', commitmentTo('abc')) // true
 */
export function opensCommitment(text: string, commitment: string): boolean {
  return commitmentTo(text) === commitment.trim().toLowerCase();
}

function requireWellFormed(text: string, argument: string, index: readonly number[] = []): void {
  requireThat(text.isWellFormed(), argument, 'must be well-formed Unicode', index);
}

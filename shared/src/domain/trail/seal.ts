import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a seal covers of a trail entry, as the database writes it down. */
export interface SealedContent {
  id: string;
  /** UTC with microseconds, as text, so that no rounding can hide a change. */
  happenedAt: string;
  act: string;
  actorId: string | null;
  subjectType: string | null;
  subjectId: string | null;
  /** The database's own canonical text of the details. */
  details: string;
  correlationId: string | null;
}

/** The hash before the first seal. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * The hash that chains an entry to the one before it: SHA-256 over the place in the chain, the
 * hash before, when it was sealed and every field, written as one JSON list so that no two entries
 * share a text.
 *
 * @param place where in the chain the entry comes: sequence from 1, after FIRST_HASH for the first
 */
export function sealHash(place: Omit<Seal, 'entryId' | 'hash'>, entry: SealedContent): string {
  const text = JSON.stringify([
    place.sequence,
    place.previousHash,
    place.sealedAt,
    entry.id,
    entry.happenedAt,
    entry.act,
    entry.actorId,
    entry.subjectType,
    entry.subjectId,
    entry.details,
    entry.correlationId,
  ]);
  return bytesToHex(sha256(utf8ToBytes(text)));
}

export interface Seal {
  sequence: number;
  entryId: string;
  /** 64 hexadecimal digits, as every hash here. */
  previousHash: string;
  /** UTC with microseconds, as text. */
  sealedAt: string;
  hash: string;
}

/** A link of the chain as stored: the seal and, unless it was removed, the entry. */
export interface ChainLink {
  seal: Seal;
  entry: SealedContent | null;
}

/**
 * What is wrong with one link, given the seal before it; null when it holds.
 *
 * @param before the seal before, or null at the start of the chain
 */
export function linkFault(before: Seal | null, link: ChainLink): string | null {
  const expected = (before?.sequence ?? 0) + 1;
  const { seal, entry } = link;
  if (seal.sequence !== expected) {
    return `Seal ${expected} is missing: the chain goes on at ${seal.sequence}.`;
  }
  if (seal.previousHash !== (before?.hash ?? FIRST_HASH)) {
    return `Seal ${seal.sequence} does not follow from the seal before it.`;
  }
  if (entry === null) {
    return `Entry ${seal.entryId} was sealed as number ${seal.sequence} and is no longer there.`;
  }
  if (sealHash(seal, entry) !== seal.hash) {
    return `Entry ${seal.entryId}, number ${seal.sequence}, or its seal was changed after it was sealed.`;
  }
  return null;
}

import { byKind, type Family } from '../family.ts';
import { computeDistribution } from './distributions.ts';

/** A family is the name of a file without `.json`. */
export const families: Readonly<Record<string, Family>> = {
  distributions: byKind({ '': computeDistribution }),
};

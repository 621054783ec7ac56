/** What a vector file holds; `source` and `how_computed` say who computed the numbers and how. */
export interface VectorFile {
  source: string;
  how_computed: string;
  cases: VectorCase[];
}

export interface VectorCase {
  name: string;
  input: Record<string, unknown>;
  expected: unknown;
  tolerance: { abs: number; rel: number };
}

/**
 * Computes what a case expects from its input alone, with the product's own functions. A refusal
 * of theirs (`InvalidInput`) is the case's result; anything else thrown is its failure.
 */
export type Family = (input: never) => unknown;

/** A family whose `input.kind` picks the function; without kinds it has one, under ''. */
export function byKind(kinds: Record<string, Family>): Family {
  return (input: { kind?: string }) => {
    const compute = kinds[input.kind ?? ''];
    if (!compute) throw new Error(`The kind ${input.kind ?? '(none)'} is not known.`);
    return compute(input as never);
  };
}

/** A place where the computed value is not the expected one. */
export interface Failure {
  path: string;
  actual: unknown;
  expected: unknown;
}

export interface Tolerance {
  abs: number;
  rel: number;
}

/**
 * Compares as the files' own rule says: a number passes when it differs by no more than the
 * larger of the two tolerances, all else must be the same. Of `error` only the key must be there,
 * because the sentence is ours; of `reserve` the file holds only the beginning.
 */
export function compare(
  actual: unknown,
  expected: unknown,
  tolerance: Tolerance,
  path = '',
): Failure[] {
  if (Array.isArray(expected)) return compareLists(actual, expected, tolerance, path);
  if (isRecord(expected)) return compareRecords(actual, expected, tolerance, path);
  return agrees(actual, expected, tolerance) ? [] : [{ path, actual: actual ?? null, expected }];
}

function compareLists(
  actual: unknown,
  expected: unknown[],
  tolerance: Tolerance,
  path: string,
): Failure[] {
  const comparesPrefix = /(^|\.)reserve(\.|$)/.test(path);
  const sameLength =
    Array.isArray(actual) &&
    (comparesPrefix ? actual.length >= expected.length : actual.length === expected.length);
  if (!sameLength) return [{ path, actual: actual ?? null, expected }];
  return expected.flatMap((item, index) =>
    compare(actual[index], item, tolerance, `${path}[${index}]`),
  );
}

function compareRecords(
  actual: unknown,
  expected: Record<string, unknown>,
  tolerance: Tolerance,
  path: string,
): Failure[] {
  if (!isRecord(actual)) return [{ path, actual: actual ?? null, expected }];
  return Object.entries(expected).flatMap(([key, value]) => {
    const step = path === '' ? key : `${path}.${key}`;
    if (key === 'error') {
      const said = typeof actual.error === 'string';
      return said ? [] : [{ path: step, actual: actual.error ?? null, expected: value }];
    }
    return compare(actual[key], value, tolerance, step);
  });
}

function agrees(actual: unknown, expected: unknown, { abs, rel }: Tolerance): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(actual - expected) <= Math.max(abs, rel * Math.abs(expected));
  }
  return actual === expected;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of the filters of a list those that were chosen, as they go into an address. */
export function chosenOnly(
  filters: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters)
      .map(([name, value]): [string, string] => [name, value?.trim() ?? ''])
      .filter(([, value]) => value !== ''),
  );
}

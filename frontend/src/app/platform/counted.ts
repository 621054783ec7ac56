/** "1 audit", "1,200 audits" */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "1,200 audits, page 2 of 24"; no word of pages where all stand on one. */
export function countedOnPage(
  { total, page, pages }: { total: number; page: number; pages: number },
  one: string,
  many: string,
): string {
  const count = counted(total, one, many);
  return pages > 1 ? `${count}, page ${page} of ${pages}` : count;
}

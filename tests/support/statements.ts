import { DataSource, type Logger, type QueryRunner } from 'typeorm';
import type { Service } from './service.js';

const silent = () => undefined;

/** The sealing of the trail comes after each commit and waits for nobody; it begins by taking its turn. */
const isSealing = ([first = '']: string[]): boolean => first === '' || /advisory/.test(first);

/**
 * The transactions of the running application while something is done, each with its statements in
 * order. Beginning and commit are not counted, nor is the sealing of the trail.
 */
export async function transactionsOf(
  service: Service,
  act: () => Promise<unknown>,
): Promise<string[][]> {
  const source = service.app.get(DataSource);
  const before = source.logger;
  const byRunner = new Map<QueryRunner, string[]>();
  const transactions: string[][] = [];
  const note = (query: string, _values?: unknown[], runner?: QueryRunner): void => {
    if (!runner) return;
    if (query === 'START TRANSACTION') {
      const statements: string[] = [];
      byRunner.set(runner, statements);
      transactions.push(statements);
    } else if (query === 'COMMIT' || query === 'ROLLBACK') byRunner.delete(runner);
    else byRunner.get(runner)?.push(query);
  };
  const counting: Logger = {
    logQuery: note,
    ...{ logQueryError: silent, logQuerySlow: silent },
    ...{ logSchemaBuild: silent, logMigration: silent, log: silent },
  };
  source.logger = counting;
  try {
    await act();
  } finally {
    source.logger = before;
  }
  return transactions.filter((statements) => !isSealing(statements));
}

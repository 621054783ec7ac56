/**
 * Holds an embedded PostgreSQL, as the starter does, until it is told to end:
 * `node hold-database.mjs [folder]`.
 */
import { databaseFolder } from '../../docker/local/local-folder.mjs';
import { startPostgres } from '../../docker/local/postgres.mjs';
import { explain } from '../../docker/local/say.mjs';

try {
  const database = await startPostgres({ folder: process.argv[2] ?? databaseFolder() });
  const end = () => void database.stop().then(() => process.exit(0));
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  void database.exited.then(() => process.stdout.write('database ended\n'));
  process.stdout.write(`database ${database.url}\n`);
} catch (cause) {
  process.stdout.write(`refused ${explain(cause)}\n`);
  process.exit(1);
}

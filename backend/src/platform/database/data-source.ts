import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.js';

/** The role the application works as: it owns nothing and cannot change what must never change. */
export const APPLICATION_ROLE = 'audit_app';

const POOL_MAX = 10;

/** Connection of the running application: every pooled connection works as the application's role. */
export function applicationDataSource(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    synchronize: false,
    extra: { max: POOL_MAX, options: `-c role=${APPLICATION_ROLE} -c timezone=UTC` },
  };
}

/** Connection that runs migrations, as the role the address names. */
export function migrationDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    extra: { max: 2, options: '-c timezone=UTC' },
  });
}

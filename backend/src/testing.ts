/** The only file of the backend that tests may import. */
export * from './accounts/index.js';
export { AppModule } from './app.module.js';
export * from './audits/index.js';
export { configureApp } from './configure-app.js';
export {
  demoEmail,
  demoPartnership,
  demoPassword,
  demoPeople,
  type DemoPerson,
} from './demo/people.js';
export { loadDemo } from './demo/load-demo.js';
export * from './feedback/index.js';
export * from './frameworks/index.js';
export { SetClock } from './platform/clock/set-clock.js';
export {
  EnvironmentFault,
  environmentNames,
  readEnvironment,
  type Environment,
} from './platform/config/environment.js';
export * from './plans/index.js';
export * from './programme/index.js';
export { migrate } from './platform/database/migrate.js';
export { migrationDataSource } from './platform/database/data-source.js';
export { Transactions } from './platform/database/transactions.js';
export { dataModelDocument } from './platform/database/data-model.js';
export { openApiDocument } from './platform/http/open-api.js';
export { redactedPaths } from './platform/logging/redacted-paths.js';
export * from './reports/index.js';
export * from './trail/index.js';
export * from './trends/index.js';

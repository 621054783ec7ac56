import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { fileURLToPath } from 'node:url';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';
import { PublishReferenceFrameworks } from './frameworks/index.js';
import { demoSignIns, loadDemo } from './demo/load-demo.js';
import {
  EnvironmentFault,
  readEnvironment,
  type Environment,
} from './platform/config/environment.js';
import { migrate } from './platform/database/migrate.js';

/** Told apart by whoever started the service, so that it can try another port. */
const PORT_TAKEN = 98;
const PAGES_FOLDER = fileURLToPath(new URL('../../frontend/dist/browser', import.meta.url));

async function start(environment: Environment): Promise<void> {
  await migrate(environment.DATABASE_URL);
  if (environment.LOAD_DEMO === 'yes') await loadDemo(environment);
  const app = configureApp(
    await NestFactory.create<NestExpressApplication>(AppModule.for(environment), {
      bufferLogs: true,
      bodyParser: false,
    }),
  );
  await app.get(PublishReferenceFrameworks).publish();
  if (environment.LIFE_LINE === 'yes') endWithLifeLine(() => app.close());
  await app.listen(environment.PORT, environment.HOST);
  const port = (app.getHttpServer().address() as { port: number }).port;
  new Logger('main').log({ port }, 'listening');
  process.send?.({ ready: true, port, ...(await demoSignIns(app)) });
}

/** Whoever started the service holds the other end of its standard input; when that closes, the service ends. */
function endWithLifeLine(close: () => Promise<void>): void {
  process.stdin.resume();
  process.stdin.once('close', () => {
    void close().finally(() => process.exit(0));
  });
}

try {
  await start(readEnvironment(process.env, PAGES_FOLDER));
} catch (error) {
  const isPortTaken = (error as { code?: string }).code === 'EADDRINUSE';
  process.stderr.write(
    `${error instanceof EnvironmentFault || isPortTaken ? (error as Error).message : (error as Error).stack}\n`,
  );
  process.exit(isPortTaken ? PORT_TAKEN : 1);
}

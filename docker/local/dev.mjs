import { build } from './build.mjs';
import { inCheckout, readSettings } from './checkout.mjs';
import { openDatabase } from './database.mjs';
import { listenForEnding } from './ending.mjs';
import { nextFreePort, readPort } from './free-port.mjs';
import { inModules, install, projectEnvironment, projectNode } from './install.mjs';
import { spawnOnLifeLine } from './life-line.mjs';
import { runCommand, say } from './say.mjs';

const usualPort = 3000;

/**
 * @param {number} port the page's
 * @param {string} host
 * @returns {{ name: string, folder: string, args: string[] }[]}
 */
function programs(port, host) {
  const compile = [inModules('.bin', 'tsc'), '-w', '--preserveWatchOutput', '-p'];
  const serve = ['serve', '--host', host, '--port', String(port)];
  return [
    {
      name: 'compiler of shared',
      folder: 'shared',
      args: [...compile, 'tsconfig.build.json'],
    },
    {
      name: 'compiler of backend',
      folder: 'backend',
      args: [...compile, 'tsconfig.build.json'],
    },
    {
      name: 'server',
      folder: 'backend',
      args: ['--watch', '--watch-preserve-output', 'dist/main.js'],
    },
    {
      name: 'frontend',
      folder: 'frontend',
      args: [inModules('.bin', 'ng'), ...serve, '--proxy-config', 'proxy.conf.mjs'],
    },
  ];
}

await runCommand(
  async () => {
    const ending = listenForEnding();
    await install(ending);
    await build(['shared', 'backend'], ending);
    const settings = readSettings();
    const host = settings.HOST || '127.0.0.1';
    const wanted = readPort(settings.PORT, usualPort);
    const port = await nextFreePort(wanted, host);
    if (port !== wanted) say(`Port ${wanted} is taken, so port ${port} is used.`);
    const apiPort = await nextFreePort(port + 1, '127.0.0.1');
    const database = await openDatabase(settings);
    database.noteAddress(settings.PUBLIC_URL || `http://localhost:${port}`);
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...projectEnvironment(settings),
      NODE_ENV: settings.NODE_ENV || 'development',
      LOAD_DEMO: settings.LOAD_DEMO || 'yes',
      PUBLIC_URL: settings.PUBLIC_URL || `http://localhost:${port}`,
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      API_PORT: String(apiPort),
      LOG_LEVEL: settings.LOG_LEVEL || 'warn',
      NG_CLI_ANALYTICS: 'false',
    };
    const parts = programs(port, host).map(({ name, folder, args }) => ({
      name,
      ...spawnOnLifeLine(projectNode(), args, {
        signal: 'TERM',
        cwd: inCheckout(folder),
        // Angular's own server also listens to PORT.
        env: { ...env, PORT: String(folder === 'frontend' ? port : apiPort) },
        output: 'inherit',
      }),
    }));
    say(`\nThe pages will be at http://localhost:${port} and the API on port ${apiPort}.`);
    say('Changes are built and shown as they are saved. Press Ctrl-C to stop.\n');
    const fault = await Promise.race([
      ending.promise.then(() => undefined),
      database.exited.then(() => 'The database ended by itself, so everything is stopped.'),
      ...parts.map((part) =>
        part.exited.then(() => `The ${part.name} ended by itself, so everything is stopped.`),
      ),
    ]);
    say(fault ?? ending.reason ?? '');
    for (const part of parts) part.letGo();
    await Promise.all(parts.map((part) => part.exited));
    await database.stop();
    return fault === undefined ? 0 : 1;
  },
  { codeWhenEnded: 0 },
);

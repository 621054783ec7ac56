import { Transform, plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

const modes = ['production', 'development', 'test'] as const;
const yesNo = ['yes', 'no'] as const;
const onOff = ['on', 'off'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/**
 * Everything the service reads from its surroundings. `.env.example` lists the same names, and a
 * test compares the two.
 */
export class Environment {
  @IsIn(modes, { message: `NODE_ENV must be one of ${modes.join(', ')}` })
  NODE_ENV: (typeof modes)[number] = 'production';

  @Transform(wholeNumber)
  @IsInt({ message: 'PORT must be a whole number' })
  @Min(0, { message: 'PORT must be 0 or more' })
  @Max(65535, { message: 'PORT must be 65535 or less' })
  PORT = 3000;

  @IsString({ message: 'HOST must be an address to listen on' })
  HOST = '127.0.0.1';

  @Matches(/^postgres(ql)?:\/\/.+/, {
    message:
      'DATABASE_URL must be the address of a PostgreSQL database, postgresql://user:password@host:5432/name',
  })
  DATABASE_URL: string;

  /** Left out, the service is on plain HTTP at its own port, which is right for one computer only. */
  @IsUrl(
    { require_tld: false, require_protocol: true, protocols: ['http', 'https'] },
    { message: 'PUBLIC_URL must be the address people use, such as https://audit.example.org' },
  )
  PUBLIC_URL: string;

  @IsIn(yesNo, { message: 'LOAD_DEMO must be yes or no' })
  LOAD_DEMO: (typeof yesNo)[number] = 'no';

  @IsIn(yesNo, { message: 'LIFE_LINE must be yes or no' })
  LIFE_LINE: (typeof yesNo)[number] = 'no';

  @IsIn(logLevels, { message: `LOG_LEVEL must be one of ${logLevels.join(', ')}` })
  LOG_LEVEL: (typeof logLevels)[number] = 'info';

  @IsIn(onOff, { message: 'API_DOCS must be on or off' })
  API_DOCS: (typeof onOff)[number];

  @IsString({ message: 'STATIC_FOLDER must be the folder of the built pages' })
  STATIC_FOLDER: string;

  @Transform(wholeNumber)
  @IsInt({ message: 'TRUST_PROXY_HOPS must be a whole number' })
  @Min(0, { message: 'TRUST_PROXY_HOPS must be 0 or more' })
  @Max(10, { message: 'TRUST_PROXY_HOPS must be 10 or less' })
  TRUST_PROXY_HOPS = 0;
}

export const environmentNames = [
  'NODE_ENV',
  'PORT',
  'HOST',
  'DATABASE_URL',
  'PUBLIC_URL',
  'LOAD_DEMO',
  'LIFE_LINE',
  'LOG_LEVEL',
  'API_DOCS',
  'STATIC_FOLDER',
  'TRUST_PROXY_HOPS',
] as const;

/** Refusal to start, naming everything that is wrong so that it is put right in one go. */
export class EnvironmentFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The service cannot start:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'EnvironmentFault';
  }
}

/**
 * Reads and checks the surroundings.
 *
 * @param source usually `process.env`
 * @param pagesFolder where the built pages are when STATIC_FOLDER is not given
 * @throws EnvironmentFault with every fault found
 */
export function readEnvironment(
  source: Record<string, string | undefined>,
  pagesFolder: string,
): Environment {
  const given = Object.fromEntries(
    environmentNames.filter((name) => source[name]).map((name) => [name, source[name]]),
  );
  const defaults = {
    STATIC_FOLDER: pagesFolder,
    PUBLIC_URL: `http://localhost:${given.PORT ?? '3000'}`,
    // A description of the interface helps builders; in production it would help nobody else (ASVS 5.0 13.4.5).
    API_DOCS: (given.NODE_ENV ?? 'production') === 'production' ? 'off' : 'on',
  };
  const environment = plainToInstance(
    Environment,
    { ...defaults, ...given },
    { exposeDefaultValues: true },
  );
  const faults = validateSync(environment, { stopAtFirstError: true })
    // An address made from a wrong port is no second fault.
    .filter((error) => error.property !== 'PUBLIC_URL' || source.PUBLIC_URL)
    .flatMap((error) => Object.values(error.constraints ?? {}));
  if (environment.NODE_ENV === 'production') faults.push(...productionFaults(environment, source));
  if (faults.length > 0) throw new EnvironmentFault(faults);
  return environment;
}

function productionFaults(
  environment: Environment,
  source: Record<string, string | undefined>,
): string[] {
  const faults: string[] = [];
  if (environment.LOAD_DEMO === 'yes') {
    faults.push(
      'LOAD_DEMO must be no in production: demonstration accounts have a published password',
    );
  }
  if (environment.API_DOCS === 'on') {
    faults.push('API_DOCS must be off in production: the page stands outside the permissions');
  }
  if (!source.PUBLIC_URL) {
    faults.push(
      'PUBLIC_URL must be given in production: the address people use, such as https://audit.example.org',
    );
  } else if (!environment.PUBLIC_URL.startsWith('https://')) {
    faults.push(
      'PUBLIC_URL must begin with https:// in production: a session must not travel in the clear',
    );
  }
  return faults;
}

/** Whether people reach the service over HTTPS, which decides the session cookie's name and flags. */
export function isHttps(environment: Environment): boolean {
  return environment.PUBLIC_URL.startsWith('https://');
}

/**
 * Which way imports may go, as one allow-list for ESLint. A feature sees only the `index` of
 * features on lower rungs; the same rungs hold in `backend/src` and `shared/src/domain`.
 * `tests/architecture` keeps an import for each rule that must be refused.
 */

/** Rungs from the lowest up; features on one rung do not see each other. */
const foundations = [['problems', 'calendar', 'statistics', 'leak-guard']];
const features = [
  ['trail'],
  ['accounts'],
  ['frameworks', 'plans'],
  ['programme'],
  ['contributions'],
  ['audits'],
  ['feedback', 'actions', 'trends'],
  ['reports'],
];
const pages = [
  'accounts',
  'home',
  'settings',
  'pages',
  ...features.flat().filter((name) => !['trail', 'accounts'].includes(name)),
];

const backend = (/** @type {string} */ name) => `backend-${name}`;
const domain = (/** @type {string} */ name) => `domain-${name}`;
const page = (/** @type {string} */ name) => `page-${name}`;

const folder = (/** @type {string} */ type, /** @type {string} */ path) => ({
  type,
  pattern: path,
});

const topFiles = ['backend-app', 'domain-index', 'frontend-app'];

export const boundaryElements = [
  folder('backend-platform', 'backend/src/platform'),
  folder('backend-migrations', 'backend/src/migrations'),
  ...features.flat().map((name) => folder(backend(name), `backend/src/${name}`)),
  folder('backend-demo', 'backend/src/demo'),
  folder('backend-commands', 'backend/src/command-line'),
  folder('backend-app', 'backend/src'),
  folder('contracts', 'shared/src/contracts'),
  ...[...foundations, ...features]
    .flat()
    .map((name) => folder(domain(name), `shared/src/domain/${name}`)),
  folder('domain-index', 'shared/src/domain'),
  folder('frontend-platform', 'frontend/src/app/platform'),
  folder('frontend-components', 'frontend/src/app/components'),
  folder('frontend-layout', 'frontend/src/app/layout'),
  ...pages.map((name) => folder(page(name), `frontend/src/app/${name}`)),
  folder('frontend-app', 'frontend/src/app'),
];

/**
 * The files that put a project together stand at its top; a folder beside them that is on no rung
 * may import nothing.
 * @param {string} type
 */
const importer = (type) =>
  topFiles.includes(type) ? { type, fileInternalPath: '*.ts' } : { type };

/** @param {string} from @param {string[]} whole types that may be imported from anywhere inside */
const mayUse = (from, whole) => ({
  from: { element: importer(from) },
  allow: { to: { element: { types: { anyOf: whole } } } },
});

/** @param {string} from @param {string[]} entries types of which only the index may be imported */
const mayEnter = (from, entries) => ({
  from: { element: importer(from) },
  allow: { to: { element: { types: { anyOf: entries }, fileInternalPath: 'index.ts' } } },
});

/**
 * @param {string[][]} rungs
 * @param {(name: string) => string} type
 */
const ladder = (rungs, type) =>
  rungs.flatMap((names, rung) => {
    const lower = rungs.slice(0, rung).flat().map(type);
    return lower.length === 0 ? [] : names.map((name) => mayEnter(type(name), lower));
  });

/** Tests of a higher feature may stand on the fixtures of a lower one. @param {string[][]} rungs */
const testLadder = (rungs) =>
  rungs.flatMap((names, rung) => {
    const lower = rungs.slice(0, rung).flat().map(domain);
    return names.map((name) => ({
      from: { element: { type: domain(name), fileInternalPath: '**/*.{spec,fixture}.ts' } },
      allow: { to: { element: { types: { anyOf: lower }, fileInternalPath: '*.fixture.ts' } } },
    }));
  });

const policies = [
  ...features.flat().map((name) => mayUse(backend(name), ['backend-platform'])),
  ...ladder(features, backend),
  mayEnter('backend-platform', ['backend-migrations']),
  ...['backend-app', 'backend-demo', 'backend-commands'].flatMap((from) => [
    mayUse(from, ['backend-platform', 'backend-app', 'backend-demo', 'backend-commands']),
    mayEnter(from, [...features.flat().map(backend), 'backend-migrations']),
  ]),
  mayUse('contracts', ['domain-index']),
  ...ladder([...foundations, ...features], domain),
  ...testLadder(features),
  mayEnter('domain-index', [...foundations, ...features].flat().map(domain)),
  mayUse('frontend-components', ['frontend-platform']),
  mayUse('frontend-layout', ['frontend-platform', 'frontend-components']),
  ...pages.map((name) => mayUse(page(name), ['frontend-platform', 'frontend-components'])),
  mayUse('frontend-app', [
    'frontend-app',
    'frontend-platform',
    'frontend-layout',
    ...pages.map(page),
  ]),
];

export const boundaryRules = {
  'boundaries/dependencies': ['error', { default: 'disallow', policies }],
  'boundaries/no-unknown-files': 'error',
};

import type { IForbiddenRuleType } from 'dependency-cruiser';

/** The areas from the top down: an area may use those before it, never those after it. */
const areas = [
  'calendar',
  'organisation',
  'catalogue',
  'publication',
  'request',
  'remedy',
  'report',
  'supervision',
] as const;

/** A kind of file: where it stands, what of our own code it may import, and whether packages too. */
export interface Layer {
  name: string;
  /** Regular expression over paths from the root of the project. */
  files: string;
  /** Regular expressions over the paths of our own files it may import. */
  mayImport: readonly string[];
  /**
   * - `none`: no npm package and nothing of Node, so that the rules run anywhere and read no clock.
   * - `npm`: packages, but nothing of Node: it runs in a browser.
   * - `any`: both.
   */
  packages: 'none' | 'npm' | 'any';
  /** What it may import, for people. */
  words: string;
}

const kernel = '^src/kernel/';
const platform = '^src/platform/';
const doors = areaFiles(areas, 'index[.]ts$');
const domains = areaFiles(areas, 'domain/');

/** Every kind of file there is in src/. A file that is of none of them stands in the wrong place. */
export const layers: readonly Layer[] = [
  { name: 'kernel', files: kernel, mayImport: [kernel], packages: 'none', words: 'kernel imports only itself' },
  {
    name: 'platform',
    files: platform,
    mayImport: [platform, kernel],
    packages: 'any',
    words: 'platform imports only platform and kernel',
  },
  ...areas.flatMap(areaLayers),
  ...['portal', 'cli'].map(
    (name): Layer => ({
      name,
      files: `^src/${name}/`,
      mayImport: [`^src/${name}/`, doors, domains, platform, kernel],
      packages: 'any',
      words: `${name} imports only the index.ts and the domain of areas, platform and kernel`,
    }),
  ),
  {
    name: 'console',
    files: '^src/console/',
    mayImport: ['^src/console/', domains, kernel],
    packages: 'npm',
    words: 'console runs in a browser: it imports only the domain of areas and kernel, and asks /api for the rest',
  },
  {
    name: 'demo',
    files: '^src/demo/',
    mayImport: ['^src/demo/', doors, domains, platform, kernel],
    packages: 'any',
    words: 'demo fills an empty system: it imports only the index.ts and the domain of areas, platform and kernel',
  },
  {
    name: 'app',
    files: '^src/(api|app|jobs|system|vocabulary|welcome)[.]ts$',
    mayImport: [
      '^src/(api|app|jobs|system|vocabulary|welcome)[.]ts$',
      doors,
      areaFiles(areas, 'routes[.]ts$'),
      '^src/portal/',
      '^src/demo/',
      platform,
      kernel,
    ],
    packages: 'any',
    words: 'app.ts, api.ts and system.ts connect areas, portal and platform',
  },
  {
    name: 'reader-worker',
    files: '^src/reader-worker[.]ts$',
    mayImport: [doors, platform, kernel],
    packages: 'any',
    words: 'reader-worker.ts imports only the index.ts of areas, platform and kernel',
  },
  {
    name: 'server',
    files: '^src/server[.]ts$',
    mayImport: ['^src/(api|app|jobs|system|vocabulary|welcome)[.]ts$', platform, kernel],
    packages: 'any',
    words: 'server.ts imports only app.ts, system.ts, platform and kernel',
  },
];

/** The layers of one area: the same anatomy eight times. */
function areaLayers(area: string, position: number): Layer[] {
  const above = areas.slice(0, position);
  const own = (part: string) => areaFiles([area], part);
  const domain = own('domain/');
  const service = own('service([.]ts$|/)');
  const store = own('store([.]ts$|/)');
  const routes = own('routes([.]ts$|/)');
  return [
    {
      name: `${area}-domain`,
      files: domain,
      mayImport: [domain, ...(above.length > 0 ? [areaFiles(above, 'domain/')] : []), kernel],
      packages: 'none',
      words:
        'domain imports only its own domain, the domain of areas above it and kernel, no package and nothing of Node',
    },
    {
      name: `${area}-store`,
      files: store,
      mayImport: [store, domain, '^src/platform/db/', kernel],
      packages: 'any',
      words: 'store imports only its own domain, platform/db and kernel',
    },
    {
      name: `${area}-service`,
      files: service,
      mayImport: [
        service,
        store,
        domain,
        ...(above.length > 0 ? [areaFiles(above, 'index[.]ts$')] : []),
        platform,
        kernel,
      ],
      packages: 'any',
      words: 'service imports only its own store and domain, the index.ts of areas above it, platform and kernel',
    },
    {
      name: `${area}-routes`,
      files: routes,
      mayImport: [routes, service, domain, '^src/platform/http/', kernel],
      packages: 'any',
      words: 'routes imports only its own service and domain, platform/http and kernel',
    },
    {
      name: `${area}-door`,
      files: own('index[.]ts$'),
      mayImport: [`^src/${area}/`, kernel],
      packages: 'any',
      words: 'index.ts of an area offers what is in the area and kernel',
    },
  ];
}

function areaFiles(of: readonly string[], part: string): string {
  return `^src/(${of.join('|')})/${part}`;
}

/** Tests and their fixtures stand beside what they test and may import everything; nothing else may import them. */
export const tests = '[.]test[.]tsx?$|/fixtures/';
const ownCode = '^(src|tests|scripts|bench|bin)/';

/** The arrows as rules for dependency-cruiser. */
export function forbiddenImports(): IForbiddenRuleType[] {
  return [
    ...layers.map(
      ({ name, files, mayImport, packages, words }): IForbiddenRuleType => ({
        name: `arrow-${name}`,
        comment: words,
        severity: 'error',
        from: { path: files, pathNot: tests },
        to: { pathNot: [...mayImport], ...(packages === 'none' ? {} : { path: ownCode }) },
      }),
    ),
    ...layers
      .filter(({ packages }) => packages === 'npm')
      .map(
        ({ name, files, words }): IForbiddenRuleType => ({
          name: `browser-${name}`,
          comment: words,
          severity: 'error',
          from: { path: files, pathNot: tests },
          to: { dependencyTypes: ['core'] },
        }),
      ),
    {
      name: 'no-test',
      comment: 'tests are imported by nothing',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-development-package',
      comment: 'the program imports only packages it is installed with (dependencies in package.json)',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      comment: 'files that import each other in a circle cannot be understood one at a time',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'must-exist',
      comment: 'the imported file or package does not exist',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ];
}

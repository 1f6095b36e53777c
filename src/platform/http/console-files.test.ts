import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { serveConsole } from './console-files.ts';
import { createHttpServer } from './server.ts';

const built = mkdtempSync(join(tmpdir(), 'gongkai-console-'));
mkdirSync(join(built, 'assets'));
writeFileSync(join(built, 'manifest.json'), '{}');
writeFileSync(join(built, 'index.html'), '<meta nonce="CSP_NONCE"><script nonce="CSP_NONCE"></script>');
writeFileSync(join(built, 'assets/desk-4f1c.js'), 'export {};');
writeFileSync(join(built, 'assets/desk-4f1c.js.gz'), gzipSync('export {};'));
afterAll(() => rmSync(built, { recursive: true }));

type Server = Awaited<ReturnType<typeof createHttpServer>>;
const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serving(folder = built): Promise<Server> {
  const server = await createHttpServer({ log: createLog('silent'), trustedProxies: [], requestsPerMinute: 1_000 });
  servers.push(server);
  server.get('/other', async () => 'a page of the site');
  await serveConsole(server, pathToFileURL(`${folder}/`));
  return server;
}

const policyOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['content-security-policy']);

describe('the page of the console', () => {
  test.each(['/console', '/console/', '/console/people/0198-11', '/console/people/0198-11?page=2'])(
    'stands at %s',
    async (url) => {
      const answer = await (await serving()).inject({ url, headers: { accept: 'text/html' } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  test('names in its page the nonce of its policy, a new one in every answer', async () => {
    const server = await serving();
    const nonces = [];
    for (let time = 0; time < 2; time += 1) {
      const answer = await server.inject('/console/');
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policyOf(answer))?.[1];
      expect(answer.body).toBe(`<meta nonce="${nonce}"><script nonce="${nonce}"></script>`);
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  test('loosens nothing but the style sheets that carry the nonce', async () => {
    const server = await serving();
    const others = (answer: { headers: Record<string, unknown> }) =>
      policyOf(answer)
        .split(';')
        .filter((each) => !each.startsWith('style-src'));
    const [page, console] = [await server.inject('/other'), await server.inject('/console/')];
    expect(others(console)).toEqual(others(page));
    expect(policyOf(console)).not.toContain('unsafe');
  });
});

describe('the files of the console', () => {
  test('may be kept by browsers for good, and come compressed', async () => {
    const answer = await (await serving()).inject({
      url: '/console/assets/desk-4f1c.js',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.rawPayload).toString()).toBe('export {};');
  });

  test('of an older build are not found, rather than answered with a page', async () => {
    const answer = await (await serving()).inject('/console/assets/desk-0000.js');
    expect(answer.statusCode).toBe(404);
  });

  test('cannot be left for others on the disk', async () => {
    const answer = await (await serving()).inject('/console/assets/..%2findex.html');
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });
});

test('a server run from the sources has no console', async () => {
  const empty = join(built, 'assets');
  expect((await (await serving(empty)).inject('/console/')).statusCode).toBe(404);
});

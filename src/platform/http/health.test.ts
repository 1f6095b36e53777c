import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { type ReadinessPart, registerReadiness } from './health.ts';
import { type MetricsOptions, registerMetrics } from './metrics.ts';
import { createHttpServer } from './server.ts';

const servers: FastifyInstance[] = [];
let lines: string[] = [];

async function serverWith(prepare: (app: FastifyInstance) => void): Promise<FastifyInstance> {
  lines = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const app = await createHttpServer({ log, trustedProxies: [], requestsPerMinute: 1_000 });
  servers.push(app);
  prepare(app);
  return app;
}

afterEach(() => Promise.all(servers.splice(0).map((app) => app.close())));

const part = (name: string, label: string, check: () => Promise<boolean>): ReadinessPart => ({
  part: name,
  label,
  check,
});
const good = part('database', '数据库连接', async () => true);

describe('/readyz', () => {
  test('is 200 when every part is in order', async () => {
    const app = await serverWith((each) => registerReadiness(each, [good]));
    const answer = await app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready' }]);
  });

  test.each<[string, () => Promise<boolean>]>([
    ['says no', async () => false],
    ['throws', async () => Promise.reject(new Error('password of gongkai is wrong'))],
    ['never answers', () => new Promise(() => {})],
  ])('names the part that %s, and not why', async (_, check) => {
    const app = await serverWith((each) => registerReadiness(each, [good, part('storage', '附件存储', check)]));
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'not-ready',
      message: '附件存储不正常',
      parts: [{ part: 'storage', label: '附件存储' }],
    });
    expect(lines.join('')).not.toContain('password');
  });

  test('asked in a loop does not keep the database busy', async () => {
    let asked = 0;
    const app = await serverWith((each) =>
      registerReadiness(each, [
        part('database', '数据库连接', async () => {
          asked += 1;
          return true;
        }),
      ]),
    );
    await Promise.all(Array.from({ length: 20 }, () => app.inject('/readyz')));
    expect(asked).toBe(1);
  });
});

describe('/metrics', () => {
  const metricsWith = (options: Partial<MetricsOptions> = {}) =>
    serverWith((app) => {
      registerMetrics(app, {
        measures: [
          { name: 'gongkai_audit_entries', help: 'x', read: async () => [{ value: 7 }] },
          { name: 'gongkai_broken', help: 'x', read: async () => Promise.reject(new Error('away')) },
        ],
        ...options,
      });
      app.post('/api/session', async (_, reply) => reply.code(401).send({}));
      app.get('/api/people/:id', async () => ({}));
    });

  test('has requests by route as declared, refused sign-ins and what is measured', async () => {
    const app = await metricsWith();
    await app.inject('/api/people/11010119900307');
    await app.inject({ method: 'POST', url: '/api/session', payload: {} });
    const { body, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toMatch(
      /gongkai_http_request_seconds_count\{method="GET",route="\/api\/people\/:id",status="200"\} 1/,
    );
    expect(body).toContain('gongkai_sign_in_refused_total 1');
    expect(body).toContain('gongkai_audit_entries 7');
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toContain('11010119900307');
  });

  test.each([
    ['from another machine', { remoteAddress: '10.0.0.7' }, 404],
    ['through a proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.9' } }, 404],
    ['with the token', { remoteAddress: '10.0.0.7', headers: { authorization: 'Bearer 0123456789abcdef' } }, 200],
    ['with another token', { remoteAddress: '10.0.0.7', headers: { authorization: 'Bearer 0123456789abcdee' } }, 404],
    ['with nothing for a token', { remoteAddress: '10.0.0.7', headers: { authorization: 'Bearer ' } }, 404],
    ['on this machine', { remoteAddress: '127.0.0.1' }, 200],
    ['on this machine, by IPv6', { remoteAddress: '::1' }, 200],
  ])('%s', async (_, request, status) => {
    const app = await metricsWith({ token: '0123456789abcdef' });
    expect((await app.inject({ url: '/metrics', ...request })).statusCode).toBe(status);
  });

  test('without a token set, no token lets anybody in', async () => {
    const app = await metricsWith();
    const request = { remoteAddress: '10.0.0.7', headers: { authorization: 'Bearer undefined' } };
    expect((await app.inject({ url: '/metrics', ...request })).statusCode).toBe(404);
  });
});

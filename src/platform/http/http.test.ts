import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { createHttpServer, type HttpServerOptions } from './server.ts';

const page = { accept: 'text/html,application/xhtml+xml' };
const servers: FastifyInstance[] = [];
let lines: Record<string, unknown>[] = [];

async function serverWith(
  routes: (app: FastifyInstance) => void = () => {},
  options: Partial<HttpServerOptions> = {},
): Promise<FastifyInstance> {
  lines = [];
  const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) });
  const app = await createHttpServer({ log, trustedProxies: [], requestsPerMinute: 1_000, ...options });
  servers.push(app);
  routes(app);
  return app;
}

afterEach(() => Promise.all(servers.splice(0).map((app) => app.close())));

const failing = (error: Error) => (app: FastifyInstance) => {
  app.get('/api/fail', () => Promise.reject(error));
  app.get('/fail', () => Promise.reject(error));
};

describe('every answer', () => {
  test.each(['/healthz', '/nothing-here', '/fail'])('%s forbids what no page needs', async (url) => {
    const app = await serverWith(failing(new Error('bug')));
    const { headers } = await app.inject({ url, headers: page });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f]{10}$/),
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  test('may be kept by the browser only when its route says so', async () => {
    const app = await serverWith((app) =>
      app.get('/a.css', (_, reply) => reply.header('cache-control', 'public').send('')),
    );
    expect((await app.inject('/a.css')).headers['cache-control']).toBe('public');
  });
});

describe('a failure', () => {
  test('of ours gives a browser a Chinese page with the number to find it by, and no detail', async () => {
    const app = await serverWith(failing(new Error('relation "secret" does not exist')));
    const answer = await app.inject({ url: '/fail', headers: page });
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain('<html lang="zh-CN">');
    expect(answer.body).toContain('系统出现错误');
    expect(answer.body).toContain(`<code>${answer.headers['x-request-id']}</code>`);
    expect(answer.body).not.toContain('secret');
  });

  test('gives a program a problem in JSON', async () => {
    const app = await serverWith(failing(new Error('bug')));
    for (const request of [{ url: '/fail' }, { url: '/api/fail', headers: page }]) {
      const answer = await app.inject(request);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ status: 500, code: 'internal-error', title: '系统出现错误' });
      expect(answer.json().instance).toBe(answer.headers['x-request-id']);
    }
  });

  test('is found in the log by its number', async () => {
    const app = await serverWith(failing(new Error('bug')));
    const { headers } = await app.inject('/fail');
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', request: headers['x-request-id'], err: expect.anything() }),
    );
  });

  test('of the sender is not logged as ours', async () => {
    const app = await serverWith((app) => app.post('/form', async () => 'taken'));
    const answer = await app.inject({
      method: 'POST',
      url: '/form',
      headers: { 'content-type': 'text/csv' },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(415);
    expect(lines.map(({ level }) => level)).toEqual(['info']);
  });

  test.each([
    [400, '请求无法识别'],
    [404, '没有找到这个页面'],
    [413, '提交的内容过大'],
    [418, '请求无法识别'],
    [503, '系统正在停止或重新启动'],
    [502, '系统出现错误'],
  ])('with status %i is explained as %s', async (statusCode, title) => {
    const app = await serverWith(failing(Object.assign(new Error('bug'), { statusCode })));
    const answer = await app.inject('/fail');
    expect(answer.json().title).toBe(title);
    expect(answer.statusCode).toBe(answer.json().status);
  });

  test('of the address itself is explained too', async () => {
    const app = await serverWith();
    const answer = await app.inject({ url: '/%zz', headers: page });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('请求无法识别');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('limits', () => {
  test('a body over 256 KB is refused', async () => {
    const app = await serverWith((app) => app.post('/form', async () => 'taken'));
    const send = (bytes: number) => app.inject({ method: 'POST', url: '/form', payload: { text: 'x'.repeat(bytes) } });
    expect((await send(200_000)).statusCode).toBe(200);
    expect((await send(300_000)).json().title).toBe('提交的内容过大');
  });

  test('one address may ask only so often, for pages that are there and not, but for its health always', async () => {
    const app = await serverWith((app) => app.get('/page', async () => 'page'), { requestsPerMinute: 3 });
    const ask = async (url: string, remoteAddress = '10.0.0.7') =>
      (await app.inject({ url, remoteAddress })).statusCode;
    expect([await ask('/page'), await ask('/page'), await ask('/page'), await ask('/page')]).toEqual([
      200, 200, 200, 429,
    ]);
    expect(await ask('/nothing-here')).toBe(429);
    expect(await ask('/healthz')).toBe(200);
    expect(await ask('/page', '10.0.0.8')).toBe(200);
  });

  test('X-Forwarded-For counts only when it comes from a trusted proxy', async () => {
    const addressOf = async (trustedProxies: string[]) => {
      const app = await serverWith((app) => app.get('/ip', async ({ ip }) => ip), { trustedProxies });
      const answer = await app.inject({
        url: '/ip',
        remoteAddress: '10.1.2.3',
        headers: { 'x-forwarded-for': '203.0.113.9' },
      });
      return answer.body;
    };
    expect(await addressOf([])).toBe('10.1.2.3');
    expect(await addressOf(['192.168.0.0/16'])).toBe('10.1.2.3');
    expect(await addressOf(['10.0.0.0/8'])).toBe('203.0.113.9');
  });
});

describe('the request log', () => {
  test('has the route as declared, never what was asked, sent or who asked', async () => {
    const app = await serverWith((app) => app.get('/cases/:name', async () => 'page'));
    await app.inject({ url: '/cases/李四?id=77001', remoteAddress: '10.9.8.7' });
    await app.inject('/wp-admin/李四');
    expect(lines).toMatchObject([
      { msg: 'answered', method: 'GET', route: '/cases/:name', status: 200, ms: expect.any(Number) },
      { msg: 'answered', method: 'GET', route: '(unknown)', status: 404 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/李四|%E6|77001|10\.9|wp-admin/);
  });

  test('leaves out the questions of the supervisor', async () => {
    const app = await serverWith();
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect(lines).toEqual([]);
  });
});

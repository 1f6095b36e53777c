import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declaredRoutes } from '../scripts/support/routes.ts';
import { type SignedIn, signInAs } from '../tests/support/signed-in.ts';
import { useSystem } from '../tests/support/test-system.ts';
import { buildApp } from './app.ts';
import { loadDemo } from './demo/index.ts';
import { mayCall, type Role, roleKeys } from './organisation/index.ts';

/** Somebody of the demonstration for each role, who has no other. */
const holders: Record<Role, string> = {
  'information-officer': 'shiqiao.xinxi',
  'department-head': 'shiqiao.bumen',
  'secrecy-reviewer': 'shiqiao.baomi',
  'office-clerk': 'shiqiao.jingban',
  'office-head': 'shiqiao.fuzeren',
  'deputy-leader': 'shiqiao.fenguan',
  'chief-leader': 'shiqiao.zhuyao',
  'village-officer': 'shiqiao.cun1',
  'county-supervisor': 'xian.zhuguan',
  'system-administrator': 'xitong',
  'security-administrator': 'anquan',
  'audit-administrator': 'shenji',
};

/** What the server answers besides the API: pages for everybody. */
const openToEverybody = [
  'GET /',
  'GET /assets/icon.*.svg',
  'GET /assets/portal.*.css',
  'GET /catalogue',
  // What is public at this moment, and nothing else.
  'GET /files/:id',
  'GET /healthz',
  'GET /items/*',
  // Only from the machine itself, or with the token.
  'GET /metrics',
  'GET /readyz',
  'GET /tools/report',
  'POST /tools/report',
  'POST /tools/report/download',
  'GET /tools/report/rules',
];

/** What the policy lets pass and a rule about the record then refuses, with the word of the refusal. */
const refusedFurtherOn: Readonly<Record<string, string>> = {
  // 三员 have to have a second factor.
  'DELETE /account/totp': '您的岗位必须使用动态验证码',
};

const routes = declaredRoutes();
/** An address of a route, with something for each parameter that exists nowhere. */
const addressOf = (path: string) => `/api${path.replace(/:\w+/g, '01a1f8b6-0000-7000-8000-000000000000')}`;
/** A body that every route refuses, so that nothing is changed by asking. */
const nonsense = { nonsense: true };

describe('who may call what', () => {
  const system = useSystem();
  let app: FastifyInstance;
  const served: string[] = [];
  const people = new Map<Role, SignedIn>();

  beforeAll(async () => {
    const now = system.clock();
    const loaded = await loadDemo(system.database.db, system.ring, now);
    if (!loaded.ok) throw new Error(loaded.problem.message);
    app = await buildApp({
      system,
      jobs: () => {
        throw new Error('no jobs here');
      },
      onRoute: ({ method, url }) => {
        for (const each of [method].flat()) served.push(`${each} ${url}`);
      },
    });
    for (const role of roleKeys) people.set(role, await signInAs(app, holders[role], now));
  });
  afterAll(() => app.close());

  test('no address is served that has not declared who may call it', () => {
    const declared = new Set(routes.map(({ method, path }) => `${method} /api${path}`));
    const others = served.filter((line) => !line.startsWith('HEAD ') && !declared.has(line));
    const named = others.map((line) => line.replace(/\.[0-9a-f]{16}\./, '.*.'));
    expect(named.sort()).toEqual([...openToEverybody].sort());
    expect([...declared].filter((line) => !served.includes(line))).toEqual([]);
  });

  test.each(routes.map(({ method, path, access }) => ({ line: `${method} ${path}`, method, path, access })))(
    'a stranger and $line',
    async ({ method, path, access }) => {
      const answer = await app.inject({
        method,
        url: addressOf(path),
        ...(method === 'GET' ? {} : { payload: nonsense }),
      });
      expect(answer.statusCode === 401, answer.body).toBe(access !== 'anyone');
    },
  );

  test.each(roleKeys)('%s gets in where the table of rights says so, and nowhere else', async (role) => {
    const person = people.get(role);
    const wrong: string[] = [];
    // What ends the session comes last.
    const order = [...routes].sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));
    for (const route of order) {
      if (endsSession(route)) continue;
      const answer = await person?.send(
        route.method,
        addressOf(route.path),
        route.method === 'GET' ? undefined : nonsense,
      );
      const line = `${route.method} ${route.path}`;
      const furtherOn = refusedFurtherOn[line];
      const refusedByGate =
        answer?.statusCode === 403 &&
        answer.json().code === 'forbidden' &&
        !(furtherOn && answer.json().detail.startsWith(furtherOn));
      if (answer?.statusCode === 401) wrong.push(`${line}: signed out`);
      // Nothing anybody asks may break it; what steers the jobs cannot work without any.
      if (answer && answer.statusCode >= 500 && !route.path.startsWith('/jobs')) wrong.push(`${line}: ${answer.body}`);
      if (refusedByGate === mayCall(route, role)) wrong.push(`${line}: ${answer?.body}`);
    }
    expect(wrong).toEqual([]);
  });
});

const endsSession = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'DELETE' && (path === '/session' || path === '/account/sessions');

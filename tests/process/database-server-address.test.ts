import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/kernel/result.ts';
import type { DatabaseServer } from '../../src/platform/db/server/contract.ts';
import { joinEmbeddedServer } from '../../src/platform/db/server/embedded.ts';
import { joinDatabaseServer } from '../../src/platform/db/server/index.ts';
import { freePort } from '../../src/platform/db/server/transport.ts';
import { ask, dataDirectory, makeTestFolder, removeTestFolder, serverPid } from '../support/database-installation.ts';

const folder = makeTestFolder();
let server: DatabaseServer;

beforeAll(async () => {
  // As on Windows: on a port of this machine, with a password.
  const joined = await joinEmbeddedServer(join(folder, 'data'), () => {}, { transport: 'loopback' });
  if (!joined.ok) throw new Error(joined.problem.message);
  server = joined.value;
});
afterAll(async () => {
  await server.leave();
  removeTestFolder(folder);
});

/** The address of the test's server, changed as told. */
function address(change: { user?: string; password?: string; port?: number; database?: string } = {}): string {
  const { user, password, port, database } = { ...server.connection, ...change };
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

const reach = (databaseUrl: string) => joinDatabaseServer({ databaseUrl, dataFolder: join(folder, 'unused') });

async function refusal(joined: Promise<Result<unknown>>): Promise<{ code: string; message: string }> {
  const result = await joined;
  if (result.ok) throw new Error('was not refused');
  return result.problem;
}

describe('the embedded server where there are no Unix sockets', () => {
  test('listens on this machine only and asks for a password that nobody else knows', async () => {
    expect(server.connection.host).toBe('127.0.0.1');
    expect(String(server.connection.password).length).toBeGreaterThanOrEqual(32);
    expect(await ask(server.connection, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(ask({ ...server.connection, password: 'guess' }, 'select 1')).rejects.toThrow('password');
  });

  test('is joined by a second program, takes no port that is taken, and comes back when it was killed', async () => {
    const second = await joinEmbeddedServer(join(folder, 'data'), () => {}, { transport: 'loopback' });
    expect(second.ok && second.value.connection.port).toBe(server.connection.port);
    if (second.ok) await second.value.leave();

    const former = server.connection.port as number;
    expect(await freePort(former)).not.toBe(former);
    process.kill(serverPid(await dataDirectory(server.connection)) as number, 'SIGKILL');
    expect(await server.ensureRunning()).toEqual({ ok: true, value: undefined });
    expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a server named by DATABASE_URL', () => {
  test('is used as it is, and neither started nor stopped', async () => {
    const reached = await reach(address());
    expect(reached).toMatchObject({
      ok: true,
      value: { embedded: false, connection: { connectionString: address() } },
    });
    if (!reached.ok) return;
    expect(await reached.value.ensureRunning()).toEqual({ ok: true, value: undefined });
    await reached.value.leave();
    expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.each<[string, () => string, string, RegExp]>([
    ['that is no address', () => 'mysql://gongkai:Secret-7@db/gongkai', 'database-url-malformed', /postgresql:\/\//],
    [
      'with a sign in the password that has to be coded',
      () => 'postgresql://u:Secret-7/%@db:x/y',
      'database-url-malformed',
      /%40/,
    ],
    ['with a wrong password', () => address({ password: 'Secret-7' }), 'database-login', /用户 gongkai/],
    ['with an unknown user', () => address({ user: 'nobody', password: 'Secret-7' }), 'database-login', /用户 nobody/],
    ['without a password', () => address().replace(/:[^:@]+@/, '@'), 'database-login', /密码/],
    ['with an unknown database', () => address({ database: 'missing' }), 'database-name', /create database missing/],
    [
      'where nothing listens',
      () => address({ port: 1, password: 'Secret-7' }),
      'database-unreachable',
      /127\.0\.0\.1:1 /,
    ],
    ['on an unknown host', () => 'postgresql://u:Secret-7@db.invalid/x', 'database-host-unknown', /db\.invalid/],
    ['that asks for encryption the server has not', () => `${address()}?sslmode=verify-full`, 'database-tls', /加密/],
  ])('%s is refused with a sentence, and without the password', async (_, written, code, sentence) => {
    const url = written();
    const problem = await refusal(reach(url));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(sentence);
    expect(problem.message).not.toContain('Secret-7');
    expect(problem.message).not.toContain(String(server.connection.password));
  });

  test('that answers with something else than PostgreSQL is refused in time', async () => {
    const stranger = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
    await new Promise((resolve) => stranger.once('listening', resolve));
    const { port } = stranger.address() as { port: number };
    expect((await refusal(reach(address({ port })))).code).toBe('database-unreachable');
    stranger.close();
  });

  test('that is older than PostgreSQL 15 is refused with both versions', async () => {
    // A real server that says of itself that it is 14: before the functions of PostgreSQL it asks one of the same name.
    await ask(server.connection, 'create database old');
    const old = { ...server.connection, database: 'old' };
    await ask(
      old,
      `create schema pretence;
       create function pretence.current_setting(name text) returns text language sql as $$
         select case name when 'server_version_num' then '140012' else pg_catalog.current_setting(name) end $$;
       alter database old set search_path = pretence, pg_catalog`,
    );
    const problem = await refusal(reach(address({ database: 'old' })));
    expect(problem.code).toBe('database-too-old');
    expect(problem.message).toMatch(/PostgreSQL 14.*15/);
  });

  test('that cannot keep every Chinese character is refused', async () => {
    await ask(
      server.connection,
      `create database latin encoding 'LATIN1' lc_ctype 'C' lc_collate 'C' locale_provider libc template template0`,
    );
    expect((await refusal(reach(address({ database: 'latin' })))).code).toBe('database-encoding');
  });
});

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { provideAccount } from '../../src/platform/db/server/account.ts';
import { makePublicFolder } from '../../src/platform/db/server/place.ts';
import {
  ask,
  dataDirectory,
  endMembers,
  isAlive,
  isRoot,
  makeInstallation,
  makeTestFolder,
  nobody,
  removeTestFolder,
  serverPid,
  startMember,
  untilFound,
  userOf,
} from '../support/database-installation.ts';

const folder = makeTestFolder();
let installed: string;

beforeAll(async () => {
  installed = await makeInstallation(join(folder, 'program'));
});
afterEach(endMembers);
afterAll(() => removeTestFolder(folder));

describe('the embedded database', () => {
  test('is made at the first start and keeps what is written until the next', async () => {
    const data = join(folder, 'first');
    const member = await startMember(data);
    expect(member.told).toEqual(['首次启动：正在建立数据库，请稍候。']);
    await ask(member.connection, `create table town as select '石桥镇'::text as name`);
    const cluster = await dataDirectory(member.connection);
    const pid = serverPid(cluster) as number;
    await member.leave();
    expect(isAlive(pid)).toBe(false);

    const again = await startMember(data);
    expect(again.told).toEqual([]);
    expect(await ask(again.connection, 'select name from town')).toEqual([{ name: '石桥镇' }]);
  });

  test('takes every Chinese character, counts in UTC, loses nothing at a power cut, and listens on no port', async () => {
    const member = await startMember(join(folder, 'first'));
    const names = ['server_encoding', 'timezone', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];
    const settings = await ask<{ value: string }>(
      member.connection,
      `select current_setting(name) as value from unnest(array['${names.join("','")}','listen_addresses']) as name`,
    );
    expect(settings.map(({ value }) => value)).toEqual(['UTF8', 'UTC', 'on', 'on', 'on', 'on', '']);
    await ask(member.connection, 'create extension if not exists pg_trgm');
    const [similar] = await ask<{ far: number }>(
      member.connection,
      `select similarity('政府信息公开', '信息公开') as far`,
    );
    expect(similar?.far).toBeGreaterThan(0.3);
    expect(await ask(member.connection, `select length('𠮷䶮') as length`)).toEqual([{ length: 2 }]);
  });

  test('is reached through a socket in a folder that only its user and root can enter', async () => {
    const { connection } = await startMember(join(folder, 'first'));
    expect(statSync(connection?.host as string).mode & 0o777).toBe(0o700);
    expect(connection).not.toHaveProperty('password');
  });

  test('writes neither statements nor values into its log, whatever goes wrong', async () => {
    const { connection } = await startMember(join(folder, 'first'));
    const run = (sql: string) => ask(connection, sql).catch((error: Error) => error.message);
    const secret = '110101199003078515';
    await run('create table if not exists person (id text primary key)');
    await run(`insert into person values ('${secret}')`);
    expect(await run(`insert into person values ('${secret}')`)).toContain('duplicate key');
    expect(await run(`select '${secret}x'::int`)).toContain(secret);
    expect(await run(`select '${secret}'; do $$ begin raise warning '${secret}'; end $$; sleep ${secret}`)).toContain(
      'syntax',
    );
    // A session that dies in the middle of a statement ends all others too; the server says so, and which.
    const crashed = run(`select pg_sleep(30), '${secret}'`);
    const [session] = await untilFound(() =>
      ask<{ pid: number }>(connection, `select pid from pg_stat_activity where query like 'select pg_sleep%'`),
    );
    process.kill(session?.pid as number, 'SIGKILL');
    expect(await crashed).toContain('terminated');
    const log = join(folder, 'first/postgres/cluster/log');
    const written = () =>
      readdirSync(log)
        .map((name) => readFileSync(join(log, name), 'utf8'))
        .join('');
    await untilFound(async () => (written().includes('terminated by signal 9') ? [true] : []));
    expect(written()).not.toContain(secret);
    expect(written()).not.toContain('pg_sleep');
  });

  test('finds a place for its socket when the path of the data folder is too long for one', async () => {
    const data = join(folder, '很长的文件夹名'.repeat(8), 'data');
    const member = await startMember(data);
    expect(member.connection?.host).toMatch(/^\/tmp\/gongkai-[0-9a-f]{16}$/);
    expect(await ask(member.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    const socket = member.connection?.host as string;
    await member.leave();

    // Everybody may write in /tmp: a folder that somebody else has put there is not used.
    rmSync(socket, { recursive: true });
    mkdirSync(socket, { mode: 0o777 });
    const refused = await startMember(data);
    expect(refused.problem?.code).toBe('database-socket-folder');
    rmSync(socket, { recursive: true });
  });
});

describe('run as an ordinary user', () => {
  const user = isRoot ? nobody : 0;

  test('the programs are run where they are installed when their links can be made there, else from a copy', async () => {
    const data = makeUserFolder(join(folder, 'of-ordinary-user'), user);
    const readOnly = await startMember(data, { program: installed, user });
    expect(userOf(serverPid(await dataDirectory(readOnly.connection)) as number)).toBe(user || process.getuid?.());
    await readOnly.leave();
    expect(existsSync(join(data, 'postgres/engine'))).toBe(isRoot);

    const own = makeUserFolder(join(folder, 'installed-by-user'), user);
    const program = await makeInstallation(join(own, 'program'));
    execFileSync('chown', ['-R', String(user || process.getuid?.()), join(own, 'program')]);
    const member = await startMember(join(own, 'program/data'), { program, user });
    expect(await ask(member.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(own, 'program/data/postgres/engine'))).toBe(false);
  });
});

describe.runIf(isRoot)('run as root', () => {
  test('the server runs as a user of its own', async () => {
    const { connection } = await startMember(join(folder, 'as-root'));
    const pid = serverPid(await dataDirectory(connection)) as number;
    expect(userOf(pid)).not.toBe(0);
  });

  test('works in a folder that only root can enter: the database goes where its user can, and a note says where', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const program = await makeInstallation(join(closed, 'program'));
    const data = join(closed, 'program/data');
    const member = await startMember(data, { program });
    expect(member.problem).toBeUndefined();
    await ask(member.connection, 'create table kept ()');
    const note = JSON.parse(readFileSync(join(data, 'postgres-location.json'), 'utf8'));
    expect(note.database).toMatch(/^\/var\/lib\/gongkai\/[0-9a-f]{16}$/);
    expect(await dataDirectory(member.connection)).toBe(join(note.database, 'cluster'));
    expect(existsSync(join(data, 'postgres'))).toBe(false);
    await member.leave();

    const again = await startMember(data, { program });
    expect(await ask(again.connection, 'select count(*) from kept')).toEqual([{ count: '0' }]);
    await again.leave();

    // A copy of the data folder has only the note: two programs must not take one database for two.
    const copy = join(closed, 'copy');
    cpSync(data, copy, { recursive: true });
    const copied = await startMember(copy, { program });
    expect(copied.problem?.code).toBe('database-copied');
    expect(copied.problem?.message).toContain(join(copy, 'postgres-location.json'));
    rmSync(copy, { recursive: true });

    const moved = join(closed, 'moved');
    renameSync(data, moved);
    const found = await startMember(moved, { program });
    expect(await ask(found.connection, 'select count(*) from kept')).toEqual([{ count: '0' }]);
    await found.leave();

    renameSync(note.database, `${note.database}.away`);
    expect((await startMember(moved, { program })).problem?.code).toBe('database-gone');
    expect(existsSync(note.database)).toBe(false);
    renameSync(`${note.database}.away`, note.database);
  });

  test('works when everything new is closed to others by default', async () => {
    const closed = join(folder, 'closed-by-default');
    mkdirSync(closed, { mode: 0o700 });
    const member = await startMember(join(closed, 'data'), { umask: 0o077 });
    expect(await ask(member.connection, 'select 1 as one')).toEqual([{ one: 1 }]);

    const usual = process.umask(0o077);
    makePublicFolder(join(folder, 'public'));
    process.umask(usual);
    expect(statSync(join(folder, 'public')).mode & 0o777).toBe(0o755);
  });

  test('uses the database of an ordinary user without taking it away from them', async () => {
    const data = makeUserFolder(join(folder, 'of-user'), nobody);
    const user = await startMember(data, { program: installed, user: nobody });
    await ask(user.connection, 'create table mine ()');
    const root = await startMember(data, { program: installed });
    await user.leave();
    expect(await ask(root.connection, 'select count(*) from mine')).toEqual([{ count: '0' }]);
    await root.leave();

    const rootAlone = await startMember(data, { program: installed });
    expect(userOf(serverPid(await dataDirectory(rootAlone.connection)) as number)).toBe(nobody);
    await rootAlone.leave();
    expect((await startMember(data, { program: installed, user: nobody })).problem).toBeUndefined();
  });

  test('a database of root is not for an ordinary user, who is told so', async () => {
    const data = join(folder, 'first');
    const refused = await startMember(data, { program: installed, user: nobody });
    expect(refused.problem?.code).toBe('database-of-other-user');
    expect(refused.problem?.message).toContain('sudo');
  });

  test('a database that was given to root, or closed in, is not given up for a new one', async () => {
    const outer = join(folder, 'outer');
    mkdirSync(outer);
    const data = join(outer, 'data');
    await (await startMember(data)).leave();
    const { uid, gid } = statSync(join(data, 'postgres'));

    chmodSync(outer, 0o700);
    const closedIn = await startMember(data);
    expect(closedIn.problem?.code).toBe('database-closed-in');
    expect(closedIn.problem?.message).toContain('chmod o+x');
    chmodSync(outer, 0o755);

    execFileSync('chown', ['-R', 'root', join(data, 'postgres')]);
    const given = await startMember(data);
    expect(given.problem?.code).toBe('database-owned-by-root');
    expect(given.problem?.message).toContain(`chown -R gongkai ${join(data, 'postgres')}`);
    execFileSync('chown', ['-R', `${uid}:${gid}`, join(data, 'postgres')]);
    expect((await startMember(data)).problem).toBeUndefined();
  });

  test('finds, makes or borrows a user for the database, and where there is none names DATABASE_URL', async () => {
    const name = `gongkai-test-${process.pid}`;
    const made = await provideAccount(name, []);
    expect(made.ok && made.value.uid).toBeGreaterThan(0);
    expect(await provideAccount(name, [])).toEqual(made);
    execFileSync('userdel', [name]);
    const unfit = 'not a name';
    expect(await provideAccount(unfit, ['nobody'])).toMatchObject({ ok: true, value: { uid: nobody } });
    const refused = await provideAccount(unfit, []);
    expect(!refused.ok && refused.problem.message).toContain('DATABASE_URL');
  });
});

function makeUserFolder(path: string, user: number): string {
  mkdirSync(path);
  if (user !== 0) chownSync(path, user, user);
  return path;
}

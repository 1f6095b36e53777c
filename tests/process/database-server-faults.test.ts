import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { DatabaseServer } from '../../src/platform/db/server/contract.ts';
import { type EmbeddedServerOptions, joinEmbeddedServer } from '../../src/platform/db/server/embedded.ts';
import {
  ask,
  dataDirectory,
  endMembers,
  isAlive,
  isRoot,
  makeTestFolder,
  removeTestFolder,
  serverPid,
  startMember,
  untilFound,
} from '../support/database-installation.ts';

const folder = makeTestFolder();

afterEach(endMembers);
afterAll(() => removeTestFolder(folder));

/** What most of the tests do something to, and leave as good as it was. */
const data = join(folder, 'data');

/** Has a database with a table `kept` in the folder, its server stopped; the value is PostgreSQL's own folder. */
async function provideDatabase(data: string): Promise<string> {
  const member = await startMember(data);
  await ask(member.connection, 'create table if not exists kept ()');
  const cluster = await dataDirectory(member.connection);
  await member.leave();
  return cluster;
}

const kept = (connection: Parameters<typeof ask>[0]) => ask(connection, 'select count(*) from kept');
const none = [{ count: '0' }];

describe('a program that was killed', () => {
  test('leaves the server running; the next one goes on with it and stops it in the end', async () => {
    const cluster = await provideDatabase(data);
    const first = await startMember(data);
    const pid = serverPid(cluster) as number;
    await first.kill('SIGKILL');
    expect(isAlive(pid)).toBe(true);

    const second = await startMember(data);
    expect(serverPid(cluster)).toBe(pid);
    expect(await kept(second.connection)).toEqual(none);
    await second.leave();
    expect(isAlive(pid)).toBe(false);
    expect(serverPid(cluster)).toBeUndefined();
  });

  test('while it was making the database is no obstacle: it is made anew', async () => {
    const data = join(folder, 'half-made');
    const home = join(data, 'postgres');
    const began = startMember(data);
    await untilFound(async () => readdirSync(home).filter((name) => existsSync(join(home, name, 'PG_VERSION'))));
    const half = execFileSync('pgrep', ['-f', `database-member.ts ${data}`], { encoding: 'utf8' })
      .trim()
      .split('\n');
    for (const pid of half) process.kill(Number(pid), 'SIGKILL');
    await began;
    expect(existsSync(join(home, 'cluster'))).toBe(false);
    expect(readdirSync(home).some((name) => name.startsWith('.unfinished-'))).toBe(true);

    const member = await startMember(data);
    await ask(member.connection, 'create table kept ()');
    await member.leave();
    const again = await startMember(data);
    expect(await kept(again.connection)).toEqual(none);
    expect(readdirSync(home).filter((name) => name.startsWith('.unfinished-'))).toEqual([]);
  });
});

describe('a server that was killed', () => {
  test('comes back under the running program, by itself and when asked for, with everything acknowledged', async () => {
    const cluster = await provideDatabase(data);
    const member = await startMember(data);
    for (const row of [1, 2, 3]) {
      await ask(member.connection, `create table acknowledged_${row} ()`);
      const pid = serverPid(cluster) as number;
      process.kill(pid, 'SIGKILL');
      if (row > 1) expect(await member.ensure()).toEqual({ ok: true });
      const found = await untilFound(() =>
        ask(member.connection, `select tablename from pg_tables where tablename like 'acknowledged%'`),
      );
      expect(found).toHaveLength(row);
      expect(serverPid(cluster)).not.toBe(pid);
    }
  });

  test('is still shared when it has come back: who leaves does not stop it for the others', async () => {
    const cluster = await provideDatabase(data);
    const members = [await startMember(data), await startMember(data)] as const;
    process.kill(serverPid(cluster) as number, 'SIGKILL');
    await Promise.all(members.map((member) => member.ensure()));
    const pid = serverPid(cluster) as number;
    await members[0].leave();
    expect(await kept(members[1].connection)).toEqual(none);
    expect(serverPid(cluster)).toBe(pid);
    await members[1].leave();
    expect(isAlive(pid)).toBe(false);
  });

  test('in part has come back by itself when the program leaves at that moment, and is stopped nevertheless', async () => {
    const cluster = await provideDatabase(data);
    for (const pause of [0, 30, 90]) {
      const member = await startMember(data);
      const pid = serverPid(cluster) as number;
      const [session] = await ask<{ pid: number }>(
        member.connection,
        `select pid from pg_stat_activity where application_name = 'gongkai presence'`,
      );
      // The server ends all sessions when one of them dies.
      process.kill(session?.pid as number, 'SIGKILL');
      await sleep(pause);
      await member.leave();
      expect(isAlive(pid)).toBe(false);
    }
  });

  test('together with its program is started again by the next one', async () => {
    const cluster = await provideDatabase(data);
    const member = await startMember(data);
    const pid = serverPid(cluster) as number;
    await member.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const next = await startMember(data);
    expect(await kept(next.connection)).toEqual(none);
  });

  test('whose number another program has by now is started again, and the other program is left alone', async () => {
    const cluster = await provideDatabase(data);
    const neighbour = await startMember(join(folder, 'neighbour'));
    const neighbourPid = serverPid(await dataDirectory(neighbour.connection)) as number;
    const { uid, gid } = statSync(cluster);
    // Of the same user, which PostgreSQL by itself takes for its own server and gives up.
    const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
    for (const pid of [stranger.pid as number, neighbourPid, 4_000_000]) {
      for (const path of [join(cluster, 'postmaster.pid'), join(cluster, '../socket/.s.PGSQL.5432.lock')]) {
        writeFileSync(path, `${pid}\n${cluster}\n1700000000\n5432\n\n\n\n`, { mode: 0o600 });
        chownSync(path, uid, gid);
      }
      const member = await startMember(data);
      expect(member.problem).toBeUndefined();
      expect(await kept(member.connection)).toEqual(none);
      await member.leave();
      expect(serverPid(cluster)).toBeUndefined();
    }
    expect(await ask(neighbour.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(stranger.pid as number)).toBe(true);
    stranger.kill();
  });

  test('while it was starting is started once more', async () => {
    const cluster = await provideDatabase(data);
    const starting = startMember(data);
    const [pid] = await untilFound(async () => [serverPid(cluster)].filter((each) => each !== undefined));
    process.kill(pid as number, 'SIGKILL');
    const member = await starting;
    expect(member.problem).toBeUndefined();
    expect(await untilFound(() => kept(member.connection))).toEqual(none);
    expect(serverPid(cluster)).not.toBe(pid);
  });

  test('or told to stop by the system while others use it ends, and is started again', async () => {
    const cluster = await provideDatabase(data);
    const member = await startMember(data);
    const pid = serverPid(cluster) as number;
    // Waits for its sessions to end, and lets nobody in: as when systemd ends every process of a service at once.
    process.kill(pid, 'SIGTERM');
    await untilFound(async () =>
      [readFileSync(join(cluster, 'postmaster.pid'), 'utf8')].filter((text) => /stopping/.test(text)),
    );
    await joined(data, { farewell: 100 }, async (connection) => {
      expect(await kept(connection)).toEqual(none);
      expect(isAlive(pid)).toBe(false);
      await untilFound(() => kept(member.connection));
    });
  });

  test('or whose socket was deleted is started anew where it can be reached', async () => {
    const cluster = await provideDatabase(data);
    const member = await startMember(data);
    const pid = serverPid(cluster) as number;
    rmSync(member.connection?.host as string, { recursive: true });
    await joined(data, { absence: 100 }, async (connection) => {
      expect(await kept(connection)).toEqual(none);
      expect(isAlive(pid)).toBe(false);
    });
  });

  test('or hangs is left alone, for it may just be busy, and the operator hears of it', async () => {
    const cluster = await provideDatabase(data);
    const member = await startMember(data);
    const pid = serverPid(cluster) as number;
    process.kill(pid, 'SIGSTOP');
    try {
      const refused = await joinEmbeddedServer(data, () => {}, {
        patience: { connection: 300, answer: 100, farewell: 0, absence: 0 },
      });
      expect(!refused.ok && refused.problem.code).toBe('database-silent');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    expect(await kept(member.connection)).toEqual(none);
    expect(serverPid(cluster)).toBe(pid);
  });
});

/** Joins in this process, with less patience than usual, for as long as `act` takes. */
async function joined(
  data: string,
  patience: EmbeddedServerOptions['patience'] & object,
  act: (connection: DatabaseServer['connection']) => Promise<void>,
): Promise<void> {
  const server = await joinEmbeddedServer(data, () => {}, { patience });
  if (!server.ok) throw new Error(server.problem.message);
  try {
    await act(server.value.connection);
  } finally {
    await server.value.leave();
  }
}

describe('a folder that is not what it should be', () => {
  test('a database of another version is left as it is, with what to do', async () => {
    const cluster = await provideDatabase(data);
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    const refused = await startMember(data);
    expect(refused.problem?.code).toBe('database-version');
    expect(refused.problem?.message).toMatch(/PostgreSQL 17 .*PostgreSQL 18.*gongkai backup.*gongkai restore/);
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
    const member = await startMember(data);
    expect(await kept(member.connection)).toEqual(none);
  });

  test('an incomplete database is not replaced by an empty one', async () => {
    const cluster = await provideDatabase(data);
    const version = join(cluster, 'PG_VERSION');
    execFileSync('mv', [version, `${version}.lost`]);
    expect((await startMember(data)).problem?.code).toBe('database-incomplete');
    execFileSync('mv', [`${version}.lost`, version]);
    expect(await kept((await startMember(data)).connection)).toEqual(none);
  });

  test('a broken one is refused with the reason that the server gives', async () => {
    const cluster = await provideDatabase(data);
    const control = join(cluster, 'global/pg_control');
    const content = readFileSync(control);
    writeFileSync(control, content.subarray(0, 100));
    const refused = await startMember(data);
    expect(refused.problem?.code).toBe('database-not-started');
    expect(refused.problem?.message).toMatch(/FATAL|PANIC/);
    writeFileSync(control, content);
    expect(await kept((await startMember(data)).connection)).toEqual(none);
  });

  test('one that others can look into is closed again', async () => {
    const cluster = await provideDatabase(data);
    execFileSync('chmod', ['-R', 'a+rwX', data]);
    expect(await kept((await startMember(data)).connection)).toEqual(none);
    expect(statSync(cluster).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'postgres/socket')).mode & 0o777).toBe(0o700);
  });

  test('a data folder that cannot be one is refused', async () => {
    const data = join(folder, 'file');
    writeFileSync(data, '');
    const refused = await startMember(data);
    expect(refused.problem?.code).toBe('database-folder');
    expect(refused.problem?.message).toContain(data);
  });
});

// Only root may mount the small disk that is filled here; CI runs as root in a container of its own.
describe.runIf(isRoot && mayMount())('a full disk', () => {
  test('is named when the database is to be made, and when it is to be started; with room again all is there', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=150m,mode=0711', 'tmpfs', disk]);
    try {
      const filler = join(disk, 'filler');
      fill(filler);
      for (const room of [0, 10]) {
        makeRoom(filler, room);
        const refused = await startMember(join(disk, 'data'));
        expect(refused.problem?.code, `${room} MB`).toBe('database-disk-full');
        expect(refused.problem?.message).toContain('磁盘空间不足');
      }
      makeRoom(filler, 100);
      const cluster = await provideDatabase(join(disk, 'data'));
      fill(join(disk, 'more'));
      expect((await startMember(join(disk, 'data'))).problem?.code).toBe('database-disk-full');
      expect(serverPid(cluster)).toBeUndefined();
      execFileSync('rm', [join(disk, 'more')]);
      const member = await startMember(join(disk, 'data'));
      expect(await kept(member.connection)).toEqual(none);
      await member.leave();
    } finally {
      await endMembers();
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});

function mayMount(): boolean {
  const place = join(folder, 'trial');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  }
}

/** Writes until nothing more fits. */
function fill(path: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=64k'], { stdio: 'ignore' });
  } catch {
    // That is what it is for.
  }
}

function makeRoom(filler: string, megabytes: number): void {
  truncateSync(filler, statSync(filler).size - megabytes * 1024 * 1024);
}

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import {
  ask,
  dataDirectory,
  endMembers,
  isAlive,
  type Member,
  makeTestFolder,
  removeTestFolder,
  serverPid,
  startMember,
} from '../support/database-installation.ts';

const folder = makeTestFolder();

afterEach(endMembers);
afterAll(() => removeTestFolder(folder));

const startedAt = (member: Member | undefined) =>
  ask(member?.connection, 'select pg_postmaster_start_time()::text as time');

describe('several programs on the same data', () => {
  test('that begin at once, on an empty folder, make one database and start one server', async () => {
    const data = join(folder, 'at-once');
    const members = await Promise.all([1, 2, 3, 4].map(() => startMember(data)));
    expect(members.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined, undefined]);
    expect(members.flatMap(({ told }) => told).filter((sentence) => sentence.startsWith('首次启动'))).toHaveLength(1);
    const times = await Promise.all(members.map(startedAt));
    expect(new Set(times.flat().map((row) => JSON.stringify(row))).size).toBe(1);
  });

  test('keep the server as long as one of them is there; the last one stops it', async () => {
    const data = join(folder, 'at-once');
    const members = await Promise.all([1, 2, 3].map(() => startMember(data)));
    const pid = serverPid(await dataDirectory(members[0]?.connection)) as number;
    await members[0]?.leave();
    await members[1]?.leave();
    expect(await ask(members[2]?.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(pid)).toBe(true);
    await members[2]?.leave();
    expect(isAlive(pid)).toBe(false);
  });

  test('that leave at the same moment leave no server behind', async () => {
    const data = join(folder, 'at-once');
    for (let round = 0; round < 3; round++) {
      const members = await Promise.all([1, 2, 3].map(() => startMember(data)));
      const pid = serverPid(await dataDirectory(members[0]?.connection)) as number;
      await Promise.all(members.map((member) => member.leave()));
      expect(isAlive(pid)).toBe(false);
    }
  });

  test('one coming while the last one is leaving finds or gets a server', async () => {
    const data = join(folder, 'at-once');
    let present = await startMember(data);
    for (let round = 0; round < 8; round++) {
      const coming = startMember(data);
      // The later it leaves, the nearer the other one is to joining.
      await sleep(100 + round * 30);
      await present.leave();
      present = await coming;
      expect(present.problem).toBeUndefined();
      expect(await ask(present.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    }
  });

  test('Ctrl+C reaches the program and not the server, which waits for the program', async () => {
    const member = await startMember(join(folder, 'at-once'));
    const pid = serverPid(await dataDirectory(member.connection)) as number;
    // As a terminal sends it: to the whole group of processes.
    process.kill(-(member.process.pid as number), 'SIGINT');
    await sleep(300);
    expect(isAlive(pid)).toBe(true);
    expect(await ask(member.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await member.leave();
    expect(isAlive(pid)).toBe(false);
  });

  test('a lost lock file or socket folder is no obstacle to the next start', async () => {
    const data = join(folder, 'at-once');
    const before = await startMember(data);
    const socket = before.connection?.host as string;
    await before.leave();
    rmSync(socket, { recursive: true });
    rmSync(join(data, 'postgres/lock'));
    const after = await startMember(data);
    expect(await ask(after.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(data, 'postgres/lock')).size).toBe(0);
  });

  test('an existing database is there well under two seconds', async () => {
    const data = join(folder, 'at-once');
    const begun = performance.now();
    const member = await startMember(data);
    expect(member.problem).toBeUndefined();
    // The start of the program itself counts in; on a free machine it is a quarter of a second.
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});

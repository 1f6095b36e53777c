// A program that uses the database server, for tests: joins, says so on stdout, and does what it reads on stdin.
// Arguments: data folder, and the number of the user to become first (0: stay).
import { createInterface } from 'node:readline';
import { joinDatabaseServer } from '../../src/platform/db/server/index.ts';

const [dataFolder = '', user = '0'] = process.argv.slice(2);
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

// Like a server that finishes what it began before it goes.
process.on('SIGINT', () => {});
if (user !== '0') {
  process.setgroups?.([]);
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
const joined = await joinDatabaseServer({ dataFolder, tell: (told) => say({ told }) });
if (joined.ok) {
  say({ connection: joined.value.connection });
  for await (const line of createInterface(process.stdin)) {
    if (line === 'ensure') say({ ensured: await joined.value.ensureRunning() });
    if (line === 'leave') break;
  }
  await joined.value.leave();
  say({ left: true });
} else {
  say({ problem: joined.problem });
}
// An open pipe keeps a process alive.
process.stdin.destroy();

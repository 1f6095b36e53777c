// What the program and its database take of the memory, at rest and while sixteen people work at once: PSS, which
// counts what processes share only once. Linux only.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { planDemo } from '../src/demo/plan.ts';
import { makeDataFolder, removeDataFolder, startServer } from '../tests/support/built-program.ts';

const people = 16;
const requests = 4_000;

const dataFolder = makeDataFolder();
const server = await startServer({ DATA_DIR: dataFolder, RATE_LIMIT: '1000000', LOG_LEVEL: 'silent' });
try {
  const { address } = server;
  const session = await signIn(address);
  await sleep(3_000);
  const rest = measure();
  const begun = performance.now();
  const peak = { program: 0, database: 0 };
  let left = requests;
  let done = false;
  const watching = (async () => {
    while (!done) {
      const now = measure();
      peak.program = Math.max(peak.program, now.program);
      peak.database = Math.max(peak.database, now.database);
      await sleep(200);
    }
  })();
  await Promise.all(
    Array.from({ length: people }, async () => {
      for (let turn = left--; turn > 0; turn = left--) await work(address, session, turn);
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  done = true;
  await watching;
  await sleep(10_000);
  const after = measure();
  console.log(
    `memory in MB (PSS); ${requests} requests by ${people} at once, ${Math.round(requests / seconds)} a second`,
  );
  console.table({ 'at rest': rest, 'under load, at most': peak, 'ten seconds later': after });
} finally {
  await server.stop();
  removeDataFolder(dataFolder);
}

type Session = Readonly<Record<'cookie' | 'x-csrf-token', string>>;

async function signIn(address: string): Promise<Session> {
  const { password } = planDemo();
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName: 'xian.zhuguan', password }),
  });
  if (!signedIn.ok) throw new Error(await signedIn.text());
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { csrfToken } = (await (await fetch(`${address}/api/session`, { headers: { cookie } })).json()) as {
    csrfToken: string;
  };
  return { cookie, 'x-csrf-token': csrfToken };
}

/** What somebody does: looks at lists, and writes something down now and then. */
async function work(address: string, session: Session, turn: number): Promise<void> {
  const looks = ['/api/today', '/api/people?pageSize=50', '/api/organs/tree', '/api/session'];
  const answer =
    turn % 5 === 0
      ? await fetch(`${address}/api/memos`, {
          method: 'POST',
          headers: { ...session, 'content-type': 'application/json' },
          body: JSON.stringify({ title: `备忘 ${turn}`, text: '内容'.repeat(100) }),
        })
      : await fetch(address + looks[turn % looks.length], { headers: session });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
}

function measure(): { program: number; database: number } {
  const postmaster = Number(readFileSync(join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  const database = [postmaster, ...childrenOf(postmaster)].map(pssOf).reduce((a, b) => a + b, 0);
  return { program: Math.round(pssOf(server.process.pid ?? 0)), database: Math.round(database) };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return new RegExp(`^PPid:\\s+${parent}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      } catch {
        return false;
      }
    });
}

/** In megabytes; 0 for a process that is gone. */
function pssOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';

/** How the server is reached: through a socket in a folder of its own, or on Windows through a port with a password. */
export type Transport = { kind: 'socket'; folder: string } | { kind: 'loopback'; host: '127.0.0.1'; port: number };

/** The number that names the socket; nothing listens on a port of that number. */
const socketPort = 5432;

/** The operating systems take 104 bytes or more; a few are left over. */
const longestPath = 100;

/** Folder for the socket of a database: in its home, or, where that makes too long a path, below /tmp. */
export function socketFolder(home: string): string {
  const folder = join(home, 'socket');
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestPath) return folder;
  return `/tmp/gongkai-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
}

/** What a client has to be given to reach the server. */
export function connectionOf(transport: Transport, name: string, passwordFile: string): ClientConfig {
  const who = { user: name, database: name, ssl: false };
  if (transport.kind === 'socket') return { ...who, host: transport.folder, port: socketPort };
  return { ...who, host: transport.host, port: transport.port, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** The wished port of this machine when it is free, otherwise one that is. */
export async function freePort(wished: number): Promise<number> {
  for (const port of [wished, 0]) {
    const found = await new Promise<number | undefined>((resolve) => {
      const listener = createServer().once('error', () => resolve(undefined));
      listener.listen(port, '127.0.0.1', () => {
        const address = listener.address();
        listener.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
      });
    });
    if (found) return found;
  }
  throw new Error('no free port on 127.0.0.1');
}

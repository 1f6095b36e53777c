import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';

/** How the server is reached: through a socket in a folder of its own, or on Windows through a port with a password. */
export type Transport = { kind: 'socket'; folder: string } | { kind: 'loopback'; host: '127.0.0.1'; port: number };

/** The port that names the socket; nothing listens on it. */
const socketPort = 5432;

/** The operating system takes 104 bytes at least; a few are left over. */
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

import { dispatch } from '../../src/cli/dispatch.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { useDatabase } from './test-database.ts';

/** What a command left behind. */
export interface Ended {
  status: number;
  /** To standard output, a line each. */
  printed: string[];
  /** To standard error, a line each. */
  told: string[];
}

/** Calls a command of the command line within this process; what it asks of the surroundings is in `process.env`. */
export async function runHere(...words: string[]): Promise<Ended> {
  const printed: string[] = [];
  const told: string[] = [];
  const terminal: Terminal = {
    print: async (line) => void printed.push(line),
    send: async () => {},
    tell: (message) => void told.push(message),
    note: (line) => void told.push(line),
    width: 100,
    paint: (text) => text,
  };
  return { status: await dispatch(words, terminal), printed, told };
}

/** The address of a test's database, as an operator writes it into `DATABASE_URL`. */
export function addressOf({ ownerConnection }: ReturnType<typeof useDatabase>): string {
  const { user, password, host = '', port, database } = ownerConnection;
  const address = new URL(`postgresql://localhost/${database}`);
  address.username = String(user ?? '');
  if (typeof password === 'string') address.password = password;
  address.searchParams.set('host', host);
  address.searchParams.set('port', String(port));
  return address.href;
}

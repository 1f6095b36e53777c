import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** What the virus scanner says of a content. */
export type ScanResult =
  | { verdict: 'clean' }
  /** `finding`: the name the scanner gives it, e.g. Eicar-Test-Signature. */
  | { verdict: 'infected'; finding: string }
  /** Nothing can be said: the scanner is away, hangs, or does not take a content of this size. */
  | { verdict: 'unscanned'; reason: 'away' | 'too-large' | 'error' };

/** Says of a content whether it is infected. */
export interface VirusScanner {
  scan(content: Readable): Promise<ScanResult>;
}

export interface ClamdOptions {
  /** Of a Unix socket; else `host` and `port`. */
  path?: string;
  host?: string;
  port?: number;
  /** How long clamd may keep silent, in milliseconds; it says nothing while it scans. */
  patience?: number;
}

/** As much goes into one piece of the protocol. */
const pieceBytes = 64 * 1024;

/**
 * ClamAV's daemon over its socket (clamd(8), command INSTREAM): pieces with their length in four bytes,
 * big-endian, up to one of length zero; the answer is one line. What cannot be scanned is never an error.
 */
export function createClamdScanner(options: ClamdOptions): VirusScanner {
  const { patience = 120_000 } = options;
  return {
    async scan(content) {
      const socket = options.path
        ? connect({ path: options.path })
        : connect({ host: options.host ?? '127.0.0.1', port: options.port ?? 3310 });
      socket.setTimeout(patience, () => socket.destroy(new Error('clamd keeps silent')));
      try {
        const answer = readLine(socket);
        // It may fail before anybody waits for it.
        answer.catch(() => undefined);
        // A scanner that refuses the content answers and closes before everything is sent.
        await Promise.race([send(socket, content), answer]);
        return judge(await answer);
      } catch {
        return { verdict: 'unscanned', reason: 'away' };
      } finally {
        content.destroy();
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, content: Readable): Promise<void> {
  const write = (piece: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      // Called when the piece has gone out, so that no more than one is in memory.
      socket.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  await write(Buffer.from('zINSTREAM\0', 'latin1'));
  for await (const chunk of content as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      await write(Buffer.concat([length, piece]));
    }
  }
  await write(Buffer.alloc(4));
}

/** The answer, which ends with a zero or with the connection. */
function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = '';
    socket.on('data', (piece: Buffer) => {
      line += piece.toString('utf8');
      if (line.length > 10_000) reject(new Error('clamd does not come to an end'));
      else if (line.includes('\0')) resolve(line.slice(0, line.indexOf('\0')));
    });
    socket.on('end', () => (line === '' ? reject(new Error('clamd said nothing')) : resolve(line)));
    socket.on('error', (error) => (line === '' ? reject(error) : resolve(line)));
    socket.on('close', () => reject(new Error('clamd closed the connection')));
  });
}

function judge(line: string): ScanResult {
  const answer = line.trim();
  if (/^stream: OK$/.test(answer)) return { verdict: 'clean' };
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  // A name for people and for the audit, whatever the scanner sends.
  if (finding) return { verdict: 'infected', finding: finding.replace(/[^\x20-\x7e]/g, '').slice(0, 200) || 'unnamed' };
  return { verdict: 'unscanned', reason: /size limit exceeded/i.test(answer) ? 'too-large' : 'error' };
}

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { harmless } from './display.ts';

/** Where a command writes, and what that can show. */
export interface Terminal {
  /** Writes a line to stdout; resolves when there is room for the next one. */
  print(line: string): Promise<void>;
  /** Writes bytes to stdout as they are. */
  send(bytes: Uint8Array): Promise<void>;
  /** Writes a message to stderr, with the name of the program before it. */
  tell(message: string): void;
  /** Writes a line to stderr as it is, for people while stdout carries data. */
  note(line: string): void;
  /** Columns for people, 80 to 120. */
  width: number;
  /** Set in colour or bold where the output is a terminal; else the text as it is. */
  paint(text: string, style: Style): string;
}

export type Style = 'bold' | 'red' | 'yellow' | 'cyan' | 'magenta' | 'green' | 'dim';

const codes: Record<Style, number> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 };

/** The terminal of this process. Colour only on a terminal, and not where `NO_COLOR` is set. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const colour = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const columns = stdout.columns ?? Number(env.COLUMNS ?? 100);
  return {
    print: (line) => write(stdout, `${line}\n`),
    send: (bytes) => write(stdout, bytes),
    tell: (message) => {
      stderr.write(`gongkai: ${harmless(message)}\n`);
    },
    note: (line) => {
      stderr.write(`${line}\n`);
    },
    width: Math.min(120, Math.max(80, Number.isFinite(columns) ? columns : 100)),
    paint: (text, style) => (colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text),
  };
}

async function write(stream: Writable, content: string | Uint8Array): Promise<void> {
  if (!stream.write(content)) await once(stream, 'drain');
}

import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Terminal } from './terminal.ts';

/**
 * What a command ends with. Of several files the worst decides.
 *
 * - `clean`: nothing worse than notices (for `check`: no error and nothing that cannot be judged).
 * - `findings`: a finding of severity error or unknown.
 * - `unread`: a file could not be read, or the command line was wrong.
 */
export const exitStatus = { clean: 0, findings: 1, unread: 2 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The worse of two ends. */
export const worse = (a: ExitStatus, b: ExitStatus): ExitStatus => (a > b ? a : b);

/** An option of a command, with what the help says about it. */
export interface CommandOption extends ParseArgsOptionDescriptor {
  /** What stands for the value in the help; left out for a switch. */
  placeholder?: string;
  words: string;
}

/** One command of the command line. */
export interface Command {
  /** How it is called, without the options: `FILE…`; empty when it takes none. */
  operands: string;
  /** What an operand is called when there are too few or too many; 文件 when left out. */
  operandName?: string;
  /** How many operands it takes. */
  count: { from: number; to?: number };
  options: Readonly<Record<string, CommandOption>>;
  /** Paragraphs for the help, below the options. */
  notes: readonly string[];
  examples: readonly string[];
  run(call: Call): Promise<ExitStatus>;
}

/** The command with its operands and options, as one line. */
export function usageLine(name: string, command: Command): string {
  const options = Object.entries(command.options).map(([option, { placeholder }]) =>
    placeholder ? `[--${option} ${placeholder}]` : `[--${option}]`,
  );
  return ['gongkai', name, ...(command.operands ? [command.operands] : []), ...options].join(' ');
}

/** What a command was called with. */
export interface Call {
  operands: readonly string[];
  options: Options;
  terminal: Terminal;
}

/** The options as given; an option that was not given is undefined. */
export class Options {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  isSet(name: string): boolean {
    return this.#values[name] === true;
  }

  find(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The value of an option the command cannot do without. */
  get(name: string): string {
    const value = this.find(name);
    if (value === undefined || value.trim() === '') throw new UsageError(`缺少选项 --${name}，或它的值是空的`);
    return value;
  }
}

/** A wrong command line; the dispatcher says so with the usage of the command. */
export class UsageError extends Error {}

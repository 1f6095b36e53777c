import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../config/settings.ts';

export type Log = Logger;

/**
 * The structured log: one JSON object a line, on stderr, so that stdout stays for people.
 *
 * What is logged may be read by an operator who may not read the documents, so nothing that a
 * person sent goes in: of an error its class, code and stack are kept, its message (which may
 * quote a document) only from level `debug` down.
 */
export function createLog(level: LogLevel, stream: DestinationStream = destination({ fd: 2, sync: true })): Log {
  const detailed = level === 'debug' || level === 'trace';
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error, detailed) },
    },
    stream,
  );
}

function describeError(error: unknown, detailed: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code ? { code } : {}),
    ...(detailed ? { message: error.message } : {}),
    stack: stack?.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, detailed) }),
  };
}

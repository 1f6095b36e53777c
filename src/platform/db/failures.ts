/** Codes of SQLSTATE (PostgreSQL, appendix A) and of the operating system for a server that is not there. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
]);

/** What pg says without a code when a connection ends under it. */
const awayMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error means that the server is away or the connection broke; the same may succeed later. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (
    (code !== undefined && (awayCodes.has(code) || code.startsWith('08'))) ||
    isMissingSocket(error) ||
    awayMessages.test(error.message)
  );
}

/** The socket of a server on the same machine is a file; any other file that is missing is no matter of the database. */
const isMissingSocket = (error: Error): boolean =>
  codeOf(error) === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';

/** Whether an error means that the disk of the database is full (disk_full), so that nothing can be written. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');

/** Whether a write failed because a row with the same key is there already; the name of the constraint tells which. */
export function violatedUnique(error: unknown): string | undefined {
  if (!(error instanceof Error) || codeOf(error) !== '23505') return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

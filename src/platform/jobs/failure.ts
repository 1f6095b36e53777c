/** What the queue keeps of an error: its class, its code and where it was thrown. */
export interface KeptFailure {
  name: string;
  code?: string;
  /** Function and line, e.g. `at sealDay (src/platform/audit/seal.ts:31:9)`. */
  at?: string;
}

/**
 * An error that says what kind it is and where it comes from but nothing of what it was about: its
 * message may quote a person or a document, and lists of jobs are read by people who may see neither.
 */
export function concealed(error: unknown): Error {
  const { name, code, at } = describe(error);
  const kept = new Error([name, code].filter(Boolean).join(' '));
  kept.name = name;
  delete kept.stack;
  return Object.assign(kept, code ? { code } : {}, at ? { at } : {});
}

function describe(error: unknown): KeptFailure {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' && /^[\w-]{1,40}$/.test(error.code) ? error.code : '';
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line) && !line.includes('node_modules'));
  return { name: error.name, ...(code ? { code } : {}), ...(at ? { at: relative(at.trim()) } : {}) };
}

/** Without the folder the program is installed in. */
const relative = (frame: string): string => frame.replace(/(?:file:\/\/)?[^\s(]*\/((?:src|dist)\/)/, '$1');

/** Reads what the queue kept of an error; what pg-boss writes itself (too slow, no sign of life) counts too. */
export function readFailure(output: unknown): KeptFailure | undefined {
  if (typeof output !== 'object' || output === null) return undefined;
  const { name, code, at, value, message } = output as Record<string, unknown>;
  const { message: inner = value } = (typeof value === 'object' && value !== null ? value : {}) as {
    message?: unknown;
  };
  const written = String(inner ?? message ?? '');
  if (/heartbeat/i.test(written)) return { name: 'no-sign-of-life' };
  if (/timed? ?out|timeout/i.test(written)) return { name: 'too-slow' };
  if (/shut down while active/.test(written)) return { name: 'stopped' };
  if (typeof name !== 'string') return undefined;
  return {
    name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof at === 'string' ? { at } : {}),
  };
}

/** What went wrong, for the 系统管理员, in one sentence with what to do. */
export function describeFailure({ name, code = '' }: KeptFailure): string {
  if (name === 'no-sign-of-life') return '执行过程中程序中断，系统会自动重试。';
  if (name === 'too-slow') return '执行时间过长，已中止。请查看运行日志后重新执行。';
  if (name === 'stopped') return '停止服务时任务尚未完成，启动后会继续执行。';
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code)) return '磁盘空间不足，请清理磁盘后重新执行。';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return '没有读写文件的权限，请检查数据文件夹的权限后重新执行。';
  if (/^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|08|57P)/.test(code))
    return '连接不上所需的服务，请检查网络和该服务后重新执行。';
  return '执行中出现错误，请按任务编号在运行日志中查找原因。';
}

import type { FieldProblem } from '../../kernel/problem.ts';
import { isConnectionLost, isDiskFull } from '../db/failures.ts';

/** What a person is told when a request fails: what happened and what to do next, in Chinese. */
export interface Explanation {
  status: number;
  /** Stable, kebab-case, for programs. */
  code: string;
  title: string;
  message: string;
  /** What is wrong with single fields of what was sent. */
  fields?: readonly FieldProblem[];
}

const explanations = {
  'bad-request': [400, '请求无法识别', '系统不能识别这次请求的内容，请返回上一页重新操作。'],
  'not-found': [404, '没有找到这个页面', '地址可能有误，或者页面已经移走。请从首页重新进入。'],
  'request-timeout': [408, '上传超时', '在规定时间内没有收到完整的内容，请检查网络后重新提交。'],
  'too-large': [413, '提交的内容过大', '文件或文字超过了允许的大小，请减少一次提交的文件，或拆分后再提交。'],
  'address-too-long': [414, '地址过长', '地址超过了允许的长度，请从首页重新进入。'],
  'unsupported-type': [415, '不支持这种提交方式', '请使用页面上的表单提交文件或文字。'],
  'too-many-requests': [429, '访问过于频繁', '短时间内的访问次数过多，请一分钟后再试。'],
  'internal-error': [
    500,
    '系统出现错误',
    '这次操作没有完成，不是您的操作有误。请稍后重试；如仍出现，请把下面的编号告诉系统管理员。',
  ],
  'database-away': [
    503,
    '数据库暂时不可用',
    '系统正在恢复与数据库的连接，这次操作没有保存，请稍候再试；如持续出现，请告知系统管理员。',
  ],
  'disk-full': [507, '磁盘空间不足', '服务器磁盘已满，这次操作没有保存。请告知系统管理员清理磁盘后再试。'],
  unavailable: [503, '系统正在停止或重新启动', '请稍候片刻再试。'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ExplanationCode = keyof typeof explanations;

/** The explanation with this code. */
export function getExplanation(code: ExplanationCode): Explanation {
  const [status, title, message] = explanations[code];
  return { status, code, title, message };
}

const byStatus = new Map<number, ExplanationCode>(
  Object.entries(explanations).map(([code, [status]]) => [status, code as ExplanationCode]),
);

/**
 * The explanation of something thrown while a request was served. Only an error that names a
 * status of its own (Fastify's and its plugins' do) is the sender's; anything else is a bug.
 */
export function explainError(error: unknown): Explanation {
  if (isConnectionLost(error)) return getExplanation('database-away');
  if (isDiskFull(error)) return getExplanation('disk-full');
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const code = byStatus.get(status) ?? (status >= 400 && status < 500 ? 'bad-request' : 'internal-error');
  return getExplanation(code);
}

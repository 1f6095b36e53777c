import type { Problem } from '../../../kernel/problem.ts';
import type { Explanation } from '../explanation.ts';

/** The refusals that HTTP has a word of its own for; every other one is 422: understood and refused. */
const statuses: Readonly<Record<string, readonly [status: number, title: string]>> = {
  invalid: [400, '填写有误'],
  'signed-out': [401, '尚未登录'],
  forbidden: [403, '没有权限'],
  'stale-page': [403, '页面已失效'],
  'sign-in-unfinished': [403, '登录未完成'],
  'not-found': [404, '没有找到'],
  conflict: [409, '情况已有变化'],
  'too-large': [413, '文件过大'],
  'range-not-satisfiable': [416, '没有这一部分'],
  'too-many-requests': [429, '尝试过于频繁'],
  'too-many-uploads': [429, '上传过多'],
  'scanner-away': [503, '暂时不能上传'],
  'storage-away': [503, '附件存储暂时不可用'],
  'storage-slow': [503, '附件存储暂时不可用'],
  'storage-denied': [503, '附件存储暂时不可用'],
  'storage-no-bucket': [503, '附件存储暂时不可用'],
  'storage-refused': [503, '附件存储暂时不可用'],
  'storage-unwritable': [503, '附件存储暂时不可用'],
  'storage-missing': [500, '附件内容丢失'],
  'disk-full': [507, '磁盘空间不足'],
};

/** How a refusal is answered over HTTP. */
export function explainProblem({ code, message, fields }: Problem): Explanation {
  const [status, title] = statuses[code] ?? [422, '不能办理'];
  return { status, code, title, message, ...(fields ? { fields } : {}) };
}

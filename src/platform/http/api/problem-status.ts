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
  'too-many-requests': [429, '尝试过于频繁'],
};

/** How a refusal is answered over HTTP. */
export function explainProblem({ code, message, fields }: Problem): Explanation {
  const [status, title] = statuses[code] ?? [422, '不能办理'];
  return { status, code, title, message, ...(fields ? { fields } : {}) };
}

import type { FieldProblem } from '../../kernel/problem.ts';

/** A request that did not succeed, with what a person should be told. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable, kebab-case. */
  readonly code: string;
  readonly title: string;
  readonly fields: readonly FieldProblem[];
  /** Finds the failure in the log of the server. */
  readonly reference: string | undefined;

  constructor(
    told: { status: number; code: string; title: string; detail: string; fields?: readonly FieldProblem[] },
    reference?: string,
  ) {
    super(told.detail);
    this.name = 'ApiProblem';
    this.status = told.status;
    this.code = told.code;
    this.title = told.title;
    this.fields = told.fields ?? [];
    this.reference = reference;
  }
}

/** The problem of a request that got no answer. */
export const noAnswer = (): ApiProblem =>
  new ApiProblem({
    status: 0,
    code: 'no-answer',
    title: '连不上服务器',
    detail: '请检查网络连接后重试；已填写的内容仍在页面上。如多次重试仍不成功，请联系系统管理员。',
  });

/**
 * Reads the body of a failed answer; one that is not a problem of ours (a proxy's page, a cut-off
 * text) becomes a problem with the words for its status.
 */
export function readProblem(body: unknown, status: number): ApiProblem {
  if (!isRecord(body) || typeof body.title !== 'string' || typeof body.detail !== 'string')
    return strangeAnswer(status);
  // The token of the page is renewed as soon as this is seen.
  const again =
    body.code === 'stale-page' ? { title: '登录状态已更新', detail: '请再点一次；已填写的内容仍在页面上。' } : {};
  const told = {
    status,
    code: typeof body.code === 'string' ? body.code : 'unknown',
    title: body.title,
    detail: body.detail,
    ...again,
    fields: Array.isArray(body.fields) ? body.fields.filter(isFieldProblem) : [],
  };
  return new ApiProblem(told, typeof body.instance === 'string' && status >= 500 ? body.instance : undefined);
}

/** The problem a person is shown for anything that was thrown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    status: 0,
    code: 'bug',
    title: '页面出现错误',
    detail: '这次操作没有完成，不是您的操作有误。请重试一次；如仍出现，请刷新页面或联系系统管理员。',
  });
}

/**
 * Parts the problems of fields into those a form can show at their place, and the rest, which it shows above.
 * The server may name the way to a field from further up than the form does.
 *
 * @example `profile.phone` stands at the field `phone` of a form that has one
 * @param shown paths of the fields the form has
 */
export function placeFields(
  fields: readonly FieldProblem[],
  shown: readonly (readonly (string | number)[])[],
): { placed: { name: (string | number)[]; errors: string[] }[]; rest: string[] } {
  const placed = new Map<string, { name: (string | number)[]; errors: string[] }>();
  const rest: string[] = [];
  for (const { field, message } of fields) {
    const name =
      shown.find((path) => path.join('.') === field) ?? shown.find((path) => field.endsWith(`.${path.join('.')}`));
    const key = name?.join('.') ?? '';
    if (!name) rest.push(message);
    else if (placed.has(key)) placed.get(key)?.errors.push(message);
    else placed.set(key, { name: [...name], errors: [message] });
  }
  return { placed: [...placed.values()], rest };
}

/** Whether there is a value at a path within values, be it undefined. */
export function holdsPath(values: unknown, path: readonly (string | number)[]): boolean {
  const [first, ...further] = path;
  if (first === undefined) return true;
  return isRecord(values) && first in values && holdsPath(values[first], further);
}

function strangeAnswer(status: number): ApiProblem {
  const busy = status === 502 || status === 503 || status === 504;
  return new ApiProblem({
    status,
    code: 'strange-answer',
    title: busy ? '系统正在停止或重新启动' : '系统没有给出可以识别的答复',
    detail: busy
      ? '请稍候片刻再试；已填写的内容仍在页面上。'
      : `服务器返回了状态 ${status}。请重试一次；如仍出现，请联系系统管理员。`,
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';

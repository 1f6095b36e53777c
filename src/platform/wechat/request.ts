import { faultOf, faultOnWay, given, type WechatAnswer } from './faults.ts';

/** Where the interface is and how long it may take. */
export interface WechatEndpoint {
  /** Without a slash at the end, e.g. `https://api.weixin.qq.com`. */
  baseUrl: string;
  /** Milliseconds for one request, body included. */
  timeout?: number;
}

/** What a request carries. */
export type WechatBody = { json: unknown } | { form: FormData };

const standardTimeout = 15_000;

/** Bytes of an answer that are read; a list of twenty published articles without their text is far below. */
const largestAnswer = 4 * 1024 * 1024;

/**
 * Asks the interface for something. The address carries the token, so it never gets into a fault.
 *
 * @returns the object it answered with, its `errcode` 0 or absent
 */
export async function ask(
  { baseUrl, timeout = standardTimeout }: WechatEndpoint,
  path: string,
  query: Readonly<Record<string, string>>,
  body: WechatBody,
): Promise<WechatAnswer<Record<string, unknown>>> {
  const url = `${baseUrl}/cgi-bin/${path}?${new URLSearchParams(query)}`;
  const signal = AbortSignal.timeout(timeout);
  let text: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      signal,
      redirect: 'error',
      ...('json' in body
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body.json) }
        : { body: body.form }),
    });
    text = await readText(response);
    if (!response.ok) return { ok: false, fault: faultOnWay('answer', false) };
  } catch (error) {
    const fault = signal.aborted ? faultOnWay('timeout', false) : faultOnWay('network', neverLeft(error));
    return { ok: false, fault };
  }
  const answer = readAnswer(text);
  if (!answer) return { ok: false, fault: faultOnWay('answer', false) };
  const { errcode } = answer;
  return typeof errcode === 'number' && errcode !== 0 ? { ok: false, fault: faultOf(errcode) } : given(answer);
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new Error('an answer without end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readAnswer(text: string): Record<string, unknown> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
      ? (answer as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the connection was never made, so that nothing can have been done. */
function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(
    code,
  );
}

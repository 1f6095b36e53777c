import createClient from 'openapi-fetch';
import { noAnswer, readProblem } from './problem.ts';
import type { paths } from './schema.d.ts';

/** What the requests of this page have to carry and whom they tell; set by the session. */
export const link: { csrfToken: string; onSessionLost: () => void } = { csrfToken: '', onSessionLost: () => {} };

/** The API, typed by its OpenAPI file. Give what a call returns to {@link ask}. */
export const api = createClient<paths>();

/** When somebody last used keyboard, mouse or screen here. */
let attendedAt = Date.now();
for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  addEventListener(sign, () => (attendedAt = Date.now()), { passive: true, capture: true });
}

api.use({
  onRequest({ request }) {
    // What a page asks by itself must not keep the session of somebody who has left (等保: 登录超时自动退出).
    if (Date.now() - attendedAt > 60_000) request.headers.set('x-unattended', '1');
    if (request.method !== 'GET') request.headers.set('x-csrf-token', link.csrfToken);
    request.headers.set('accept', 'application/json');
    return request;
  },
});

/**
 * Waits for a call of the API.
 *
 * @returns the body of the answer
 * @throws {ApiProblem} whatever goes wrong
 */
export async function ask<T>(call: Promise<{ data?: T | undefined; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    // Given up by the page itself, which then awaits no answer.
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw noAnswer();
  });
  if (response.ok) return data as T;
  const problem = readProblem(error, response.status);
  if (problem.status === 401 || problem.code === 'stale-page') link.onSessionLost();
  throw problem;
}

import type { FastifyInstance, InjectOptions } from 'fastify';
import { planDemo } from '../../src/demo/plan.ts';
import { currentTotpCode } from '../../src/platform/auth/index.ts';

/** Somebody who is signed in, as a browser would be. */
export interface SignedIn {
  /** Sends a request with the cookie and the token of this session. */
  send(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: object): Promise<Response>;
  csrfToken: string;
  cookie: string;
}

type Response = Awaited<ReturnType<FastifyInstance['inject']>>;

/** Everybody sits at a machine of their own: limits for one address are for tests of their own. */
let machines = 0;

/** Signs in somebody of the demonstration, with the second factor where there is one. */
export async function signInAs(app: FastifyInstance, loginName: string, now: Date): Promise<SignedIn> {
  const { password, secondFactorSecret } = planDemo();
  machines += 1;
  const remoteAddress = `10.0.${machines >> 8}.${machines & 255}`;
  let cookie = '';
  let csrfToken = '';
  const send: SignedIn['send'] = async (method, url, body) => {
    const answer: Response = await app.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, 'x-csrf-token': csrfToken },
      ...(body ? { payload: body } : {}),
    } as InjectOptions);
    const kept = [answer.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '');
    if (kept.length > 0) cookie = kept.join('; ');
    return answer;
  };
  const begun = await send('POST', '/api/session', { loginName, password });
  if (begun.statusCode !== 204) throw new Error(`${loginName} cannot sign in: ${begun.body}`);
  const look = async () => (await send('GET', '/api/session')).json();
  let session = await look();
  csrfToken = session.csrfToken;
  if (session.state === 'second-factor') {
    const code = currentTotpCode(secondFactorSecret, now);
    const given = await send('POST', '/api/session/second-factor', { code });
    if (given.statusCode !== 204) throw new Error(`${loginName} has no second factor: ${given.body}`);
    session = await look();
    csrfToken = session.csrfToken;
  }
  if (session.state !== 'signed-in') throw new Error(`${loginName} has only come to ${session.state}`);
  return {
    send,
    get csrfToken() {
      return csrfToken;
    },
    get cookie() {
      return cookie;
    },
  };
}

/** The password of every account of the demonstration. */
export const demoPassword = 'Demo-2026-yunxi';

/** A session as a browser keeps it: the cookies by their names, and the token every change has to carry. */
export interface KeptSession {
  cookies: Record<string, string>;
  csrfToken: string;
}

interface SessionAnswer {
  state: string;
  csrfToken?: string;
  demo?: { accounts: readonly { loginName: string; code?: string }[] };
}

/**
 * A session for every account of the demonstration that is offered, by login name. Made once for all tests: a sign-in
 * takes its time on purpose, and the code of an administrator counts only once, so that he cannot sign in twice within
 * its half minute.
 *
 * @param address of the server, without a slash at the end
 */
export async function openSessions(address: string): Promise<Record<string, KeptSession>> {
  const { demo } = (await (await fetch(`${address}/api/session`)).json()) as SessionAnswer;
  const names = (demo?.accounts ?? []).map(({ loginName }) => loginName);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await openSession(address, name)])));
}

async function openSession(address: string, loginName: string): Promise<KeptSession> {
  const kept: KeptSession = { cookies: {}, csrfToken: '' };
  const send = async (path: string, body?: object): Promise<Response> => {
    const answer = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...headersOf(kept), ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${loginName} cannot sign in: ${await answer.text()}`);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      kept.cookies[name] = value;
    }
    return answer;
  };
  const look = async (): Promise<SessionAnswer> => {
    const session = (await (await send('/api/session')).json()) as SessionAnswer;
    kept.csrfToken = session.csrfToken ?? '';
    return session;
  };
  await send('/api/session', { loginName, password: demoPassword });
  let session = await look();
  if (session.state === 'second-factor') {
    const { code } = session.demo?.accounts.find((each) => each.loginName === loginName) ?? {};
    await send('/api/session/second-factor', { code });
    session = await look();
  }
  if (session.state !== 'signed-in') throw new Error(`${loginName} has only come to ${session.state}`);
  return kept;
}

/** What a request of this session carries. */
export const headersOf = ({ cookies, csrfToken }: KeptSession): Record<string, string> => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
  'x-csrf-token': csrfToken,
});

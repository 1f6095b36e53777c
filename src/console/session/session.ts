import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, ask, link } from '../api/client.ts';
import type { Session, SignedInPerson } from '../api/shapes.ts';

/** In these the page shows passwords or codes that it can show only once: it must not go on by itself. */
const shownOnce: ReadonlySet<Session['state']> = new Set(['empty', 'must-enrol-totp']);

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const session = await ask(api.GET('/api/session', { signal }));
    link.csrfToken = session.csrfToken ?? '';
    return session;
  },
  staleTime: 60_000,
  // The code that a demonstration shows is good for half a minute.
  refetchInterval: ({ state }) => (state.data?.state === 'second-factor' && state.data.demo ? 20_000 : false),
  // Another window may have signed in anew or out.
  refetchOnWindowFocus: ({ state }) => (state.data && shownOnce.has(state.data.state) ? false : 'always'),
});

/** The session as the server sees it; asked again when the window is looked at after a while. */
export function useSession() {
  const queries = useQueryClient();
  // The session has ended elsewhere or by time, or another one has begun in another window.
  link.onSessionLost = () => void renewSession(queries);
  return useQuery(sessionQuery);
}

/** Asks for the session again, e.g. after signing in. */
export const renewSession = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: sessionQuery.queryKey });

/** A session of a person who may work. */
export interface Work extends Session {
  person: SignedInPerson;
}

const WorkContext = createContext<Work | undefined>(undefined);
export const WorkProvider = WorkContext.Provider;

/** The person who works on this page, and what they may open. */
export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('used outside a signed-in page');
  return work;
}

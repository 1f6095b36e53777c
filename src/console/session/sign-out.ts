import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';

/**
 * Ends the session, or gives up a sign-in that is under way. The page is loaded anew, which leaves nothing of
 * the person in the memory of the browser; who came through 统一身份认证 is signed out there too.
 */
export function useSignOut() {
  const { message } = App.useApp();
  return useMutation({
    mutationFn: () => ask(api.DELETE('/api/session')),
    onSuccess: ({ href }) => window.location.assign(href ?? '/console/'),
    onError: (error) => {
      // Without a session there is nothing left to end.
      if (asProblem(error).status === 401) window.location.assign('/console/');
      else message.error(asProblem(error).message);
    },
  });
}

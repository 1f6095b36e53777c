import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ask } from '../api/client.ts';
import { messages } from './messages.ts';

/** Gives up a sign-in that is under way, for another account. */
export function LeaveButton() {
  const leave = useMutation({
    mutationFn: () => ask(api.DELETE('/api/session')),
    onSettled: () => window.location.assign('/console/'),
  });
  return (
    <Button type="link" loading={leave.isPending} onClick={() => leave.mutate()}>
      {messages.otherPerson}
    </Button>
  );
}

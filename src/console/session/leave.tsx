import { Button } from 'antd';
import { messages } from './messages.ts';
import { useSignOut } from './sign-out.ts';

/** Gives up a sign-in that is under way, for another account. */
export function LeaveButton() {
  const leave = useSignOut();
  return (
    <Button type="link" loading={leave.isPending} onClick={() => leave.mutate()}>
      {messages.otherPerson}
    </Button>
  );
}

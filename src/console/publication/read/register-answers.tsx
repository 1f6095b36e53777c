import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import { useMay } from '../../session/rights.ts';
import { renewItems } from '../queries.ts';
import { sentClearances, type WrittenClearances, writtenClearances } from '../write/clearances.ts';
import { ClearancesPart } from '../write/clearances-part.tsx';
import { messages } from '../write/messages.ts';

/** Enters what others have answered (条例 art. 11) while an item is under review; whom to ask stays as it was reviewed. */
export function RegisterAnswers({ item }: { item: ItemDetail }) {
  const mayDraft = useMay('draft-items');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const { message } = App.useApp();
  if (!mayDraft) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{messages.registerAnswers}</Button>
      {open ? (
        <FormDialog<{ clearances: WrittenClearances }, unknown>
          title={messages.registerAnswers}
          confirm={messages.registerAnswers}
          wide
          initialValues={{ clearances: writtenClearances(item.clearances) }}
          act={({ clearances }) =>
            ask(
              api.POST('/api/publication/items/{id}/clearances', {
                params: { path: { id: item.id } },
                body: {
                  version: item.version,
                  ...sentClearances({ ...clearances, needsApproval: item.clearances.approval !== undefined }),
                },
              }),
            )
          }
          onDone={async () => {
            setOpen(false);
            message.success(messages.answersRegistered);
            await renewItems(queries);
          }}
          onClose={() => setOpen(false)}
        >
          <ClearancesPart answersOnly />
        </FormDialog>
      ) : null}
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api, ask } from '../api/client.ts';
import type { CatalogueLine } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { messages } from './messages.ts';
import { renewCatalogue } from './queries.ts';
import { ResponsibleFields, type ResponsibleValues, responsibleOf } from './responsible-fields.tsx';

interface AssignDialogProps {
  organId: string;
  lines: readonly Pick<CatalogueLine, 'id' | 'version'>[];
  onDone?(): void;
  onClose(): void;
}

/** Names the post that answers for one or several lines. */
export function AssignDialog({ organId, lines, onDone, onClose }: AssignDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const items = lines.map(({ id, version }) => ({ id, version }));
  return (
    <FormDialog<ResponsibleValues, { changed: number }>
      title={messages.assign}
      words={messages.assignWords(lines.length)}
      confirm={messages.assign}
      initialValues={{ responsible: { organId } }}
      act={(values) =>
        ask(
          api.POST('/api/catalogue/items/responsible', {
            body: { organId, items, responsible: responsibleOf(values) ?? null },
          }),
        )
      }
      onDone={({ changed }) => {
        onClose();
        onDone?.();
        message.success(messages.assigned(changed));
        return renewCatalogue(queries);
      }}
      onClose={onClose}
    >
      <ResponsibleFields />
    </FormDialog>
  );
}

import type { ItemReviews, OfferedAct } from '../../api/shapes.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import { ActFields, type ActValues, OpinionField } from './act-fields.tsx';
import { messages } from './messages.ts';
import { sendAct } from './send-act.ts';

interface ActDialogProps {
  reviews: ItemReviews;
  offered: OfferedAct;
  /** What was typed already. */
  opinion?: string;
  version(): number;
  onDone(words: string): unknown;
  onRefused(): unknown;
  onClose(): void;
}

const grave = new Set(['withdraw', 'discard', 'publish-urgently', 'reject-second-look']);

/** One act with what it asks for. */
export function ActDialog({ reviews, offered, opinion = '', version, onDone, onRefused, onClose }: ActDialogProps) {
  const { act, name } = offered;
  // Nearly everything goes back to whoever wrote it.
  const [author] = reviews.returnTo;
  const [step] = reviews.owed;
  return (
    <FormDialog<ActValues, { message: string }>
      title={name}
      words={messages.actWords[act]}
      confirm={name}
      danger={grave.has(act)}
      wide
      initialValues={{ opinion, ...(author ? { to: author.state } : {}), ...(step ? { step } : {}) }}
      act={async (values) => {
        try {
          return await sendAct({ id: reviews.id, version: version(), act }, values);
        } catch (error) {
          onRefused();
          throw error;
        }
      }}
      onDone={({ message }) => onDone(message)}
      onClose={onClose}
    >
      <ActFields act={act} reviews={reviews} />
      <OpinionField offered={offered} state={reviews.state} />
    </FormDialog>
  );
}

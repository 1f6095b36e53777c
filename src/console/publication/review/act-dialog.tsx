import { ApiProblem } from '../../api/problem.ts';
import type { ItemReviews, OfferedAct } from '../../api/shapes.ts';
import { FormDialog } from '../../parts/dialog.tsx';
import { ActFields, type ActValues, OpinionField } from './act-fields.tsx';
import { messages } from './messages.ts';
import { type Published, type SentAct, sendAct } from './send-act.ts';

/** Does something when everything that was typed is saved. @returns undefined where that did not succeed */
export type WhenSaved = <T>(work: () => Promise<T>) => Promise<{ done: T } | undefined>;

interface ActDialogProps {
  reviews: ItemReviews;
  offered: OfferedAct;
  /** What was typed already. */
  opinion?: string;
  version(): number;
  whenSaved?: WhenSaved;
  onDone(words: string, published?: Published): unknown;
  onRefused(): unknown;
  onClose(): void;
}

const atOnce: WhenSaved = async (work) => ({ done: await work() });

const notSaved = () =>
  new ApiProblem({ status: 0, code: 'not-saved', title: messages.notSaved, detail: messages.notSavedWords });

const grave = new Set(['withdraw', 'discard', 'publish-urgently', 'reject-second-look']);

/** One act with what it asks for. */
export function ActDialog(props: ActDialogProps) {
  const { reviews, offered, opinion = '', version, whenSaved = atOnce, onDone, onRefused, onClose } = props;
  const { act, name } = offered;
  // Nearly everything goes back to whoever wrote it.
  const [author] = reviews.returnTo;
  const [step] = reviews.owed;
  return (
    <FormDialog<ActValues, SentAct>
      title={name}
      words={messages.actWords[act]}
      confirm={name}
      danger={grave.has(act)}
      wide
      initialValues={{ opinion, ...(author ? { to: author.state } : {}), ...(step ? { step } : {}) }}
      act={async (values) => {
        try {
          const sent = await whenSaved(() => sendAct({ id: reviews.id, version: version(), act }, values));
          if (!sent) throw notSaved();
          return sent.done;
        } catch (error) {
          onRefused();
          throw error;
        }
      }}
      onDone={({ message, published }) => onDone(message, published)}
      onClose={onClose}
    >
      <ActFields act={act} reviews={reviews} />
      <OpinionField offered={offered} state={reviews.state} />
    </FormDialog>
  );
}

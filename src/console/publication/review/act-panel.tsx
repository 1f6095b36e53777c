import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ItemReviews, OfferedAct } from '../../api/shapes.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { itemReviewsQuery } from '../queries.ts';
import { ActDialog, type WhenSaved } from './act-dialog.tsx';
import { messages } from './messages.ts';
import { OpinionForm } from './opinion-form.tsx';
import { PublishedNote } from './published-note.tsx';
import type { Published } from './send-act.ts';

interface ActPanelProps {
  itemId: string;
  /** Asked before a dialog opens, e.g. whether everything is saved and filled in; tells itself why not. */
  before?(offered: OfferedAct): Promise<boolean>;
  /** Does the act when everything is saved; undefined where that did not succeed. */
  whenSaved?: WhenSaved;
  /** The version that is seen, where it is newer than that of the reviews. */
  version?(): number;
  onActed(words: string): unknown;
}

/** The act that is meant where an item stands, before the others. */
const mainActs = [
  'submit',
  'pass',
  'publish',
  'file',
  'answer-referral',
  'register-answer',
  'second-look',
  'revise',
  'restore',
];

/** The same while somebody waits for a decision in a hurry. */
const hurriedActs = ['publish-urgently', 'decline-urgent', ...mainActs];

/** What can be done about an item by the one who looks, and why the rest cannot. */
export function ActPanel({ itemId, before, whenSaved, version, onActed }: ActPanelProps) {
  const queries = useQueryClient();
  const { data: reviews, error } = useQuery(itemReviewsQuery(itemId));
  const [doing, setDoing] = useState<{ offered: OfferedAct; opinion?: string }>();
  const [published, setPublished] = useState<Published>();
  const [beginning, setBeginning] = useState<OfferedAct['act']>();
  // A line of 今天要办 may name the act it asks for: one click there, and its dialog stands open.
  const [address, setAddress] = useSearchParams();
  const asked = address.get('act');
  const wanted = reviews?.acts.find(({ act, refusal }) => act === asked && refusal === undefined);
  useEffect(() => {
    if (!asked || !reviews) return;
    if (wanted) setDoing({ offered: wanted });
    setAddress({}, { replace: true });
  }, [asked, reviews, wanted, setAddress]);
  if (!reviews) return <ErrorNote error={error} />;

  const begin = async (offered: OfferedAct, opinion?: string) => {
    if (beginning) return;
    setBeginning(offered.act);
    const mayBegin = await Promise.resolve(before?.(offered) ?? true).finally(() => setBeginning(undefined));
    if (!mayBegin) return;
    setDoing({ offered, ...(opinion === undefined ? {} : { opinion }) });
  };
  const done = (words: string, made?: Published) => {
    setDoing(undefined);
    setPublished(made);
    return onActed(words);
  };
  // A refusal often says that something has changed, or that a check has found something.
  const refused = () =>
    Promise.all(['checks', 'reviews'].map((key) => queries.invalidateQueries({ queryKey: ['items', key, itemId] })));
  // What a draft lacks is told beside it while it is written; whether it is enough the server says when it is submitted.
  const acts = reviews.acts.map((offered) =>
    offered.act === 'submit' && offered.hasRight ? withoutRefusal(offered) : offered,
  );
  const possible = acts.filter(({ refusal }) => refusal === undefined);
  const pass = possible.find(({ act }) => act === 'pass');
  // Who is asked for a decision in a hurry finds that first.
  const order = reviews.urgency ? hurriedActs : mainActs;
  const others = possible.filter(({ act }) => act !== 'pass').sort(by(order));
  return (
    <section className="sheet acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{messages.acts}</h2>
      <p className="section-words">{reviews.where}</p>
      {published ? <PublishedNote itemId={itemId} {...published} /> : null}
      {pass ? (
        <OpinionForm reviews={reviews} offered={pass} others={others} begin={begin} onDone={done} onRefused={refused} />
      ) : (
        <div className="form-end">
          {others.map((offered, at) => (
            <Button
              key={offered.act}
              type={at === 0 && order.includes(offered.act) ? 'primary' : 'default'}
              loading={beginning === offered.act}
              onClick={() => void begin(offered)}
            >
              {offered.name}
            </Button>
          ))}
        </div>
      )}
      {possible.length === 0 ? <p className="soft">{messages.nothing}</p> : null}
      <WhyNot acts={acts} />
      {doing ? (
        <ActDialog
          reviews={reviews}
          {...doing}
          version={version ?? (() => reviews.version)}
          {...(whenSaved ? { whenSaved } : {})}
          onDone={done}
          onRefused={refused}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </section>
  );
}

const withoutRefusal = ({ refusal: _, ...offered }: OfferedAct): OfferedAct => offered;

const by =
  (order: readonly string[]) =>
  (one: OfferedAct, other: OfferedAct): number =>
    rank(order, one) - rank(order, other);
const rank = (order: readonly string[], { act }: OfferedAct): number => {
  const at = order.indexOf(act);
  return at === -1 ? order.length : at;
};

/** Acts that are not possible: the one that is one's own here stands open, the others are a click away. */
function WhyNot({ acts }: { acts: ItemReviews['acts'] }) {
  const refused = acts.filter(({ refusal }) => refusal !== undefined);
  const own = refused.filter(({ act, hasRight }) => hasRight && mainActs.includes(act));
  if (refused.length === 0) return null;
  return (
    <>
      {own.map(({ act, name, refusal }) => (
        <p key={act} className="notice notice-warn why-not">
          <strong>{name}</strong>：{refusal}
        </p>
      ))}
      {refused.length > own.length ? (
        <details className="why-not">
          <summary>{messages.whyNot}</summary>
          <ul>
            {refused
              .filter((each) => !own.includes(each))
              .map(({ act, name, refusal }) => (
                <li key={act}>{messages.notPossible(name, refusal ?? '')}</li>
              ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

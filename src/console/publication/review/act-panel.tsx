import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ItemReviews, OfferedAct } from '../../api/shapes.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { itemReviewsQuery } from '../queries.ts';
import { ActDialog } from './act-dialog.tsx';
import { messages } from './messages.ts';
import { OpinionForm } from './opinion-form.tsx';

interface ActPanelProps {
  itemId: string;
  /** Asked before a dialog opens, e.g. whether everything is saved. */
  before?(): Promise<boolean>;
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

/** What can be done about an item by the one who looks, and why the rest cannot. */
export function ActPanel({ itemId, before, version, onActed }: ActPanelProps) {
  const queries = useQueryClient();
  const { data: reviews, error } = useQuery(itemReviewsQuery(itemId));
  const [doing, setDoing] = useState<{ offered: OfferedAct; opinion?: string }>();
  if (!reviews) return <ErrorNote error={error} />;

  const begin = async (offered: OfferedAct, opinion?: string) => {
    if (before && !(await before())) return;
    setDoing({ offered, ...(opinion === undefined ? {} : { opinion }) });
  };
  const done = (words: string) => {
    setDoing(undefined);
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
  const others = possible.filter(({ act }) => act !== 'pass').sort(byMeaning);
  return (
    <section className="sheet acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{messages.acts}</h2>
      <p className="section-words">{reviews.where}</p>
      {pass ? (
        <OpinionForm reviews={reviews} offered={pass} others={others} begin={begin} onDone={done} onRefused={refused} />
      ) : (
        <div className="form-end">
          {others.map((offered, at) => (
            <Button
              key={offered.act}
              type={at === 0 && mainActs.includes(offered.act) ? 'primary' : 'default'}
              onClick={() => void begin(offered)}
            >
              {offered.name}
            </Button>
          ))}
        </div>
      )}
      {possible.length === 0 ? <p className="soft">{messages.nothing}</p> : null}
      <WhyNot acts={acts} owes={reviews.owed.length > 0} />
      {doing ? (
        <ActDialog
          reviews={reviews}
          {...doing}
          version={version ?? (() => reviews.version)}
          onDone={done}
          onRefused={refused}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </section>
  );
}

const withoutRefusal = ({ refusal: _, ...offered }: OfferedAct): OfferedAct => offered;

const byMeaning = (one: OfferedAct, other: OfferedAct): number => rank(one) - rank(other);
const rank = ({ act }: OfferedAct): number => {
  const at = mainActs.indexOf(act);
  return at === -1 ? mainActs.length : at;
};

/** Acts that are not possible: the one that is one's own here stands open, the others are a click away. */
function WhyNot({ acts, owes }: { acts: ItemReviews['acts']; owes: boolean }) {
  const refused = acts.filter(({ refusal }) => refusal !== undefined);
  const can = (wanted: string) => acts.some(({ act, refusal }) => act === wanted && refusal === undefined);
  // Of publishing and filing one is always impossible, and where nothing is owed nobody asks for a second look.
  const isBeside = (act: string) =>
    (act === 'second-look' && !owes) || (act === 'file' && can('publish')) || (act === 'publish' && can('file'));
  const own = refused.filter(({ act, hasRight }) => hasRight && mainActs.includes(act) && !isBeside(act));
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

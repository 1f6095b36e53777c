import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { Link } from 'react-router';
import { isReviewStep, type State } from '../../../publication/domain/states.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import { formatInstant } from '../../parts/moment.ts';
import { Page } from '../../parts/page.tsx';
import { CopyButton } from '../copy-button.tsx';
import { ItemHead } from '../item-head.tsx';
import { messages as itemMessages } from '../messages.ts';
import { itemReviewsQuery, renewItems } from '../queries.ts';
import { ActPanel } from '../review/act-panel.tsx';
import { messages } from '../review/messages.ts';
import { NextWaiting } from '../review/next-waiting.tsx';
import { Referrals, ReviewSteps, Timeline } from '../review/timeline.tsx';
import { Urgency } from '../review/urgency.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ReadText } from './read-text.tsx';
import { SeenChannels } from './seen-channels.tsx';
import { SeenFindings } from './seen-findings.tsx';
import '../write/write.css';

/** An item as it is read and reviewed: what the public will see, what the checks say, what was done, what can be done. */
export function ReadPage({ item }: { item: ItemDetail }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { data: reviews } = useQuery(itemReviewsQuery(item.id));
  const acted = async (words: string) => {
    message.success(words);
    await renewItems(queries);
  };
  return (
    <Page
      title={item.title || itemMessages.untitled}
      words={<ItemHead item={{ ...item, dueOn: item.dueOn }} />}
      back={<Link to="/publication/items">{itemMessages.back}</Link>}
      actions={
        <>
          <CopyButton id={item.id} />
          <a className="button-link" href={`/api/publication/items/${item.id}/review-sheet`} download>
            {itemMessages.sheet}
          </a>
        </>
      }
    >
      {reviews?.publishAt ? <p className="notice">{messages.scheduled(formatInstant(reviews.publishAt))}</p> : null}
      {reviews?.urgency ? <Urgency {...reviews.urgency} /> : null}
      {reviews?.secondLookDueOn ? <p className="notice notice-warn">{messages.owed(reviews.secondLookDueOn)}</p> : null}
      <div className="write">
        <div className="write-main">
          <ReadText item={item} />
          {isUnderReview(item.state) ? <SeenFindings item={item} /> : null}
          {item.liveTextNumber === undefined ? null : <SeenChannels id={item.id} />}
          <ItemFacts item={item} />
        </div>
        <div className="write-aside read-aside">
          <NextWaiting itemId={item.id} />
          <ActPanel itemId={item.id} onActed={acted} />
          {reviews && reviews.steps.length > 0 ? (
            <section className="sheet">
              <h2>{messages.steps}</h2>
              <ReviewSteps steps={reviews.steps} />
            </section>
          ) : null}
          {reviews ? <Referrals referrals={reviews.referrals} /> : null}
          {reviews ? (
            <section className="sheet">
              <h2>{messages.history}</h2>
              <Timeline events={reviews.events} />
            </section>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

/** Whether what the checks find still decides about something. */
const isUnderReview = (state: State): boolean =>
  isReviewStep(state) || ['draft', 'referred', 'approved'].includes(state);

import type { Result } from '../../kernel/result.ts';
import type { Authority } from '../../organisation/domain/authority.ts';
import type { CountyPlace } from '../../organisation/domain/place.ts';
import type { EventDetail, Referee } from './event.ts';
import type { Eyes, Holder } from './eyes.ts';
import type { History } from './history.ts';
import type { Item } from './item.ts';
import { isReviewStep, type ReviewStep, reviewStepKeys, type State } from './states.ts';

/** What somebody wants to do, and what he entered with it. */
export interface Wish {
  /** The opinion, or the reason. */
  opinion: string;
  /** return: to which state. */
  to?: State | undefined;
  /** second-look: which review. */
  step?: ReviewStep | undefined;
  /** pass: on to the 主要领导 although the route does not ask for it. */
  escalate?: boolean | undefined;
  referee?: Referee | undefined;
  answer?: EventDetail['answer'];
  documentNumber?: string | undefined;
  documentDay?: EventDetail['documentDay'];
  publishAt?: Date | undefined;
  /** link-duty: the line of the catalogue that it fulfils. */
  catalogueItemId?: string | undefined;
}

/** All that a decision about an act rests on. */
export interface Situation {
  authority: Authority;
  item: Item;
  history: History;
  places: { organ: CountyPlace; draftingOrgan: CountyPlace };
  /** Whose item it is now. */
  authorName: string;
  /** Everybody who wrote on the text since it was last published, the author among them. */
  writers: readonly string[];
  /** Who has the post for each review at the organ today. */
  holders: Readonly<Record<ReviewStep, readonly Holder[]>>;
  /** Who lends an organ its eyes (县主管部门). */
  seconds: readonly Holder[];
  /** The reviews by the route as it is set today. */
  steps: readonly ReviewStep[];
  /** Whether the organ is the office that answers questions itself. */
  isCountyOffice: boolean;
  /** Whether the text is complete and its findings are settled. Asked only where it counts. */
  textReady: Result<unknown>;
  /** Whether nothing in the text forbids publication whatever the hurry. */
  textPassable: Result<unknown>;
  now: Date;
  wish: Wish;
}

/** The review an act is about: the one the item stands in, or the one that is owed. */
export function stepAtHand({
  item,
  history,
  wish,
}: Pick<Situation, 'item' | 'history' | 'wish'>): ReviewStep | undefined {
  if (isReviewStep(item.state)) return item.state;
  return item.state === 'published' ? (wish.step ?? history.owed[0]) : undefined;
}

/** The leaders who may publish in a hurry: not those who wrote on it themselves. */
export function urgentPublishers({ holders, writers }: Pick<Situation, 'holders' | 'writers'>): Holder[] {
  const leaders = [...holders['deputy-approval'], ...holders['chief-approval']];
  const byId = new Map(leaders.map((leader) => [leader.personId, leader]));
  return [...byId.values()].filter(({ personId }) => !writers.includes(personId));
}

/** What decides whose eyes are other eyes for a review of an item, now or as a second look owed. */
export function eyesFor(
  {
    item,
    history,
    writers,
    holders,
    seconds,
    wish,
  }: Pick<Situation, 'item' | 'history' | 'writers' | 'holders' | 'seconds' | 'wish'>,
  step: ReviewStep,
): Eyes {
  const inReview = isReviewStep(item.state);
  const steps = inReview ? (history.round?.steps ?? []) : history.owed;
  const last = reviewStepKeys.findLast((key) => steps.includes(key));
  return {
    writers: [...new Set([...writers, ...history.submitters])],
    opinions: inReview ? (history.round?.opinions ?? []) : history.debtOpinions,
    isLast: inReview ? last === step && !(wish.escalate && step !== 'chief-approval') : history.owed.length === 1,
    holders: holders[step],
    seconds,
  };
}

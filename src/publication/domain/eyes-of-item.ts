import type { Eyes } from './eyes.ts';
import type { Situation } from './guards.ts';
import { isReviewStep, type ReviewStep, reviewStepKeys } from './states.ts';

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

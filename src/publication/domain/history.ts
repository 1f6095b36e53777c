import type { ItemEvent, Referee } from './event.ts';
import type { Item } from './item.ts';
import {
  isReviewStep,
  type RestingState,
  type ReviewStep,
  restingStates,
  reviewStepKeys,
  type State,
} from './states.ts';
import { beginnings, targetsOf } from './workflow.ts';

/** An opinion that counts: not one that a return has made void. */
export interface GivenOpinion {
  step: ReviewStep;
  personId: string;
  personName: string;
  /** 1, 2, 3 … of the event. */
  position: number;
  sameEyes: boolean;
  secondEyes: boolean;
}

/** One way through the reviews, from a submission until it is published, filed or returned to the draft. */
export interface Round {
  steps: readonly ReviewStep[];
  textNumber: number;
  submittedBy: string | undefined;
  opinions: readonly GivenOpinion[];
  /** Position of the submission. */
  position: number;
}

/** All that a decision needs to know of what was done so far. */
export interface History {
  state: State;
  /** Counts the events. */
  position: number;
  /** The last event that moved it on its way; to ask for urgent publication, and to decline that, does not. */
  last?: ItemEvent;
  /** The round that runs, or the one by which it was published or filed. */
  round?: Round;
  /** While it is referred: from where, by whom, to whom. */
  referral?: { from: ReviewStep | 'draft'; referee: Referee; personId: string | undefined };
  /** The last answer was 不予公开: it holds until another one is asked for. */
  withheldByAnswer: boolean;
  /** Somebody asked for urgent publication, and the leaders have not decided. */
  urgency?: { personId: string | undefined; personName: string; reason: string; at: Date };
  /** Where it rested before the revision that runs; absent when it never rested. */
  rest?: RestingState;
  /** Reviews that an urgent publication skipped and nobody has made up for. */
  owed: readonly ReviewStep[];
  /** Opinions of the urgent publication: those given before, the leader's own, and the second looks. */
  debtOpinions: readonly GivenOpinion[];
  /** Everybody who submitted or published urgently in the running round, for those who may not review it. */
  submitters: readonly string[];
}

const start: Omit<History, 'state'> = {
  position: 0,
  withheldByAnswer: false,
  owed: [],
  debtOpinions: [],
  submitters: [],
};

/**
 * What was done, read from the first event to the last. The same events always give the same.
 *
 * @throws when an event does not follow from those before it by the table: then somebody wrote past the workflow
 */
export function readHistory(events: readonly ItemEvent[]): History {
  let history: History | undefined;
  for (const event of events) {
    const expected = history ? targetsOf(history.state, event.act) : [beginnings[event.act]];
    if (event.fromState !== history?.state || !expected.includes(event.toState)) {
      throw new Error(
        `event ${event.position} (${event.act}) does not lead from ${history?.state ?? 'nothing'} to ${event.toState}`,
      );
    }
    history = follow(history ?? { ...start, state: event.toState }, event);
  }
  if (!history) throw new Error('an item without an event');
  return history;
}

/**
 * Where an item stands by its events.
 *
 * @example begin, submit (steps secrecy-review, office-review), pass // 'office-review'
 */
export const stateOf = (events: readonly ItemEvent[]): State => readHistory(events).state;

/** The act that made an item what it is now; undefined where it was only written on since. */
export function lastDone(events: readonly ItemEvent[], { updatedAt }: Pick<Item, 'updatedAt'>): ItemEvent | undefined {
  const last = events.at(-1);
  return last && last.at.getTime() >= updatedAt.getTime() ? last : undefined;
}

/**
 * The events to show reviews by: of what was public and is withdrawn, those up to its publication and second looks. The
 * withdrawal ends the round, but who gave which opinion stays on the 呈批单 (条例第十七条).
 */
export function reviewedEvents(events: readonly ItemEvent[]): readonly ItemEvent[] {
  if (events.at(-1)?.toState !== 'withdrawn') return events;
  const end = events.findLastIndex(({ fromState, toState }) => fromState === 'published' && toState === 'withdrawn');
  return end === -1 ? events : events.slice(0, end);
}

function follow(before: History, event: ItemEvent): History {
  const { act, toState, detail } = event;
  const isBeside = act === 'request-urgent' || act === 'decline-urgent';
  const after: History = {
    ...before,
    state: toState,
    position: event.position,
    ...(isBeside ? {} : { last: event }),
  };
  const { round } = before;
  switch (act) {
    case 'submit': {
      after.round = {
        steps: detail.steps ?? [],
        textNumber: event.textNumber,
        submittedBy: event.personId,
        opinions: [],
        position: event.position,
      };
      after.submitters = add(before.submitters, event.personId);
      break;
    }
    case 'pass': {
      if (!round || !isReviewStep(before.state)) break;
      const steps = detail.escalate ? withStep(round.steps, 'chief-approval') : round.steps;
      after.round = { ...round, steps, opinions: [...round.opinions, opinionOf(before.state, event)] };
      break;
    }
    case 'take-back':
      delete after.round;
      break;
    case 'return':
      if (!round || toState === 'draft') delete after.round;
      else after.round = { ...round, opinions: opinionsBefore(round.opinions, toState) };
      break;
    case 'refer':
      after.referral = {
        from: isReviewStep(before.state) ? before.state : 'draft',
        referee: detail.referee ?? 'county',
        personId: event.personId,
      };
      break;
    case 'answer-referral':
    case 'register-answer':
      after.withheldByAnswer = detail.answer === 'withhold';
      if (toState === 'draft') delete after.round;
      break;
    case 'request-urgent': {
      const { personId, personName, opinion: reason, at } = event;
      after.urgency = { personId, personName, reason, at };
      break;
    }
    case 'decline-urgent':
      delete after.urgency;
      break;
    case 'publish':
    case 'file':
      // The review of the new text makes up for what an urgent publication before it owed.
      after.owed = [];
      after.debtOpinions = [];
      break;
    case 'publish-urgently': {
      after.owed = detail.owed ?? [];
      const given = round?.opinions ?? [];
      after.debtOpinions = detail.step ? [...given, opinionOf(detail.step, event)] : given;
      break;
    }
    case 'second-look':
      after.owed = before.owed.filter((step) => step !== detail.step);
      if (detail.step) after.debtOpinions = [...before.debtOpinions, opinionOf(detail.step, event)];
      break;
    case 'revise':
    case 'restore':
      delete after.round;
      after.submitters = [];
      break;
  }
  if (before.state === 'referred') delete after.referral;
  if (toState === 'withdrawn') {
    after.owed = [];
    after.debtOpinions = [];
    delete after.round;
  }
  if (isResting(toState)) after.rest = toState;
  if (isResting(toState) || toState === 'discarded') delete after.urgency;
  if (toState === 'discarded') delete after.rest;
  return after;
}

const isResting = (state: State): state is RestingState => (restingStates as readonly State[]).includes(state);

const add = (people: readonly string[], personId: string | undefined): readonly string[] =>
  personId === undefined || people.includes(personId) ? people : [...people, personId];

/** The opinions of the reviews before the one an item was returned to; the others have to be given anew. */
const opinionsBefore = (opinions: readonly GivenOpinion[], state: State): GivenOpinion[] =>
  opinions.filter(({ step }) => isReviewStep(state) && reviewStepKeys.indexOf(step) < reviewStepKeys.indexOf(state));

const withStep = (steps: readonly ReviewStep[], added: ReviewStep): ReviewStep[] =>
  reviewStepKeys.filter((step) => step === added || steps.includes(step));

const opinionOf = (step: ReviewStep, { personId, personName, position, detail }: ItemEvent): GivenOpinion => ({
  step,
  personId: personId ?? '',
  personName,
  position,
  sameEyes: detail.sameEyes === true,
  secondEyes: detail.secondEyes === true,
});

/** The review that follows on one (on the draft when none is given); undefined after the last. */
export function nextStep(steps: readonly ReviewStep[], after?: ReviewStep): ReviewStep | undefined {
  const ordered = reviewStepKeys.filter((step) => steps.includes(step));
  return after === undefined
    ? ordered[0]
    : ordered.find((step) => reviewStepKeys.indexOf(step) > reviewStepKeys.indexOf(after));
}

/** Reviews of a round nobody has passed yet. */
export const missingSteps = ({ steps, opinions }: Round): ReviewStep[] =>
  reviewStepKeys.filter((step) => steps.includes(step) && !opinions.some((opinion) => opinion.step === step));

import type { Act } from '../../organisation/domain/acts.ts';
import type { Condition } from './conditions.ts';
import {
  isReviewStep,
  type ReviewStep,
  restingStates,
  reviewStepKeys,
  reviewSteps,
  type State,
  stateKeys,
  states,
  type WorkflowAct,
  workflowActKeys,
  workflowActs,
} from './states.ts';

/**
 * Where an act leads.
 *
 * - a state: there.
 * - `next-review`: to the next review of the round, after the last one to `approved`.
 * - `chosen`: to the draft or an earlier review of the round, as who acts says.
 * - `asked-from`: back to where the question was asked; to the draft when the answer is 不予公开.
 * - `rest`: back to where a revision began; `discarded` when it never rested anywhere.
 * - `stays`: nowhere.
 */
export type Target = State | 'next-review' | 'chosen' | 'asked-from' | 'rest' | 'stays';

/** One cell of the table: what an act does in a state. */
export interface Transition {
  to: Target;
  /** By which right of the organisation. `review`: that of the review at hand. `system`: nobody does it by hand. */
  by: readonly Act[] | 'review' | 'system';
  /** Whose right counts: at the organ that discloses, or where the author sits. */
  at: 'organ' | 'drafting-organ';
  /** What has to be written: an opinion, a reason, nothing. */
  needs: 'opinion' | 'reason' | 'nothing';
  /** What else has to be so, in the order it is asked. */
  guards: readonly Condition[];
}

const writer = { by: ['draft-items'], at: 'drafting-organ', needs: 'nothing' } as const;
const publisher = { by: ['publish-items'], at: 'organ', needs: 'nothing' } as const;
const reviewer = { by: 'review', at: 'organ' } as const;
const beforePublication = [
  'proactive',
  'ours',
  'before-its-end',
  'reviewed',
  'text-unchanged',
  'cleared',
  'text-ready',
] as const;

/** Takes down what is public: from wherever a revision of it stands. */
const withdraw = { to: 'withdrawn', by: ['withdraw-items'], at: 'organ', needs: 'reason', guards: ['live'] } as const;
/** After the last day of a 公示 the system acts; what is taken down rests, what is de-identified stays where it is. */
const expire = {
  to: 'withdrawn',
  by: 'system',
  at: 'organ',
  needs: 'nothing',
  guards: ['live', 'past-its-day'],
} as const;
const refer = { to: 'referred', needs: 'reason', guards: ['has-referee', 'not-to-oneself'] } as const;
const urgently = {
  to: 'published',
  by: ['publish-urgently'],
  at: 'organ',
  needs: 'reason',
  guards: ['proactive', 'ours', 'answer-kept', 'not-a-writer', 'before-its-end', 'cleared', 'text-passable'],
} as const;

/** Whoever drafts asks; the leaders decide. Everything that would stop them is asked first, so that their answer counts. */
const askForUrgency = {
  to: 'stays',
  by: ['draft-items'],
  at: 'drafting-organ',
  needs: 'reason',
  guards: [
    'urgency-not-asked',
    'proactive',
    'ours',
    'answer-kept',
    'before-its-end',
    'cleared',
    'leader-there',
    'text-passable',
  ],
} as const;
const hurry = {
  'request-urgent': askForUrgency,
  'decline-urgent': {
    to: 'stays',
    by: ['publish-urgently'],
    at: 'organ',
    needs: 'reason',
    guards: ['urgency-asked'],
  },
  'publish-urgently': urgently,
} as const;

const review = {
  pass: { ...reviewer, to: 'next-review', needs: 'opinion', guards: ['other-eyes', 'text-unchanged'] },
  return: { ...reviewer, to: 'chosen', needs: 'reason', guards: ['goes-back'] },
  refer: { ...reviewer, ...refer },
  'take-back': { ...writer, to: 'draft', guards: ['own-submission', 'nobody-acted'] },
  ...hurry,
  withdraw,
  expire,
} as const;

/**
 * How an item gets from the draft to the public (条例 art. 17; 保密法实施条例 art. 42): state × act → where to, by
 * which right, what is written, what has to hold. What is not in the table cannot be done. Server, screens,
 * docs/workflow.md and tests read it.
 */
export const workflow: Readonly<Record<State, Readonly<Partial<Record<WorkflowAct, Transition>>>>> = {
  draft: {
    submit: {
      ...writer,
      to: 'next-review',
      guards: ['ours', 'answer-kept', 'before-its-end', 'text-ready', 'steps-staffed'],
    },
    refer: { ...refer, by: ['draft-items'], at: 'drafting-organ' },
    ...hurry,
    discard: { ...writer, to: 'rest', needs: 'reason', guards: [] },
    withdraw,
    expire,
  },
  'department-check': review,
  'secrecy-review': review,
  'office-review': review,
  'deputy-approval': review,
  'chief-approval': review,
  referred: {
    'answer-referral': {
      to: 'asked-from',
      by: ['answer-referrals'],
      at: 'organ',
      needs: 'opinion',
      guards: ['asked-of-county', 'has-answer', 'not-own-question'],
    },
    'register-answer': {
      to: 'asked-from',
      by: ['review-secrecy', 'review-items'],
      at: 'organ',
      needs: 'opinion',
      guards: ['asked-of-secrecy-office', 'has-answer', 'has-document', 'not-a-writer'],
    },
    withdraw,
    expire,
  },
  approved: {
    publish: { ...publisher, to: 'published', guards: beforePublication },
    schedule: {
      ...publisher,
      to: 'stays',
      guards: [...beforePublication, 'in-future'],
    },
    unschedule: { ...publisher, to: 'stays', guards: ['scheduled'] },
    file: { ...publisher, to: 'filed', guards: ['not-proactive', 'reviewed', 'text-unchanged'] },
    return: { to: 'chosen', by: ['publish-items'], at: 'organ', needs: 'reason', guards: ['goes-back'] },
    ...hurry,
    withdraw,
    expire,
  },
  published: {
    // First published, and the catalogue taken over later: which duty it fulfilled is said afterwards.
    'link-duty': { ...publisher, to: 'stays', guards: ['live', 'has-line', 'another-line'] },
    revise: { ...writer, to: 'draft', guards: [] },
    'second-look': { ...reviewer, to: 'stays', needs: 'opinion', guards: ['owed', 'other-eyes'] },
    'reject-second-look': { ...reviewer, to: 'withdrawn', needs: 'reason', guards: ['owed'] },
    withdraw,
    expire,
  },
  filed: { revise: { ...writer, to: 'draft', guards: [] } },
  withdrawn: { revise: { ...writer, to: 'draft', guards: [] } },
  discarded: { restore: { ...writer, to: 'draft', guards: [] } },
};

/** The acts that begin an item, and the state they begin it in. */
export const beginnings: Readonly<Partial<Record<WorkflowAct, State>>> = { begin: 'draft', import: 'published' };

/**
 * Acts that may be done to several items at once with one opinion: only to decisions of one kind that were
 * entered from one spreadsheet and stand in the same review, where the opinion is truly the same.
 */
export const sharedActs = ['pass', 'publish', 'submit'] as const satisfies readonly WorkflowAct[];
export type SharedAct = (typeof sharedActs)[number];

/** What a state of the table says of an act; undefined when it cannot be done there. */
export const findTransition = (state: State, act: WorkflowAct): Transition | undefined => workflow[state][act];

/** Every act of the table that can be done in a state. */
export const actsIn = (state: State): WorkflowAct[] => workflowActKeys.filter((act) => findTransition(state, act));

/** The states an act can be done in. */
export const statesFor = (act: WorkflowAct): State[] => stateKeys.filter((state) => findTransition(state, act));

/** Every state an act can lead to from a state; empty when it cannot be done there. */
export function targetsOf(state: State, act: WorkflowAct): State[] {
  const transition = findTransition(state, act);
  if (!transition) return [];
  // What is de-identified after its last day stays public and where it is.
  if (act === 'expire') return [...new Set<State>(['withdrawn', state])];
  const at = isReviewStep(state) ? reviewStepKeys.indexOf(state) : -1;
  switch (transition.to) {
    case 'next-review':
      return at < 0 ? reviewStepKeys : [...reviewStepKeys.slice(at + 1), 'approved'];
    case 'chosen':
      return ['draft', ...(at < 0 ? reviewStepKeys : reviewStepKeys.slice(0, at))];
    case 'asked-from':
      return ['draft', ...reviewStepKeys];
    case 'rest':
      return [...restingStates, 'discarded'];
    case 'stays':
      return [state];
    default:
      return [transition.to];
  }
}

/** By which rights of the organisation an act is done in a state; for a second look that of the review that is owed. */
export function rightsFor(state: State, act: WorkflowAct, step?: ReviewStep): readonly Act[] {
  const transition = findTransition(state, act);
  if (!transition || transition.by === 'system') return [];
  if (transition.by !== 'review') return transition.by;
  const at = isReviewStep(state) ? state : step;
  return at ? [reviewSteps[at].by] : [...new Set(reviewStepKeys.map((key) => reviewSteps[key].by))];
}

/**
 * What is wrong with the table; nothing, or a test fails: a state that is never reached or never left, an
 * act without a place, a review that cannot be passed and returned, something public that cannot be taken down.
 */
export function problemsOfWorkflow(table = workflow): string[] {
  const problems: string[] = [];
  const reached = new Set<State>(Object.values(beginnings));
  for (let grown = true; grown; ) {
    const before = reached.size;
    for (const state of [...reached]) {
      for (const act of workflowActKeys) {
        const transition = table[state][act];
        // What leads back reaches nothing that was not reached before.
        const leadsBack = transition && ['chosen', 'asked-from', 'rest'].includes(transition.to);
        const ahead = leadsBack ? (transition.to === 'rest' ? ['discarded' as const] : []) : targetsOf(state, act);
        if (transition) for (const target of ahead) reached.add(target);
      }
    }
    grown = reached.size > before;
  }
  for (const state of stateKeys) {
    if (!reached.has(state)) problems.push(`${states[state]}：从起草无法到达`);
    const leaves = workflowActKeys.some((act) => table[state][act] && targetsOf(state, act).some((to) => to !== state));
    if (!leaves) problems.push(`${states[state]}：无法离开`);
    if (isReviewStep(state) && !(table[state].pass?.needs === 'opinion' && table[state].return?.needs === 'reason'))
      problems.push(`${states[state]}：没有写明意见的同意或写明原因的退回`);
    const mayBeLive = state !== 'filed' && state !== 'withdrawn' && state !== 'discarded';
    if (mayBeLive && !(table[state].withdraw && table[state].expire)) problems.push(`${states[state]}：无法撤回发布`);
  }
  for (const act of workflowActKeys) {
    if (!(act in beginnings) && !stateKeys.some((state) => table[state][act]))
      problems.push(`${workflowActs[act]}：没有可以办理的环节`);
  }
  for (const [act, needed] of Object.entries(neededGuards)) {
    for (const state of stateKeys) {
      const guards = table[state][act as WorkflowAct]?.guards;
      for (const guard of needed) {
        if (guards && !guards.includes(guard)) problems.push(`${states[state]} × ${act}：缺少条件 ${guard}`);
      }
    }
  }
  return problems;
}

/** What no change of the table may take away. */
const neededGuards: Partial<Record<WorkflowAct, readonly Condition[]>> = {
  pass: ['other-eyes', 'text-unchanged'],
  publish: beforePublication,
  schedule: beforePublication,
  file: ['not-proactive', 'reviewed'],
  'publish-urgently': ['proactive', 'ours', 'not-a-writer', 'before-its-end', 'cleared', 'text-passable'],
  'request-urgent': ['proactive', 'ours', 'text-passable'],
  'second-look': ['owed', 'other-eyes'],
};

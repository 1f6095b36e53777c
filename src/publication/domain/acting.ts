import { failure, invalid, type Result, success } from '../../kernel/result.ts';
import { type Act, reachOf, rolesFor } from '../../organisation/domain/acts.ts';
import { type Grant, mayAt } from '../../organisation/domain/policy.ts';
import { nameRoles } from '../../organisation/domain/role.ts';
import { forbiddenIn, getCheck } from './check/index.ts';
import { inputConditions, senseConditions } from './conditions.ts';
import type { EventDetail } from './event.ts';
import { listReviewers, names, needsSecondEyes } from './eyes.ts';
import { checkCondition } from './guards.ts';
import { nextStep } from './history.ts';
import { eyesFor, type Situation, stepAtHand, type Wish } from './situation.ts';
import {
  isReviewStep,
  type ReviewStep,
  reviewStepKeys,
  reviewSteps,
  type State,
  states,
  type WorkflowAct,
  workflowActs,
} from './states.ts';
import { actsIn, findTransition, rightsFor, statesFor, type Transition } from './workflow.ts';

/** An act that may be done: by which post, where it leads, and what is kept with it. */
export interface Decision {
  act: WorkflowAct;
  from: State;
  to: State;
  /** Absent when the system acts. */
  grant?: Grant;
  detail: EventDetail;
}

/** How long an opinion or a reason may be, in characters. */
export const longestOpinion = 1000;

/**
 * Decides whether somebody may do something about an item, and where it leads. The refusal says why, by which
 * article, and who can help. Pure: the same situation always gives the same.
 */
export function decideAct(act: WorkflowAct, situation: Situation): Result<Decision> {
  const from = situation.item.state;
  const transition = findTransition(from, act);
  if (!transition || transition.by === 'system') return refuseHere(act, from);
  const granted = grantFor(act, transition, situation);
  if (!granted.ok) return granted;
  const written = checkOpinion(transition, situation.wish);
  if (!written.ok) return written;
  for (const key of transition.guards) {
    const held = checkCondition(key, situation);
    if (!held.ok) return held as Result<never>;
  }
  const detail = detailOf(act, situation, granted.value);
  const to = destination(transition, situation, detail);
  return success({ act, from, to, grant: granted.value.grant, detail });
}

/**
 * Decides what the system does by itself: publishing at the minute somebody has set, and what follows on the last day of a
 * 公示. Everything has to hold as for a person, but the right: that was asked when it was set.
 */
export function decideBySystem(act: 'publish' | 'expire', situation: Situation): Result<Decision> {
  const from = situation.item.state;
  const transition = findTransition(from, act);
  if (!transition) return refuseHere(act, from);
  for (const key of transition.guards) {
    const held = checkCondition(key, situation);
    if (!held.ok) return held as Result<never>;
  }
  return success({ act, from, to: destination(transition, situation, {}), detail: {} });
}

/** An act in a list of what can be done about an item. */
export interface OfferedAct {
  act: WorkflowAct;
  name: string;
  needs: Transition['needs'];
  /** Absent when it may be done; otherwise the sentence that says why not. */
  refusal?: string;
  /** Whether who asks has the post for it, whatever else is missing. */
  hasRight: boolean;
}

/**
 * Every act that makes sense where an item stands, with whether who asks may and, if not, why not.
 *
 * @param among only these, for a list of many items that each wait for few acts
 */
export function listOfferedActs(situation: Situation, among?: readonly WorkflowAct[]): OfferedAct[] {
  const from = situation.item.state;
  const acts = among ? actsIn(from).filter((act) => among.includes(act)) : actsIn(from);
  return acts.flatMap((act): OfferedAct[] => {
    const transition = findTransition(from, act);
    if (!transition || transition.by === 'system') return [];
    const isPointless = transition.guards.some(
      (key) => senseConditions.includes(key) && !checkCondition(key, situation).ok,
    );
    if (isPointless) return [];
    const granted = grantFor(act, transition, situation);
    const refused = granted.ok
      ? transition.guards
          .filter((key) => !inputConditions.includes(key))
          .map((key) => checkCondition(key, situation))
          .find(({ ok }) => !ok)
      : granted;
    const base = { act, name: workflowActs[act], needs: transition.needs, hasRight: granted.ok };
    return [refused && !refused.ok ? { ...base, refusal: refused.problem.message } : base];
  });
}

/** Who has to do something next: for a review by name, otherwise by post. */
export function describeNext(situation: Situation): { roles: string; people: string; secondEyes: boolean } | undefined {
  const state = situation.item.state;
  const step = stepAtHand(situation);
  if (step) {
    const eyes = eyesFor(situation, step);
    const secondEyes = needsSecondEyes(step, eyes);
    const act: Act = secondEyes ? 'give-second-eyes' : reviewSteps[step].by;
    return { roles: nameRoles(rolesFor(act)), people: names(listReviewers(step, eyes)), secondEyes };
  }
  const act = (
    {
      draft: 'submit',
      approved: 'publish',
      referred: situation.history.referral?.referee === 'county' ? 'answer-referral' : 'register-answer',
    } as const
  )[state as 'draft'];
  return act
    ? {
        roles: nameRoles([...new Set(rightsFor(state, act).flatMap(rolesFor))]),
        // Many posts may draft; what waits is with whoever writes it.
        people: state === 'draft' ? `起草人${situation.authorName}` : '',
        secondEyes: false,
      }
    : undefined;
}

/**
 * Where an item stands and who has to do something: 现在是“公开办复审”，由李四办理。 What was published in a hurry says which
 * reviews it owes, and to whom they fall.
 */
export function describeWhere(situation: Situation): string {
  const { state } = situation.item;
  const { owed } = situation.history;
  if (state === 'published' && owed.length > 0) {
    const debts = owed.map((step) => {
      const next = describeNext({ ...situation, wish: { opinion: '', step } });
      return `${reviewSteps[step].name}（${next?.people || next?.roles}）`;
    });
    return `现在是“${states[state]}”，还欠补审：${debts.join('、')}。`;
  }
  const next = describeNext(situation);
  const who = next ? next.people || next.roles : '';
  return `现在是“${states[state]}”${who ? `，由${who}办理` : ''}。`;
}

interface Granted {
  grant: Grant;
  secondEyes: boolean;
}

function grantFor(act: WorkflowAct, { at }: Transition, situation: Situation): Result<Granted> {
  const { authority, places, item } = situation;
  const place = at === 'organ' ? places.organ : places.draftingOrgan;
  const step = stepAtHand(situation);
  const rights = rightsFor(item.state, act, step);
  const decisions = rights.map((right) => mayAt(authority, right, place));
  const granted = decisions.find(({ ok }) => ok);
  if (granted?.ok) return success({ grant: granted.value, secondEyes: false });
  const isReview = findTransition(item.state, act)?.by === 'review';
  if (isReview && step && needsSecondEyes(step, eyesFor(situation, step))) {
    const second = mayAt(authority, 'give-second-eyes', place);
    if (second.ok) return success({ grant: second.value, secondEyes: true });
  }
  // Whoever offers an act of the drafting organ may also sit in the organ that discloses.
  if (at === 'drafting-organ') {
    const above = rights.map((right) => mayAt(authority, right, places.organ)).find(({ ok }) => ok);
    if (above?.ok) return success({ grant: above.value, secondEyes: false });
  }
  return (decisions[0] ?? refuseHere(act, item.state)) as Result<never>;
}

function checkOpinion({ needs }: Transition, { opinion }: Wish): Result<true> {
  const length = [...opinion.trim()].length;
  if (length > longestOpinion) return invalid([{ field: 'opinion', message: `不能超过 ${longestOpinion} 个字。` }]);
  // Opinions are printed and kept for good, the reason of a withdrawal is read by the public.
  if (forbiddenIn(opinion).includes(getCheck('id-18').name)) {
    return invalid([
      { field: 'opinion', message: '这里不能写完整的身份证号码，请只留前 6 位和后 4 位（《条例》第十五条）。' },
    ]);
  }
  if (needs === 'nothing' || length >= 2) return success(true);
  return invalid([
    {
      field: 'opinion',
      message:
        needs === 'opinion'
          ? '请写明审查意见，例如“经审查，不涉及国家秘密，同意公开”（《条例》第十七条要求审查有程序、有责任）。'
          : '请写明原因，让对方知道要改什么、为什么。',
    },
  ]);
}

function detailOf(act: WorkflowAct, situation: Situation, { grant, secondEyes }: Granted): EventDetail {
  const { wish, steps, history, item } = situation;
  switch (act) {
    case 'submit':
      return { steps };
    case 'pass':
      return { ...marksOf(situation, secondEyes), ...(wish.escalate ? { escalate: true } : {}) };
    case 'second-look':
    case 'reject-second-look': {
      const step = stepAtHand(situation);
      return { ...marksOf(situation, secondEyes), ...(step ? { step } : {}) };
    }
    case 'refer':
      return wish.referee ? { referee: wish.referee } : {};
    case 'answer-referral':
    case 'register-answer':
      return {
        ...(wish.answer ? { answer: wish.answer } : {}),
        ...(wish.documentNumber ? { documentNumber: wish.documentNumber.trim() } : {}),
        ...(wish.documentDay ? { documentDay: wish.documentDay } : {}),
      };
    case 'schedule':
      return wish.publishAt ? { publishAt: wish.publishAt.toISOString() } : {};
    case 'unschedule':
      return item.publishAt ? { publishAt: item.publishAt.toISOString() } : {};
    case 'publish-urgently': {
      const valid = history.round?.textNumber === item.textNumber;
      const due = (history.round?.steps ?? steps).filter(
        (step) => !valid || !history.round?.opinions.some((opinion) => opinion.step === step),
      );
      // The leader's decision stands for his own review.
      const own = due.find((step) => reachOf(reviewSteps[step].by, grant.role) !== undefined);
      return { owed: due.filter((step) => step !== own), ...(own ? { step: own } : {}) };
    }
    default:
      return {};
  }
}

function marksOf(situation: Situation, secondEyes: boolean): EventDetail {
  if (secondEyes) return { secondEyes: true };
  const held = checkCondition('other-eyes', situation);
  return held.ok && (held.value as { sameEyes?: boolean }).sameEyes ? { sameEyes: true } : {};
}

function destination({ to }: Transition, { item, history, wish }: Situation, detail: EventDetail): State {
  const state = item.state;
  switch (to) {
    case 'next-review': {
      const steps: readonly ReviewStep[] = detail.steps ?? history.round?.steps ?? [];
      const all = detail.escalate
        ? reviewStepKeys.filter((key) => key === 'chief-approval' || steps.includes(key))
        : steps;
      return nextStep(all, isReviewStep(state) ? state : undefined) ?? 'approved';
    }
    case 'chosen':
      return wish.to ?? 'draft';
    case 'asked-from':
      return detail.answer === 'withhold' ? 'draft' : (history.referral?.from ?? 'draft');
    case 'rest':
      return history.rest ?? 'discarded';
    case 'stays':
      return state;
    default:
      return to;
  }
}

/** 这份信息现在是“保密审查”，不能办理“取消定时”：只有“待发布”的信息可以。 */
function refuseHere(act: WorkflowAct, from: State): Result<never> {
  const places = statesFor(act).map((state) => `“${states[state]}”`);
  const bySystem = statesFor(act).every((state) => findTransition(state, act)?.by === 'system');
  return failure(
    'not-now',
    bySystem
      ? `“${workflowActs[act]}”由系统自动办理，不能人工办理。`
      : `这份信息现在是“${states[from]}”，不能办理“${workflowActs[act]}”：只有${places.join('、')}的信息可以。请刷新页面查看最新情况。`,
  );
}

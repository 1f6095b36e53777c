import type { Calendar } from '../../calendar/domain/calendar.ts';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { Random } from '../../kernel/random.ts';
import { rolesFor } from '../../organisation/domain/acts.ts';
import type { Role } from '../../organisation/domain/role.ts';
import type { EventDetail, Referee } from '../../publication/domain/event.ts';
import { type ReviewStep, reviewSteps, type State, type WorkflowAct } from '../../publication/domain/states.ts';
import type { PlannedPerson } from '../plan.ts';
import type { PlannedEvent } from './planned-item.ts';
import type { OpinionSeed } from './seeds.ts';
import { momentOf, pickMoments } from './times.ts';
import type { WorldOrgan } from './world.ts';

/** What a journey is made from. */
export interface JourneySetting {
  calendar: Calendar;
  opinions: OpinionSeed;
  random: Random;
  organ: WorldOrgan;
  author: PlannedPerson;
  /** When the first thing is done at the earliest. */
  from: PlainDate;
  /** Working days until the last one. */
  lead: number;
  steps: readonly ReviewStep[];
  /** A review that sends it back once, and why. */
  returned?: { at: ReviewStep; why: string } | undefined;
  /** What comes after the last review. */
  end: 'publish' | 'file' | 'schedule';
  /** Whether it names people. */
  isList: boolean;
  /** Where it stays lying. */
  until?: State | undefined;
}

/** One act before it has a time. */
interface Step {
  act: WorkflowAct;
  to: State;
  person?: PlannedPerson | undefined;
  role?: Role | undefined;
  opinion?: string;
  detail?: EventDetail;
  textNumber: number;
}

/**
 * The way of a record from the draft through its reviews, each with an opinion of somebody who has the post; returned
 * once where that is wanted, and lying where it is wanted to lie.
 */
export function planJourney(setting: JourneySetting): PlannedEvent[] {
  const { calendar, random, from, lead, until } = setting;
  const all = listSteps(setting);
  const stop = until === undefined ? -1 : all.findLastIndex(({ to }) => to === until);
  const steps = stop < 0 ? all : all.slice(0, stop + 1);
  const moments = pickMoments(calendar, random, { from, lead, count: steps.length });
  return withTimes(steps, moments);
}

/** Acts with their times, one leading from where the one before led to. */
function withTimes(steps: readonly Step[], moments: readonly Date[]): PlannedEvent[] {
  return steps.map((step, at) => ({
    position: at + 1,
    act: step.act,
    fromState: steps[at - 1]?.to,
    toState: step.to,
    textNumber: step.textNumber,
    opinion: step.opinion ?? '',
    detail: step.detail ?? {},
    personId: step.person?.loginName,
    personName: step.person?.name ?? '系统',
    role: step.role,
    at: moments[at] as Date,
  }));
}

function listSteps(setting: JourneySetting): Step[] {
  const { author, steps, returned, end, random, organ } = setting;
  const writing = roleOf(author, rolesFor('draft-items'));
  const acts: Step[] = [{ act: 'begin', to: 'draft', person: author, role: writing, textNumber: 1 }];
  const rounds = returned ? [returned, undefined] : [undefined];
  for (const [round, back] of rounds.entries()) {
    const textNumber = round + 1;
    const submit: Step = { act: 'submit', to: steps[0] ?? 'approved', person: author, role: writing, textNumber };
    acts.push({ ...submit, detail: { steps } });
    let before: PlannedPerson | undefined;
    for (const [at, step] of steps.entries()) {
      const reviewer = pickReviewer(organ, step, random);
      if (back?.at === step) {
        acts.push({ act: 'return', to: 'draft', ...reviewer, opinion: back.why, textNumber });
        break;
      }
      const next: State = steps[at + 1] ?? 'approved';
      const sameEyes = reviewer.person === before ? ({ sameEyes: true } as const) : {};
      const opinion = pickOpinion(setting, step);
      acts.push({ act: 'pass', to: next, ...reviewer, opinion, detail: sameEyes, textNumber });
      before = reviewer.person;
    }
  }
  const textNumber = rounds.length;
  const publisher = organ.holders('office-clerk')[0] ?? organ.holders('office-head')[0];
  const role = publisher && roleOf(publisher, rolesFor('publish-items'));
  if (end === 'file') acts.push({ act: 'file', to: 'filed', person: publisher, role, textNumber });
  else if (end === 'publish') acts.push({ act: 'publish', to: 'published', person: publisher, role, textNumber });
  return acts;
}

/** What a reviewer writes; of lists now and then what one says of lists. */
function pickOpinion({ opinions, isList, random }: JourneySetting, step: ReviewStep): string {
  const said = isList && random.chance(0.5) ? opinions.lists[step] : opinions.pass[step];
  return random.pick(said ?? ['同意。']);
}

/** Who does a review at an organ; where several have the post, one of them. */
function pickReviewer(organ: WorldOrgan, step: ReviewStep, random: Random): { person: PlannedPerson; role: Role } {
  const roles = rolesFor(reviewSteps[step].by);
  const holders = roles.flatMap((role) => organ.holders(role));
  if (holders.length === 0) throw new Error(`nobody at ${organ.key} for ${step}`);
  const person = random.pick(holders);
  return { person, role: roleOf(person, roles) };
}

/** The first of some roles somebody has. */
export function roleOf(person: PlannedPerson, roles: readonly Role[]): Role {
  const held = person.roles.find((role) => roles.includes(role));
  if (!held) throw new Error(`${person.loginName} has none of the roles ${roles.join(', ')}`);
  return held;
}

/** Adds something that was done after all the others. */
export function addEvent(
  events: readonly PlannedEvent[],
  added: Pick<PlannedEvent, 'act' | 'toState' | 'at'> & Partial<PlannedEvent> & { person?: PlannedPerson },
): PlannedEvent[] {
  const last = events.at(-1);
  const { person, ...event } = added;
  return [
    ...events,
    {
      opinion: '',
      detail: {},
      textNumber: last?.textNumber ?? 1,
      ...(person ? { personId: person.loginName } : {}),
      personName: person?.name ?? '系统',
      ...event,
      position: events.length + 1,
      fromState: last?.toState,
    },
  ];
}

/** What an urgent publication looks like: the leader writes why, the others look at it afterwards. */
export function planUrgent(setting: JourneySetting, paid: boolean): PlannedEvent[] {
  const { calendar, random, organ, author, from, steps, opinions } = setting;
  const [begun, sent] = pickMoments(calendar, random, { from, lead: 0, count: 2 }) as [Date, Date];
  const leader = pickReviewer(organ, 'deputy-approval', random);
  const owed = steps.filter((step) => step !== 'deputy-approval');
  const writing = roleOf(author, rolesFor('draft-items'));
  let events = addEvent([], { act: 'begin', toState: 'draft', at: begun, person: author, role: writing });
  events = addEvent(events, {
    act: 'publish-urgently',
    toState: 'published',
    at: sent,
    ...leader,
    opinion: random.pick(opinions.urgent),
    detail: { owed, step: 'deputy-approval' },
  });
  if (!paid) return events;
  const moments = pickMoments(calendar, random, { from: addDays(from, 1), lead: 1, count: owed.length });
  for (const [at, step] of owed.entries()) {
    events = addEvent(events, {
      act: 'second-look',
      toState: 'published',
      at: moments[at] as Date,
      ...pickReviewer(organ, step, random),
      opinion: pickOpinion(setting, step),
      detail: { step },
    });
  }
  return events;
}

/**
 * A question that the organ cannot settle itself (条例 art. 17), asked at the secrecy review: still open, or answered
 * and then published.
 */
export function planReferred(
  setting: JourneySetting,
  { referee, answer }: { referee: Referee; answer?: { person: PlannedPerson; opinion: string } },
): PlannedEvent[] {
  const { calendar, random, organ, opinions, from, lead } = setting;
  const reviewer = pickReviewer(organ, 'secrecy-review', random);
  const question = random.pick(opinions.refer);
  const asked = { act: 'refer', toState: 'referred', ...reviewer, opinion: question, detail: { referee } } as const;
  const before = planJourney({ ...setting, lead: Math.min(2, lead), until: 'secrecy-review' });
  const rest = listSteps(setting).slice(before.length);
  const count = answer ? rest.length + 2 : 1;
  const moments = pickMoments(calendar, random, { from: addDays(from, 5), lead, count });
  let events = addEvent(before, { ...asked, at: moments[0] as Date });
  if (!answer) return events;
  events = addEvent(events, {
    act: 'answer-referral',
    toState: 'secrecy-review',
    at: moments[1] as Date,
    person: answer.person,
    role: 'county-supervisor',
    opinion: answer.opinion,
    detail: { answer: 'disclose' },
  });
  for (const [at, { act, to, person, role, opinion = '', detail = {}, textNumber }] of rest.entries()) {
    const next = { act, toState: to, role, opinion, detail, textNumber, at: moments[at + 2] as Date };
    events = addEvent(events, { ...next, ...(person ? { person } : {}) });
  }
  return events;
}

/** 公示期满: the system acts in the first minutes of the day after. */
export const expiryMoment = (lastDay: PlainDate): Date => momentOf(addDays(lastDay, 1), 5);

import { describe, expect, test } from 'vitest';
import { reachOf } from '../../organisation/domain/acts.ts';
import { type Role, roleKeys } from '../../organisation/domain/role.ts';
import { decideAct, describeWhere, listOfferedActs } from './acting.ts';
import type { ItemEvent } from './event.ts';
import { eventsUntil, office, otherTown, person, situation, staff, town, urgentEvents } from './fixtures/situation.ts';
import type { Item } from './item.ts';
import type { Wish } from './situation.ts';
import { type State, stateKeys, states, type WorkflowAct, workflowActKeys } from './states.ts';
import { findTransition, problemsOfWorkflow, rightsFor, targetsOf, workflow } from './workflow.ts';

test('every state is reached and left, every act has its place, what is public can always be taken down', () => {
  expect(problemsOfWorkflow()).toEqual([]);
});

test('a table with a state nobody leaves, or without the other eyes, is found out', () => {
  expect(problemsOfWorkflow({ ...workflow, filed: {} })).toEqual(['已登记（不公开）：无法离开']);
  const { submit: _, ...draft } = workflow.draft;
  expect(problemsOfWorkflow({ ...workflow, draft })).toEqual(
    expect.arrayContaining(['保密审查：从起草无法到达', '待发布：从起草无法到达']),
  );
  const pass = { ...workflow['secrecy-review'].pass, guards: [] } as never;
  expect(problemsOfWorkflow({ ...workflow, 'secrecy-review': { ...workflow['secrecy-review'], pass } })).toContain(
    '保密审查 × pass：缺少条件 other-eyes',
  );
});

/** A situation in which nothing but the post can be wrong. */
function inOrder(state: State, act: WorkflowAct, role: Role, place = town) {
  const own = act === 'take-back' || act === 'submit' ? staff.author.id : undefined;
  const owed = state === 'published' && (act === 'second-look' || act === 'reject-second-look');
  const secrecyOffice = act === 'register-answer';
  const events = owed
    ? urgentEvents()
    : eventsUntil(state, act === 'take-back' && state !== 'draft' && state in stepFirst ? stepFirst[state] : undefined);
  const isAsked = act === 'decline-urgent' && findTransition(state, 'request-urgent') !== undefined;
  const hurried = isAsked ? [...events, askedUrgently(state, events.length)] : events;
  const asked = secrecyOffice
    ? hurried.map((event) =>
        event.act === 'refer' ? { ...event, detail: { referee: 'secrecy-office' as const } } : event,
      )
    : hurried;
  const who = { ...person(own ?? '来人', [role], place) };
  const changes: Partial<Item> = {
    ...(act === 'withdraw' || state === 'published' ? { liveTextNumber: 1 } : {}),
    ...(act === 'file' ? { disclosure: 'on-request' as const } : {}),
    ...(act === 'unschedule' ? { publishAt: new Date('2026-03-03T01:00:00Z') } : {}),
  };
  const wished: Partial<Wish> = {
    to: 'draft',
    referee: 'county',
    answer: 'disclose',
    documentNumber: '云保函〔2026〕3号',
    documentDay: '2026-03-01' as never,
    publishAt: new Date('2026-03-03T01:00:00Z'),
    catalogueItemId: 'line-1',
    ...(owed ? { step: owedBy(role) } : {}),
  };
  return situation(who, asked, { changes, with: wished });
}

/** Whoever wrote it asks for urgent publication. */
const askedUrgently = (state: State, after: number): ItemEvent => ({
  position: after + 1,
  act: 'request-urgent',
  fromState: state,
  toState: state,
  textNumber: 1,
  opinion: '汛情紧急。',
  detail: {},
  personId: staff.author.id,
  personName: staff.author.name,
  at: new Date('2026-03-02T01:00:00Z'),
});

/** A round whose first review is the state, so that nobody has acted since the submission. */
const stepFirst: Partial<
  Record<
    State,
    readonly ('department-check' | 'secrecy-review' | 'office-review' | 'deputy-approval' | 'chief-approval')[]
  >
> = {
  'department-check': ['department-check', 'secrecy-review', 'office-review', 'deputy-approval', 'chief-approval'],
  'secrecy-review': ['secrecy-review', 'office-review', 'deputy-approval', 'chief-approval'],
  'office-review': ['office-review', 'deputy-approval', 'chief-approval'],
  'deputy-approval': ['deputy-approval', 'chief-approval'],
  'chief-approval': ['chief-approval'],
};
const owedBy = (role: Role) =>
  role === 'secrecy-reviewer' ? 'secrecy-review' : role === 'office-head' ? 'office-review' : 'department-check';

/** Whether a role gives the right for an act in a state: read from the two tables, past the code that decides. */
const hasRight = (state: State, act: WorkflowAct, role: Role): boolean => {
  const owed = act === 'second-look' || act === 'reject-second-look';
  return rightsFor(state, act, owed ? owedBy(role) : undefined).some((right) => reachOf(right, role) !== undefined);
};

describe.each(stateKeys)('state × act × role: %s', (state) => {
  test.each(workflowActKeys)('%s', (act) => {
    const transition = findTransition(state, act);
    for (const role of roleKeys) {
      const decided = decideAct(act, inOrder(state, act, role));
      const line = `${state} × ${act} × ${role}`;
      const allowed = transition !== undefined && transition.by !== 'system' && hasRight(state, act, role);
      expect(decided.ok, decided.ok ? line : `${line}: ${decided.problem.message}`).toBe(allowed);
      if (decided.ok) {
        expect(targetsOf(state, act), line).toContain(decided.value.to);
        expect(decided.value.grant?.role, line).toBe(role);
      } else {
        // Why, and who can help: what the state is, or whose matter it is.
        const { message } = decided.problem;
        if (!transition || transition.by === 'system')
          expect(message, line).toMatch(/系统自动办理|只有“.+”的信息可以|不能人工办理/);
        else expect(message, line).toMatch(/^您现有的岗位（.+）不能.+。此事由.+办理，请与其联系。$/);
        if (!transition && !message.includes('系统自动')) expect(message, line).toContain(`“${states[state]}”`);
      }
    }
  });

  test('nobody of another township gets anywhere, whatever his post', () => {
    for (const act of workflowActKeys) {
      for (const role of roleKeys) {
        const decided = decideAct(act, inOrder(state, act, role, otherTown));
        const county = rightsFor(state, act, 'department-check').some((right) => reachOf(right, role) === 'county');
        expect(decided.ok && !county, `${state} × ${act} × ${role}`).toBe(false);
      }
    }
  });

  test('what is offered is what can be done, and what cannot has its sentence', () => {
    for (const role of roleKeys) {
      for (const offered of listOfferedActs(inOrder(state, 'pass', role))) {
        const decided = decideAct(offered.act, inOrder(state, 'pass', role));
        if (offered.refusal !== undefined) expect(decided.ok, `${state} × ${offered.act} × ${role}`).toBe(false);
        expect(findTransition(state, offered.act)).toBeDefined();
        expect(offered.refusal ?? '可以办理').not.toBe('');
      }
    }
  });
});

test('what makes no sense where an item stands is not mentioned, neither as possible nor as impossible', () => {
  const acts = (
    who: Parameters<typeof situation>[0],
    events: Parameters<typeof situation>[1],
    changes: Partial<Item>,
  ) => listOfferedActs(situation(who, events, { changes })).map(({ act }) => act);
  const live = { liveTextNumber: 1 };
  expect(acts(staff.head, eventsUntil('published'), live)).toEqual(['withdraw', 'link-duty', 'revise']);
  expect(acts(staff.head, urgentEvents(), live)).toEqual([
    'second-look',
    'reject-second-look',
    'withdraw',
    'link-duty',
    'revise',
  ]);
  expect(acts(staff.clerk, eventsUntil('approved'), {})).toEqual([
    'return',
    'publish',
    'schedule',
    'request-urgent',
    'publish-urgently',
  ]);
  expect(acts(staff.clerk, eventsUntil('approved'), { disclosure: 'withheld' })).toEqual(['return', 'file']);
  expect(acts(staff.author, eventsUntil('draft'), {})).not.toContain('withdraw');
});

test('whoever looks reads who has it now, and what an urgent publication still owes', () => {
  const where = (events: Parameters<typeof situation>[1]) => describeWhere(situation(staff.clerk, events));
  expect(where(eventsUntil('draft'))).toBe('现在是“起草”，由起草人起草人办理。');
  expect(where(eventsUntil('office-review'))).toBe('现在是“公开办复审”，由公开办负责人办理。');
  expect(where(eventsUntil('published'))).toBe('现在是“已发布”。');
  expect(where(urgentEvents())).toBe(
    '现在是“已发布”，还欠补审：部门负责人检查（部门负责人）、保密审查（保密审查员）、公开办复审（公开办负责人）。',
  );
});

test('the county answers for every organ, the office of the county does not review what others write', () => {
  const supervisor = person('县主管二', ['county-supervisor'], office);
  expect(decideAct('pass', situation(supervisor, eventsUntil('office-review')))).toMatchObject({ ok: false });
  expect(
    decideAct('answer-referral', situation(supervisor, eventsUntil('referred'), { with: { answer: 'disclose' } })),
  ).toMatchObject({ ok: true, value: { to: 'department-check' } });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type Role, roleKeys } from '../../organisation/domain/role.ts';
import { decideAct, listOfferedActs } from './acting.ts';
import type { ItemEvent } from './event.ts';
import { authorityOf, otherTown, type Person, person, situation, staff, town } from './fixtures/situation.ts';
import { readHistory, stateOf } from './history.ts';
import type { Item } from './item.ts';
import { allowedUses, checkRoute, type ReviewRoute, stepsFor } from './review-route.ts';
import { type ReviewStep, reviewStepKeys, stateKeys, type WorkflowAct, workflowActKeys } from './states.ts';

/** Some of the posts of a town held by few people, some elsewhere, and now and then the county. */
const anyPeople = fc
  .array(
    fc.record({ roles: fc.subarray([...roleKeys] as Role[], { minLength: 1, maxLength: 5 }), here: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => list.map(({ roles, here }, at) => person(`某${at}`, roles, here ? town : otherTown)));

const use = (step: ReviewStep) => fc.constantFrom(...allowedUses[step].uses);
const anyRoute: fc.Arbitrary<ReviewRoute> = fc
  .record({
    steps: fc.record(
      Object.fromEntries(reviewStepKeys.map((step) => [step, use(step)])) as Record<ReviewStep, ReturnType<typeof use>>,
    ),
    alwaysImportant: fc.boolean(),
  })
  .filter((route) => checkRoute(route).ok);

const anyMove = fc.record({
  who: fc.nat(6),
  /** Half of the moves are ones that somebody may make, the other half whatever comes to mind. */
  guided: fc.option(fc.nat(999)),
  act: fc.constantFrom(...workflowActKeys, 'write' as const),
  to: fc.constantFrom(...stateKeys),
  step: fc.constantFrom(...reviewStepKeys),
  escalate: fc.boolean(),
  referee: fc.constantFrom('county' as const, 'secrecy-office' as const),
  answer: fc.constantFrom('disclose' as const, 'withhold' as const, 'decide-yourselves' as const),
});

const anyMoves = fc.array(anyMove, { minLength: 10, maxLength: 100 });
/** Acts that lead towards publication. */
const forward: readonly WorkflowAct[] = ['submit', 'pass', 'publish', 'file', 'answer-referral', 'second-look'];

interface Walk {
  events: ItemEvent[];
  textNumber: number;
  writers: string[];
  live: boolean;
}

/** Goes where the table lets people go, and checks every step of it. */
function walk(
  people: readonly Person[],
  route: ReviewRoute,
  disclosure: Item['disclosure'],
  moves: readonly (typeof anyMove extends fc.Arbitrary<infer M> ? M : never)[],
) {
  const steps = stepsFor(route, false);
  const begun: ItemEvent = {
    position: 1,
    act: 'begin',
    toState: 'draft',
    textNumber: 1,
    opinion: '',
    detail: {},
    personId: staff.author.id,
    personName: staff.author.name,
    at: new Date(0),
  };
  const all = [...people, staff.author, staff.county];
  let now: Walk = { events: [begun], textNumber: 1, writers: [staff.author.id], live: false };
  const reached = new Set<string>();
  for (const move of moves) {
    const { state } = readHistory(now.events);
    reached.add(state);
    const changes: Partial<Item> = {
      disclosure,
      textNumber: now.textNumber,
      ...(now.live ? { liveTextNumber: 1 } : {}),
    };
    const wished = {
      ...move,
      opinion: '同意公开',
      documentNumber: '1号',
      documentDay: getPlainDate('2026-03-01'),
      publishAt: new Date('2026-03-03T00:00:00Z'),
    };
    const seenBy = (each: Person) =>
      situation(each, now.events, { people: all, changes, writers: now.writers, steps, with: wished });
    const open =
      move.guided === null
        ? []
        : all.flatMap((each) =>
            listOfferedActs(seenBy(each)).flatMap(({ act, refusal }) =>
              refusal === undefined ? [{ who: each, act }] : [],
            ),
          );
    const ahead = open.filter(({ act }) => forward.includes(act));
    const among = ahead.length > 0 && (move.guided ?? 0) % 3 > 0 ? ahead : open;
    const chosen = among[(move.guided ?? 0) % Math.max(1, among.length)];
    const who = chosen?.who ?? (all[move.who % all.length] as Person);
    const act = chosen?.act ?? move.act;
    if (act === 'write') {
      // A draft may be written on; a text that was submitted is left as it was and a new one begun.
      if (state === 'draft') now = { ...now, textNumber: now.textNumber + 1, writers: [...now.writers, who.id] };
      continue;
    }
    const here = seenBy(who);
    const decided = decideAct(act, here);
    if (!decided.ok) {
      expect(decided.problem.message).not.toBe('');
      continue;
    }
    checkStep(act, who, now, here, decided.value.detail);
    const event: ItemEvent = {
      position: now.events.length + 1,
      act,
      fromState: state,
      toState: decided.value.to,
      textNumber: now.textNumber,
      opinion: '同意公开',
      detail: decided.value.detail,
      personId: who.id,
      personName: who.name,
      at: new Date(now.events.length),
    };
    now = { ...now, events: [...now.events, event] };
    expect(stateOf(now.events)).toBe(decided.value.to);
    if (act === 'publish' || act === 'publish-urgently') now.live = true;
    if (decided.value.to === 'withdrawn') now.live = false;
    if (act === 'publish' || act === 'file') now.writers = [staff.author.id];
  }
  return reached;
}

function checkStep(
  act: WorkflowAct,
  who: Person,
  { events, writers }: Walk,
  here: ReturnType<typeof situation>,
  detail: ItemEvent['detail'],
) {
  const history = readHistory(events);
  const own = new Set([...writers, ...history.submitters]);
  // Nobody whose posts are all elsewhere acts, but the county where it is asked for.
  const posts = authorityOf(who).posts;
  const isCounty = posts.some(({ role }) => role === 'county-supervisor');
  if (!isCounty)
    expect(
      posts.some(({ place }) => place.organId === town.organId),
      `${who.name} ${act}`,
    ).toBe(true);
  if (act === 'pass' && history.round) {
    const last = reviewStepKeys.findLast((step) => history.round?.steps.includes(step));
    const isLast = last === here.item.state && !(here.wish.escalate && here.item.state !== 'chief-approval');
    if (isLast || here.item.state === 'secrecy-review') expect(own.has(who.id)).toBe(false);
    const previous = history.round.opinions.at(-1)?.personId;
    if (previous === who.id) expect([isLast, detail.sameEyes]).toEqual([false, true]);
  }
  if (act === 'publish') {
    const opinions = history.round?.opinions ?? [];
    expect(opinions.some(({ step }) => step === 'secrecy-review')).toBe(true);
    expect(own.has(opinions.at(-1)?.personId ?? '')).toBe(false);
    expect(history.round?.textNumber).toBe(here.item.textNumber);
  }
  if (act === 'publish-urgently') {
    const given = history.round?.textNumber === here.item.textNumber ? (history.round?.opinions ?? []) : [];
    const missing = (history.round?.steps ?? here.steps).filter(
      (step) => !given.some((opinion) => opinion.step === step),
    );
    expect([...(detail.owed ?? []), ...(detail.step ? [detail.step] : [])].sort()).toEqual([...missing].sort());
  }
}

describe('wherever people go', () => {
  test('the state follows from the events, and nothing is public without secrecy opinion and other eyes', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        anyPeople,
        anyRoute,
        fc.constantFrom('proactive', 'proactive', 'withheld'),
        anyMoves,
        (people, route, disclosure, moves) => {
          for (const state of walk(people, route, disclosure, moves)) reached.add(state);
        },
      ),
      { numRuns: 200, seed: 20260302 },
    );
    // Walks that never get anywhere would prove nothing.
    expect([...reached].sort()).toEqual([...stateKeys].sort());
  });
});

describe('what may be set of a route', () => {
  test('never without a secrecy review of every item, nor without somebody who answers for the content', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            reviewStepKeys.map((step) => [step, fc.constantFrom('always', 'important', 'never')]),
          ) as Record<ReviewStep, fc.Arbitrary<'always' | 'important' | 'never'>>,
        ),
        (steps) => {
          if (!checkRoute({ steps, alwaysImportant: false }).ok) return;
          expect(stepsFor({ steps, alwaysImportant: false }, false)).toContain('secrecy-review');
          expect(stepsFor({ steps, alwaysImportant: false }, true)).toContain('chief-approval');
          expect(stepsFor({ steps, alwaysImportant: false }, false).length).toBeGreaterThan(1);
        },
      ),
    );
  });

  test('the refusal names the law', () => {
    const steps = {
      'department-check': 'always',
      'secrecy-review': 'never',
      'office-review': 'always',
      'deputy-approval': 'always',
      'chief-approval': 'important',
    } as const;
    expect(checkRoute({ steps, alwaysImportant: false })).toMatchObject({
      ok: false,
      problem: {
        fields: [
          {
            field: 'steps.secrecy-review',
            message: expect.stringMatching(/《条例》第十七条、《保密法实施条例》第四十二条/),
          },
        ],
      },
    });
  });
});

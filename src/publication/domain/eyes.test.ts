import { describe, expect, test } from 'vitest';
import { decideAct, describeNext } from './acting.ts';
import {
  authorityOf,
  eventsOf,
  eventsUntil,
  everybody,
  type Person,
  person,
  situation,
  staff,
} from './fixtures/situation.ts';
import type { ReviewStep } from './states.ts';

const refusal = (decided: ReturnType<typeof decideAct>): string => (decided.ok ? '' : decided.problem.message);
const without = (...gone: Person[]) => everybody.filter((each) => !gone.includes(each));

describe('who wrote does not review (条例 art. 17)', () => {
  const authorHeads = person(staff.author.id, [
    'information-officer',
    'department-head',
    'deputy-leader',
    'secrecy-reviewer',
  ]);
  const people = [...without(staff.author), authorHeads];

  test('the author who is also 部门负责人 is refused while another one is there, who is named', () => {
    const decided = decideAct('pass', situation(authorHeads, eventsUntil('department-check'), { people }));
    expect(refusal(decided)).toMatch(/审查与起草应当分开.+《条例》第十七条.+请由部门负责人办理。$/);
  });

  test('where he is the only one, he may, and it is marked', () => {
    const alone = people.filter((each) => each !== staff.check);
    const decided = decideAct('pass', situation(authorHeads, eventsUntil('department-check'), { people: alone }));
    expect(decided).toMatchObject({ ok: true, value: { to: 'secrecy-review', detail: { sameEyes: true } } });
  });

  test('never the secrecy opinion, even where nobody else has the post: the county lends its eyes', () => {
    const alone = people.filter((each) => each !== staff.secrecy);
    const here = situation(authorHeads, eventsUntil('secrecy-review'), { people: alone });
    expect(refusal(decideAct('pass', here))).toMatch(
      /保密审查不能由起草人自己办理.+由县主管部门（县主管）代行第二人审查/,
    );
    expect(describeNext(here)).toMatchObject({ secondEyes: true, people: '县主管' });
    expect(decideAct('pass', situation(staff.county, eventsUntil('secrecy-review'), { people: alone }))).toMatchObject({
      ok: true,
      value: { to: 'office-review', detail: { secondEyes: true } },
    });
  });

  test('never the last opinion, even where nobody else has the post', () => {
    const steps: ReviewStep[] = ['secrecy-review', 'deputy-approval'];
    const alone = people.filter((each) => each !== staff.deputy);
    const decided = decideAct('pass', situation(authorHeads, eventsUntil('deputy-approval', steps), { people: alone }));
    expect(refusal(decided)).toContain('起草人不能是最后的审查人');
  });

  test('who mended the text counts as who wrote it', () => {
    const decided = decideAct(
      'pass',
      situation(staff.head, eventsUntil('office-review', ['secrecy-review', 'office-review']), {
        writers: [staff.author.id, staff.head.id],
      }),
    );
    expect(refusal(decided)).toContain('您起草、修改或者提交过这份信息');
  });

  test('and who submitted it for the author', () => {
    const events = eventsOf(
      ['begin', 'draft'],
      ['submit', 'secrecy-review', { by: staff.head, detail: { steps: ['secrecy-review', 'office-review'] } }],
      ['pass', 'office-review', { by: staff.secrecy }],
    );
    expect(decideAct('pass', situation(staff.head, events))).toMatchObject({
      ok: false,
      problem: { code: 'own-text' },
    });
  });
});

describe('not the same eyes twice', () => {
  const two = person('党政办主任', ['department-head', 'secrecy-reviewer', 'office-head']);
  const checked = (steps: readonly ReviewStep[]) =>
    eventsOf(
      ['begin', 'draft'],
      ['submit', 'department-check', { detail: { steps } }],
      ['pass', 'secrecy-review', { by: two }],
    );

  test('two opinions one after the other are refused where another has the post', () => {
    const decided = decideAct('pass', situation(two, checked(['department-check', 'secrecy-review', 'office-review'])));
    expect(refusal(decided)).toMatch(
      /上一环节“部门负责人检查”的意见是您出具的，同一人不能连续出具两道审查意见.+请由保密审查员办理/,
    );
  });

  const small = [...without(staff.check, staff.secrecy, staff.head), two];

  test('in a small township one person may, and it is marked', () => {
    const decided = decideAct(
      'pass',
      situation(two, checked(['department-check', 'secrecy-review', 'office-review', 'deputy-approval']), {
        people: small,
      }),
    );
    expect(decided).toMatchObject({ ok: true, value: { to: 'office-review', detail: { sameEyes: true } } });
  });

  test('but not the last one: the county gives it', () => {
    const steps: ReviewStep[] = ['department-check', 'secrecy-review', 'office-review'];
    const events = eventsOf(
      ['begin', 'draft'],
      ['submit', 'department-check', { detail: { steps } }],
      ['pass', 'secrecy-review', { by: two }],
      ['pass', 'office-review', { by: two, detail: { sameEyes: true } }],
    );
    const here = situation(two, events, { people: small });
    expect(refusal(decideAct('pass', here))).toMatch(/最后一道审查应当换人办理.+县主管部门（县主管）/);
    expect(decideAct('pass', situation(staff.county, events, { people: small }))).toMatchObject({
      ok: true,
      value: { to: 'approved', detail: { secondEyes: true }, grant: { role: 'county-supervisor' } },
    });
    // With somebody between, the same person may come back.
    expect(decideAct('pass', situation(two, eventsUntil('office-review', steps)))).toMatchObject({ ok: true });
  });

  test('where the county has nobody either, the sentence says whom to appoint', () => {
    const steps: ReviewStep[] = ['department-check', 'secrecy-review'];
    const decided = decideAct(
      'pass',
      situation(two, checked(steps), { people: small.filter((each) => each !== staff.county) }),
    );
    expect(refusal(decided)).toContain('请联系安全管理员另行任命');
  });
});

test('who fills in for another acts with his own eyes and his own name', () => {
  const stand = {
    ...person('代办人', []),
    posts: staff.head.posts.map((post) => ({
      ...post,
      source: { kind: 'delegated' as const, personId: staff.head.id, name: staff.head.name },
    })),
  };
  const decided = decideAct('pass', situation(stand, eventsUntil('office-review')));
  expect(decided).toMatchObject({
    ok: true,
    value: { grant: { source: { kind: 'delegated', name: '公开办负责人' } } },
  });
  expect(authorityOf(stand).personId).toBe('代办人');
});

import { describe, expect, test } from 'vitest';
import { testNow } from '../../../tests/support/county.ts';
import { buildPerson } from '../../../tests/support/people.ts';
import { buildTown } from '../../../tests/support/publication.ts';
import { granted, problemOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { delegate } from '../../organisation/service/delegations.ts';
import { findPersonPosts } from '../../organisation/store/posts.ts';
import { standardRoute } from '../domain/review-route.ts';
import { listEvents } from '../store/events.ts';
import { actOnItems } from './bulk-acting.ts';
import {
  addReviewRoute,
  changeReviewRoute,
  listReviewRoutes,
  previewRoute,
  removeReviewRoute,
} from './review-routes.ts';
import { getReviews, listWaiting } from './reviews.ts';
import { todayOfPublication } from './today.ts';

const database = useDatabase();
type Town = Awaited<ReturnType<typeof buildTown>>;
const waitingFor = async (town: Town, who: Parameters<Town['caller']>[0]) =>
  (await listWaiting(town.db, await town.caller(who))).map(
    ({ label, secondEyes }) => `${label}${secondEyes ? '（代行）' : ''}`,
  );

/** The reviews end with the 公开办, whose head is the only one for two of them. */
async function smallTown() {
  const town = await buildTown(database.db);
  const { db, county } = town;
  const small = await buildTown(db, county, '竹岭乡', {
    author: ['干事', 'information-officer', 'office-clerk'],
    head: ['党政办主任', 'secrecy-reviewer', 'office-head'],
    deputy: ['副乡长', 'deputy-leader'],
  });
  const route = {
    steps: { ...standardRoute.steps, 'department-check': 'never', 'deputy-approval': 'never' },
    alwaysImportant: false,
    note: '人员少',
  } as const;
  granted(await addReviewRoute(db, await town.caller('supervisor'), { ...route, organId: small.organId }));
  return small;
}

describe('a small township where one person holds several posts', () => {
  test('the last review needs a second pair of eyes: the county is asked for them, by name, and the item shows it', async () => {
    const small = await smallTown();
    const id = await small.draft();
    granted(await small.act('author', id, 'submit'));
    granted(await small.act('head', id, 'pass'));
    expect(problemOf(await small.act('head', id, 'pass'))).toMatchObject({
      code: 'same-eyes',
      message: expect.stringMatching(/最后一道审查应当换人办理.+由县主管部门（县主管.*）代行第二人审查/),
    });
    expect(await waitingFor(small, 'head')).toEqual([]);
    expect(await waitingFor(small, 'supervisor')).toEqual(['公开办复审（代行）']);
    granted(await small.act('supervisor', id, 'pass'));
    const view = granted(await getReviews(small.deps, await small.caller('author'), id));
    expect(view.steps.find(({ step }) => step === 'office-review')).toMatchObject({
      personName: '县主管',
      marks: ['由县主管部门代行第二人审查'],
    });
    expect(view.item.state).toBe('approved');
    granted(await small.act('author', id, 'publish', { opinion: '' }));
  });

  test('who fills in for another acts in his own name, and the event keeps for whom', async () => {
    const small = await smallTown();
    const stand = await buildPerson(small.db, small.county, '代办人', small.organId);
    const day = dayInChina(testNow);
    const posts = await findPersonPosts(small.db, small.county.countyId, small.people.head, day);
    const office = posts?.own.find(({ role }) => role === 'office-head');
    granted(
      await delegate(small.db, await small.caller('head'), {
        postId: office?.id ?? '',
        toPersonId: stand,
        term: { from: day, to: addDays(day, 7) },
        reason: '出差',
      }),
    );
    const id = await small.draft();
    granted(await small.act('author', id, 'submit'));
    granted(await small.act('head', id, 'pass'));
    // Now there is somebody else: the county is not needed.
    expect(await waitingFor(small, 'supervisor')).toEqual([]);
    granted(await small.act(stand, id, 'pass'));
    const events = await listEvents(small.db, small.county.countyId, id);
    expect(events.at(-1)).toMatchObject({ personName: '代办人', behalfName: '党政办主任', role: 'office-head' });
  });
});

describe('the route of the reviews', () => {
  test('is set for an organ or a kind; who set it differently meanwhile is told; taken away, the wider one counts', async () => {
    const town = await buildTown(database.db);
    const supervisor = await town.caller('supervisor');
    const steps = { ...standardRoute.steps, 'deputy-approval': 'never' } as const;
    const added = granted(
      await addReviewRoute(town.db, supervisor, {
        steps,
        alwaysImportant: false,
        note: '',
        organId: town.organId,
        kind: 'news',
      }),
    );
    const way = async (kind: string) => granted(await previewRoute(town.db, supervisor, town.organId, kind)).steps;
    expect(await way('news')).toEqual(['department-check', 'secrecy-review', 'office-review']);
    expect(await way('announcement')).toContain('deputy-approval');
    expect(
      problemOf(
        await addReviewRoute(town.db, supervisor, {
          steps,
          alwaysImportant: false,
          note: '',
          organId: town.organId,
          kind: 'news',
        }),
      ).code,
    ).toBe('conflict');
    const changed = granted(
      await changeReviewRoute(town.db, supervisor, added.id, 1, { steps, alwaysImportant: true, note: '' }),
    );
    expect(await way('news')).toContain('chief-approval');
    expect(
      problemOf(await changeReviewRoute(town.db, supervisor, added.id, 1, { steps, alwaysImportant: false, note: '' }))
        .code,
    ).toBe('conflict');
    granted(await removeReviewRoute(town.db, supervisor, added.id, changed.version));
    expect(granted(await listReviewRoutes(town.db, supervisor))).toEqual([]);
    expect(await way('news')).toContain('deputy-approval');
  });

  test('never loses the secrecy review', async () => {
    const town = await buildTown(database.db);
    const steps = { ...standardRoute.steps, 'secrecy-review': 'never' } as const;
    const refused = problemOf(
      await addReviewRoute(town.db, await town.caller('supervisor'), { steps, alwaysImportant: false, note: '' }),
    );
    expect(refused.fields).toMatchObject([{ field: 'steps.secrecy-review' }]);
  });

  test('an item under way goes on by the one it was submitted with', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    const steps = { ...standardRoute.steps, 'office-review': 'never', 'department-check': 'never' } as const;
    granted(
      await addReviewRoute(town.db, await town.caller('supervisor'), {
        steps,
        alwaysImportant: false,
        note: '',
        organId: town.organId,
      }),
    );
    granted(await town.act('check', id, 'pass'));
    granted(await town.act('secrecy', id, 'pass'));
    expect((await town.item(id)).state).toBe('office-review');
  });
});

describe('several at once', () => {
  test('an opinion is shared by decisions of one spreadsheet only; each is done wholly or told why not', async () => {
    const town = await buildTown(database.db);
    const one = await town.draft('甲');
    const two = await town.draft('乙');
    for (const id of [one, two]) granted(await town.act('author', id, 'submit'));
    const items = async () =>
      Promise.all([one, two].map(async (itemId) => ({ itemId, version: (await town.item(itemId)).version })));
    const request = { act: 'pass' as const, opinion: '经逐件核对，同意公开。' };
    const refused = problemOf(
      await actOnItems(town.deps, await town.caller('check'), { ...request, items: await items() }),
    );
    expect(refused).toMatchObject({ code: 'not-shared', message: expect.stringContaining('逐件审查') });
    await town.db
      .updateTable('publicationItem')
      .set({ source: 'bulk', importId: one })
      .where('id', 'in', [one, two])
      .execute();
    const [first, second] = await items();
    const stale = [first, { ...second, version: 1 }] as { itemId: string; version: number }[];
    const report = granted(await actOnItems(town.deps, await town.caller('check'), { ...request, items: stale }));
    expect(report.done).toMatchObject([{ itemId: one, state: 'secrecy-review' }]);
    expect(report.refused).toMatchObject([{ itemId: two, title: '乙', message: expect.stringContaining('请刷新') }]);
    expect((await town.item(two)).state).toBe('department-check');
    // Now they stand at different places: what is said of one is not said of the other.
    expect(
      problemOf(await actOnItems(town.deps, await town.caller('secrecy'), { ...request, items: await items() })).code,
    ).toBe('not-shared');
  });
});

describe('今天要办', () => {
  const linesFor = async (town: Town, who: Parameters<Town['caller']>[0], now = testNow) => {
    const { authority } = await town.caller(who, now);
    return (await todayOfPublication(town.db)(authority, now)).map(({ title, level, action }) => [
      title,
      level,
      action.label,
    ]);
  };

  test('has one line with one button for what waits, for what was returned, for what is overdue', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('整治通知');
    granted(await town.act('author', id, 'submit'));
    expect(await linesFor(town, 'check')).toEqual([
      ['《整治通知》等您办理：部门负责人检查', 'today', '部门负责人检查'],
    ]);
    expect(await linesFor(town, 'secrecy')).toEqual([]);
    granted(await town.act('check', id, 'return', { to: 'draft', opinion: '缺附件。' }));
    expect(await linesFor(town, 'author')).toEqual([['《整治通知》被退回，请修改后再提交', 'today', '修改']]);
    const late = new Date('2026-06-01T01:00:00Z');
    expect(await linesFor(town, 'clerk', late)).toEqual([
      ['有1件信息超过公开期限还没有公开', 'overdue', '查看逾期信息'],
    ]);
    expect((await linesFor(town, 'supervisor', late)).at(0)).toEqual([
      '有1件信息超过公开期限还没有公开',
      'overdue',
      '查看逾期信息',
    ]);
  });

  test('and for a debt of an urgent publication, until it is paid', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('暴雨预警');
    granted(await town.act('deputy', id, 'publish-urgently', { opinion: '须立即发布。' }));
    const late = new Date('2026-03-06T01:00:00Z');
    expect(await linesFor(town, 'secrecy', late)).toEqual([
      ['《暴雨预警》等您办理：补审（保密审查）', 'overdue', '补审（保密审查）'],
    ]);
    expect(await linesFor(town, 'clerk', late)).toEqual([
      ['有1件紧急发布的信息逾期未补审', 'overdue', '查看欠补审信息'],
    ]);
  });
});

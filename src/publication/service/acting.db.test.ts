import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { buildOrgan, testNow } from '../../../tests/support/county.ts';
import { buildPerson } from '../../../tests/support/people.ts';
import { buildTown } from '../../../tests/support/publication.ts';
import { granted, problemOf } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { dayInChina, getPlainDate } from '../../kernel/plain-date.ts';
import { compareToday } from '../../kernel/today.ts';
import { closePerson } from '../../organisation/service/closing.ts';
import { confirmHandOver } from '../../organisation/service/hand-over-confirming.ts';
import { getHandOver, startHandOver } from '../../organisation/service/hand-overs.ts';
import { listPostsOf } from '../../organisation/store/posts.ts';
import { stateOf } from '../domain/history.ts';
import { listEvents } from '../store/events.ts';
import { findText } from '../store/texts.ts';
import { chooseChannels } from './channel-views.ts';
import { itemDesk, reviewDesk } from './desk.ts';
import { beginItem } from './drafting.ts';
import { getReviews, listWaiting } from './reviews.ts';
import { saveDraft } from './saving.ts';
import { todayOfPublication } from './today.ts';

const database = useDatabase();
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);
type Town = Awaited<ReturnType<typeof buildTown>>;

async function waitingFor(town: Town, who: Parameters<Town['caller']>[0]) {
  const waiting = await listWaiting(town.db, await town.caller(who));
  return waiting.map(({ item, label }) => `${item.title}：${label}`);
}

describe('from the draft to the public', () => {
  test('each in his turn gives an opinion, then it is public under a 索引号', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('整治通知');
    const submitted = granted(await town.act('author', id, 'submit'));
    expect(submitted.message).toBe('已办理“提交审查”。现在是“部门负责人检查”，由部门负责人办理。');
    const order = ['check', 'secrecy', 'head', 'deputy'] as const;
    const labels = ['部门负责人检查', '保密审查', '公开办复审', '分管领导审核'];
    for (const [at, who] of order.entries()) {
      expect(await waitingFor(town, who)).toEqual([`整治通知：${labels[at]}`]);
      granted(await town.act(who, id, 'pass'));
      expect(await waitingFor(town, who)).toEqual([]);
    }
    expect(await waitingFor(town, 'clerk')).toEqual(['整治通知：发布']);
    const chosen = await town.caller('clerk');
    granted(await chooseChannels(town.db, chosen, id, ['bulletin-board', 'wechat-group']));
    const outcome = granted(await town.act('clerk', id, 'publish'));
    const item = await town.item(id);
    // Whoever publishes reads under which number, and where it still has to be put.
    expect(outcome.published).toEqual({ indexNumber: item.indexNumber, channels: ['公告栏（公示墙）', '微信群'] });
    expect(item).toMatchObject({ state: 'published', liveTextNumber: 1, publishedOn: '2026-03-02' });
    expect(item.indexNumber).toMatch(/2026/);
    const events = await listEvents(town.db, town.county.countyId, id);
    expect(stateOf(events)).toBe(item.state);
    expect(events.map(({ act, role }) => [act, role])).toEqual([
      ['begin', 'information-officer'],
      ['submit', 'information-officer'],
      ['pass', 'department-head'],
      ['pass', 'secrecy-reviewer'],
      ['pass', 'office-head'],
      ['pass', 'deputy-leader'],
      ['publish', 'office-clerk'],
    ]);
    expect((await findText(town.db, town.county.countyId, id, 1))?.frozen).toBe(true);
  });

  test('an important kind goes to the 主要领导 too', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('五年规划', 'plan', { planKind: 'special', periodFrom: 2026, periodTo: 2030 });
    granted(await town.act('author', id, 'submit'));
    const view = granted(await getReviews(town.deps, await town.caller('check'), id));
    expect(view.steps.map(({ step, state }) => `${step}:${state}`)).toEqual([
      'department-check:now',
      'secrecy-review:ahead',
      'office-review:ahead',
      'deputy-approval:ahead',
      'chief-approval:ahead',
    ]);
  });

  test('who may not is told why at the act, and it stays undone', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    const { version } = await town.item(id);
    expect(problemOf(await town.act('clerk', id, 'pass'))).toMatchObject({ code: 'forbidden' });
    const view = granted(await getReviews(town.deps, await town.caller('clerk'), id));
    expect(view.where).toBe('现在是“部门负责人检查”，由部门负责人办理。');
    expect(view.acts.find(({ act }) => act === 'pass')).toMatchObject({
      hasRight: false,
      refusal: expect.stringContaining('此事由部门负责人办理'),
    });
    expect((await town.item(id)).version).toBe(version);
  });

  test('an empty draft is not submitted: each field has its sentence', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('缺摘要');
    const { version } = await town.item(id);
    granted(await saveDraft(town.deps, await town.caller('author'), id, version, { summary: '', bodyHtml: '' }));
    const refused = problemOf(await town.act('author', id, 'submit'));
    expect(refused.code).toBe('invalid');
    expect(refused.fields?.map(({ field }) => field)).toContain('summary');
  });

  test('what the checks found has to be settled first; a full identity number stops even an urgent publication', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('救助名单');
    const { version } = await town.item(id);
    const bodyHtml = '<p>领取人身份证号11010519491231002X。</p>';
    granted(await saveDraft(town.deps, await town.caller('author'), id, version, { bodyHtml }));
    expect(problemOf(await town.act('author', id, 'submit'))).toMatchObject({ code: 'checks-open' });
    expect(problemOf(await town.act('deputy', id, 'publish-urgently')).message).toContain('再紧急也不能发布');
    expect((await town.item(id)).state).toBe('draft');
  });

  test('a leader is offered the urgent publication of a draft that nobody has checked: the act checks it', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('山洪红色预警');
    const { version } = await town.item(id);
    const bodyHtml = '<p>请沿河群众立即转移。</p>';
    granted(await saveDraft(town.deps, await town.caller('author'), id, version, { bodyHtml }));
    const view = granted(await getReviews(town.deps, await town.caller('deputy'), id));
    const offered = view.acts.find(({ act }) => act === 'publish-urgently');
    expect(offered).toMatchObject({ hasRight: true });
    expect(offered?.refusal).toBeUndefined();
    granted(await town.act('deputy', id, 'publish-urgently', { opinion: '山洪即将到达，须立即发布。' }));
    expect((await town.item(id)).state).toBe('published');
  });

  test('nobody of another township sees or acts', async () => {
    const town = await buildTown(database.db);
    const elsewhere = await buildOrgan(town.db, town.county, '柳河乡');
    const stranger = await buildPerson(
      town.db,
      town.county,
      '外人',
      elsewhere,
      'department-head',
      'chief-leader',
      'office-head',
    );
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    expect(problemOf(await town.act(stranger, id, 'pass')).code).toBe('not-found');
    expect(await waitingFor(town, stranger)).toEqual([]);
  });
});

describe('two at once', () => {
  test('one wins, the other is told who did what and when; the opinion is given once', async () => {
    const town = await buildTown(database.db);
    const second = await buildPerson(town.db, town.county, '另一负责人', town.organId, 'department-head');
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    const outcomes = await Promise.all([
      town.act('check', id, 'pass'),
      town.act(second, id, 'return', { to: 'draft', opinion: '缺附件' }),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
    expect(refused[0]?.code).toBe('conflict');
    expect(refused[0]?.message).toMatch(/您打开以后，(部门负责人|另一负责人)已于3月2日 9:30办理“.+”。现在是“.+”/);
    const events = await listEvents(town.db, town.county.countyId, id);
    expect(events.filter(({ act }) => act === 'pass' || act === 'return')).toHaveLength(1);
  });

  test('who has an old page is told so, even hours later', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    const { version } = await town.item(id);
    granted(await town.act('check', id, 'pass'));
    expect(
      problemOf(await town.act('check', id, 'return', { version, to: 'draft', opinion: '缺附件' }, later(5))).message,
    ).toContain('部门负责人已于3月2日 9:30办理“部门负责人检查：同意”。现在是“保密审查”，由保密审查员办理。');
  });
});

describe('back', () => {
  test('a return leads to the draft with its reason; what is written anew is reviewed anew, as a new text', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    granted(await town.act('check', id, 'pass'));
    granted(await town.act('secrecy', id, 'return', { to: 'draft', opinion: '第二段涉及内部事项，请删去。' }));
    const { version, state } = await town.item(id);
    expect(state).toBe('draft');
    granted(
      await saveDraft(town.deps, await town.caller('author'), id, version, { bodyHtml: '<p>删去后的正文。</p>' }),
    );
    expect((await town.item(id)).textNumber).toBe(2);
    await town.review(id);
    granted(await town.act('clerk', id, 'publish'));
    expect((await town.item(id)).liveTextNumber).toBe(2);
    expect((await findText(town.db, town.county.countyId, id, 1))?.bodyHtml).toContain('改善农村人居环境');
  });

  test('who mends the text on his way is a writer: his own review is refused', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    granted(await town.act('check', id, 'pass'));
    granted(await town.act('secrecy', id, 'pass'));
    granted(await town.act('head', id, 'return', { to: 'draft', opinion: '我来改两处。' }));
    const { version } = await town.item(id);
    granted(
      await saveDraft(town.deps, await town.caller('head'), id, version, { bodyHtml: '<p>公开办改过的正文。</p>' }),
    );
    granted(await town.act('author', id, 'submit'));
    granted(await town.act('check', id, 'pass'));
    granted(await town.act('secrecy', id, 'pass'));
    // Nobody else has his post: it is marked, and the last review is another's.
    const passed = await town.act('head', id, 'pass');
    granted(passed);
    const view = granted(await getReviews(town.deps, await town.caller('head'), id));
    expect(view.steps.find(({ step }) => step === 'office-review')?.marks).toEqual([
      '本单位无其他人担任该岗位，审查人与起草修改人或者上一环节为同一人',
    ]);
  });

  test('the author takes back what nobody has looked at', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    expect(granted(await town.act('author', id, 'take-back'))).toMatchObject({
      state: 'draft',
      message: '已办理“撤回提交”。现在是“起草”，由起草人起草人办理。',
    });
  });
});

describe('报请确定 (条例 art. 17)', () => {
  test('blocks until the county has answered, due in ten working days', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('拆迁补偿方案');
    granted(await town.act('author', id, 'submit'));
    granted(await town.act('check', id, 'pass'));
    granted(await town.act('secrecy', id, 'refer', { referee: 'county', opinion: '是否涉及第三方权益不能确定。' }));
    expect(problemOf(await town.act('secrecy', id, 'pass')).code).toBe('not-now');
    expect(problemOf(await town.act('clerk', id, 'publish')).code).toBe('not-now');
    expect(await waitingFor(town, 'supervisor')).toEqual(['拆迁补偿方案：答复报请']);
    const { referrals } = granted(await getReviews(town.deps, await town.caller('secrecy'), id));
    expect(referrals).toMatchObject([{ state: 'open', dueOn: '2026-03-16' }]);
    const answered = granted(
      await town.act('supervisor', id, 'answer-referral', { answer: 'disclose', opinion: '不涉及，可以公开。' }),
    );
    expect(answered.state).toBe('secrecy-review');
    granted(await town.act('secrecy', id, 'pass'));
  });

  test('an answer of the secrecy office is registered with number and day; 不予公开 holds', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('author', id, 'submit'));
    granted(await town.act('check', id, 'pass'));
    granted(await town.act('secrecy', id, 'refer', { referee: 'secrecy-office', opinion: '密级不明确。' }));
    expect(problemOf(await town.act('supervisor', id, 'answer-referral', { answer: 'disclose' })).code).toBe(
      'asked-elsewhere',
    );
    const paper = {
      answer: 'withhold',
      documentNumber: '云保函〔2026〕3号',
      documentDay: getPlainDate('2026-03-01'),
    } as const;
    expect(granted(await town.act('head', id, 'register-answer', { ...paper, opinion: '不得公开。' })).state).toBe(
      'draft',
    );
    expect(problemOf(await town.act('author', id, 'submit')).message).toContain('答复是不予公开');
  });
});

describe('after publication', () => {
  test('a withdrawal takes it down at once, keeps the text and says why', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    await town.publish(id);
    expect(problemOf(await town.act('head', id, 'withdraw', { opinion: '' })).code).toBe('invalid');
    granted(await town.act('head', id, 'withdraw', { opinion: '内容有误，更正后重新公开。' }));
    const item = await town.item(id);
    expect(item).toMatchObject({ state: 'withdrawn', withdrawnBecause: '内容有误，更正后重新公开。' });
    const view = granted(await getReviews(town.deps, await town.caller('head'), id));
    expect(view.steps.every(({ state, personName }) => state === 'done' && personName !== undefined)).toBe(true);
    expect(item.liveTextNumber).toBeUndefined();
    expect((await findText(town.db, town.county.countyId, id, 1))?.frozen).toBe(true);
    const { rows } = await sql<{ state: string }>`select state from publication_channel where item_id = ${id}`.execute(
      town.db,
    );
    expect(rows.map(({ state }) => state)).not.toContain('done');
  });

  test('a revision leaves the old text public until the new one is; dropped, it leaves everything as it was', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('旧标题');
    await town.publish(id);
    const published = await town.item(id);
    granted(await town.act('author', id, 'revise'));
    const { version } = await town.item(id);
    granted(
      await saveDraft(town.deps, await town.caller('author'), id, version, {
        title: '新标题',
        bodyHtml: '<p>新正文。</p>',
      }),
    );
    expect(await town.item(id)).toMatchObject({ state: 'draft', liveTextNumber: 1, textNumber: 2, title: '新标题' });
    granted(await town.act('author', id, 'discard', { opinion: '不改了。' }));
    expect(await town.item(id)).toMatchObject({
      state: 'published',
      liveTextNumber: 1,
      textNumber: 1,
      title: '旧标题',
    });
    granted(await town.act('author', id, 'revise'));
    const again = await town.item(id);
    granted(await saveDraft(town.deps, await town.caller('author'), id, again.version, { title: '新标题' }));
    await town.review(id, later(24));
    granted(await town.act('clerk', id, 'publish', {}, later(24)));
    const revised = await town.item(id);
    expect(revised).toMatchObject({ state: 'published', title: '新标题', indexNumber: published.indexNumber });
    expect(revised.liveTextNumber).toBe(revised.textNumber);
    expect(revised.publishedOn).toBe('2026-03-02');
    expect(revised.liveSince).toEqual(later(24));
  });
});

describe('a desk that is handed over', () => {
  test('gives what is unfinished to the successor, with the words written so far; what is public stays where it is', async () => {
    const town = await buildTown(database.db);
    const open = await town.draft('写到一半');
    await town.publish(await town.draft('已发布'));
    const { countyId } = town.county;
    const items = await itemDesk.list(town.db, countyId, town.people.author, testNow);
    expect(items).toMatchObject([
      { id: open, title: '写到一半', detail: '起草', text: '为改善农村人居环境，决定开展集中整治。' },
    ]);
    await town.db
      .transaction()
      .execute(async (trx) => itemDesk.move?.(trx, countyId, town.people.author, town.people.clerk, items, testNow));
    expect(await itemDesk.list(town.db, countyId, town.people.author, testNow)).toEqual([]);
    expect((await town.item(open)).authorId).toBe(town.people.clerk);
  });
});

describe('somebody who leaves', () => {
  test('leaves nothing behind: drafts and what waits for his posts stand on the sheet and go to the successor', async () => {
    const town = await buildTown(database.db);
    const { people, county } = town;
    // The 公开办负责人 has a draft of his own, a 公示 to review, one to publish, and a second look he owes.
    const leaver = people.head;
    const author = await town.caller('head');
    const own = granted(await beginItem(town.deps, author, { kind: 'announcement', title: '负责人的草稿' })).id;
    const toReview = await town.draft('等复审的通知');
    granted(await town.act('author', toReview, 'submit'));
    for (const who of ['check', 'secrecy'] as const) granted(await town.act(who, toReview, 'pass'));
    const late = await town.draft('签字时才到的通知');
    granted(await town.act('author', late, 'submit'));
    const hurried = await town.draft('紧急发布的预警');
    granted(await town.act('deputy', hurried, 'publish-urgently', { opinion: '须立即发布。' }));
    const deps = { db: town.db, deskSources: [itemDesk, reviewDesk] };
    const successor = await buildPerson(town.db, county, '接任者', town.organId);
    const security = await buildPerson(town.db, county, '安全员', county.officeId, 'security-administrator');
    const day = dayInChina(testNow);
    const posts = (await listPostsOf(town.db, county.countyId, [leaver], day)).map(({ id }) => id);
    const { id } = granted(
      await startHandOver(deps, await town.caller(security), {
        fromPersonId: leaver,
        toPersonId: successor,
        reason: '调离',
        postIds: posts,
      }),
    );
    const { sheet } = granted(await getHandOver(deps, await town.caller(successor), id));
    expect(sheet.items.map(({ label, title, detail }) => `${label}《${title}》${detail}`).sort()).toEqual(
      [
        '公开信息《负责人的草稿》起草',
        '待审信息《等复审的通知》等待公开办复审（石桥镇），随岗位移交',
        '待审信息《紧急发布的预警》等待补审（公开办复审）（石桥镇），随岗位移交',
      ].sort(),
    );
    // What comes in for the post while somebody signs holds nobody up.
    for (const who of ['check', 'secrecy'] as const) granted(await town.act(who, late, 'pass'));
    granted(await confirmHandOver(deps, await town.caller(successor), id, sheet.items));
    expect((await town.item(own)).authorId).toBe(successor);
    expect(await waitingFor(town, leaver)).toEqual([]);
    expect((await waitingFor(town, successor)).sort()).toEqual(
      ['等复审的通知：公开办复审', '签字时才到的通知：公开办复审', '紧急发布的预警：补审（公开办复审）'].sort(),
    );
    granted(await town.act(successor, toReview, 'pass'));
    granted(await town.act(successor, hurried, 'second-look', { step: 'office-review' }));
    const view = granted(await getReviews(town.deps, await town.caller(successor), own));
    expect(view.where).toBe('现在是“起草”，由起草人接任者办理。');
    const system = await buildPerson(town.db, county, '系统员', county.officeId, 'system-administrator');
    granted(await closePerson(deps, await town.caller(system), leaver));
  });
});

describe('in a hurry', () => {
  test('a leader publishes at once; what was skipped is owed within two working days, shown, and paid review by review', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('暴雨预警');
    expect(problemOf(await town.act('head', id, 'publish-urgently')).code).toBe('forbidden');
    granted(await town.act('deputy', id, 'publish-urgently', { opinion: '暴雨橙色预警，须立即发布。' }));
    expect(await town.item(id)).toMatchObject({ state: 'published', liveTextNumber: 1, secondLookDueOn: '2026-03-04' });
    expect(await waitingFor(town, 'secrecy')).toEqual(['暴雨预警：补审（保密审查）']);
    // Whoever is told that it waits for him can do it, though another review is owed before his.
    const view = granted(await getReviews(town.deps, await town.caller('secrecy'), id));
    expect(view.owed).toEqual(['secrecy-review']);
    expect(view.acts.find(({ act }) => act === 'second-look')).toMatchObject({ hasRight: true });
    expect(view.acts.find(({ act }) => act === 'second-look')?.refusal).toBeUndefined();
    expect(view.where).toBe(
      '现在是“已发布”，还欠补审：部门负责人检查（部门负责人）、保密审查（保密审查员）、公开办复审（公开办负责人）。',
    );
    granted(await town.act('check', id, 'second-look', { step: 'department-check' }));
    granted(await town.act('secrecy', id, 'second-look', { step: 'secrecy-review' }));
    expect((await town.item(id)).secondLookDueOn).toBe('2026-03-04');
    granted(await town.act('head', id, 'second-look', { step: 'office-review' }));
    const paid = await town.item(id);
    expect(paid.state).toBe('published');
    expect(paid.secondLookDueOn).toBeUndefined();
  });

  test('a failed second look takes it down', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft();
    granted(await town.act('chief', id, 'publish-urgently', { opinion: '须立即发布。' }));
    granted(await town.act('secrecy', id, 'reject-second-look', { step: 'secrecy-review', opinion: '涉及工作秘密。' }));
    const item = await town.item(id);
    expect(item).toMatchObject({ state: 'withdrawn', withdrawnBecause: '经复核需要进一步审查，暂停公开。' });
    expect([item.liveTextNumber, item.secondLookDueOn]).toEqual([undefined, undefined]);
  });

  test('the author asks for it, the leaders see it first with one button, and whoever publishes owes the reviews', async () => {
    const town = await buildTown(database.db);
    await town.act('author', await town.draft('等部门检查'), 'submit');
    const id = await town.draft('山洪红色预警');
    const today = async (who: Parameters<Town['caller']>[0]) => {
      const { authority } = await town.caller(who);
      const lines = await todayOfPublication(town.db)(authority, testNow);
      return lines.sort(compareToday).map(({ title, detail, level, action }) => [level, title, detail, action.href]);
    };
    const asked = granted(await town.act('author', id, 'request-urgent', { opinion: '两小时内洪峰过境。' }));
    expect(asked).toMatchObject({
      state: 'draft',
      message: '已办理“申请紧急发布”，请分管领导、主要领导决定。等待期间可以照常办理审查，不影响申请。',
    });
    for (const leader of ['deputy', 'chief'] as const) {
      expect((await today(leader))[0]).toEqual([
        'urgent',
        '《山洪红色预警》申请紧急发布，请您决定',
        '石桥镇，起草人：两小时内洪峰过境。',
        `/publication/items/${id}?act=publish-urgently`,
      ]);
    }
    expect(await waitingFor(town, 'head')).toEqual([]);
    // Meanwhile it goes its way; who reviews it sees that it is in a hurry, before what is not.
    granted(await town.act('author', id, 'submit'));
    expect(await waitingFor(town, 'check')).toEqual(['山洪红色预警：部门负责人检查', '等部门检查：部门负责人检查']);
    expect(granted(await getReviews(town.deps, await town.caller('deputy'), id)).urgency).toMatchObject({
      personName: '起草人',
      reason: '两小时内洪峰过境。',
    });
    granted(await town.act('chief', id, 'publish-urgently', { opinion: '同意，立即发布。' }));
    expect(await town.item(id)).toMatchObject({ state: 'published', secondLookDueOn: '2026-03-04' });
    expect((await town.item(id)).urgentSince).toBeUndefined();
    expect(await waitingFor(town, 'deputy')).toEqual(['山洪红色预警：补审（分管领导审核）']);
    expect(await waitingFor(town, 'head')).toEqual(['山洪红色预警：补审（公开办复审）']);
  });

  test('a leader who sees no hurry says why; the author hears it and may ask again', async () => {
    const town = await buildTown(database.db);
    const id = await town.draft('道路养护通知');
    granted(await town.act('author', id, 'request-urgent', { opinion: '请尽快。' }));
    expect(problemOf(await town.act('deputy', id, 'decline-urgent', { opinion: '' })).code).toBe('invalid');
    granted(await town.act('deputy', id, 'decline-urgent', { opinion: '不属于突发事件，按程序办理。' }));
    expect(await waitingFor(town, 'chief')).toEqual([]);
    const { authority } = await town.caller('author');
    expect(await todayOfPublication(town.db)(authority, testNow)).toMatchObject([
      { title: '《道路养护通知》没有同意紧急发布，请提交审查', detail: '分管领导：不属于突发事件，按程序办理。' },
    ]);
    granted(await town.act('author', id, 'request-urgent', { opinion: '情况有变化。' }));
    expect(await waitingFor(town, 'chief')).toEqual(['道路养护通知：紧急发布']);
    // Who has asked may still take back what nobody has reviewed.
    granted(await town.act('author', id, 'submit'));
    granted(await town.act('author', id, 'take-back'));
    granted(await town.act('author', id, 'discard', { opinion: '不发了。' }));
    expect(await waitingFor(town, 'chief')).toEqual([]);
  });
});

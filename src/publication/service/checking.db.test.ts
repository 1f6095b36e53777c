import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordFile } from '../../../tests/support/office-files.ts';
import { buildPerson, callerOf } from '../../../tests/support/people.ts';
import { asOwner, type TestDatabase } from '../../../tests/support/test-database.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { paragraph } from '../../platform/documents/read/fixtures/build-docx.ts';
import { addAttachment, receiveFile } from '../../platform/storage/index.ts';
import {
  buildDesk,
  complete,
  depsOf,
  done,
  draft,
  getItem,
  publish,
  type TestDesk,
  withdraw,
} from '../fixtures/desk.ts';
import { getText } from '../store/texts.ts';
import { judgeFinding, judgeFindings, mayLeaveDraft, withdrawJudgement } from './check-judging.ts';
import { mendFindings } from './check-masking.ts';
import { checkSettings } from './check-settings.ts';
import type { CheckView, FindingView } from './check-view.ts';
import { getItemChecks, runItemChecks } from './checking.ts';
import { checksOfToday } from './checks-of-today.ts';
import { saveDraft } from './saving.ts';
import { importWords, keepWord, listCountyWords } from './words.ts';

const system = useSystem();
let desk: TestDesk;
let secrecy: string;
let supervisor: string;
beforeAll(async () => {
  desk = await buildDesk(system);
  const { db } = system.database;
  secrecy = await buildPerson(db, desk.county, '孙保明', desk.townshipId, 'secrecy-reviewer');
  supervisor = await buildPerson(db, desk.county, '赵立群', desk.county.officeId, 'county-supervisor');
});

const callerFor = (personId: string) => callerOf(system.database.db, desk.county, personId);
const deps = () => depsOf(system);
const db = () => system.database.db;

const noticeWith = (bodyHtml: string, more = {}) =>
  draft(system, desk, desk.writer, { kind: 'announcement' }, { ...complete, bodyHtml, ...more });

const check = async (id: string, personId = desk.writer): Promise<CheckView> =>
  done(await runItemChecks(deps(), await callerFor(personId), id));

const find = ({ findings }: CheckView, key: string): FindingView => {
  const finding = findings.find((each) => each.check === key);
  if (!finding) throw new Error(`no finding of ${key} among ${findings.map((each) => each.check).join(', ')}`);
  return finding;
};

const mayLeave = async (id: string) => {
  const item = await getItem(system, desk, id);
  return mayLeaveDraft(db(), item, await getText(db(), item.countyId, item.id, item.textNumber));
};

const save = async (id: string, changes: object, personId = desk.writer) => {
  const { version } = await getItem(system, desk, id);
  done(await saveDraft(deps(), await callerFor(personId), id, version, changes));
};

const clean = '<p>各村：请做好春季防火工作，咨询电话0990-6612345。</p>';
const withMobile = '<p>请与经办人联系，电话13812345678。</p>';
const withId = '<p>当事人李小云，身份证号11010519491231002X。</p>';

describe('leaving the draft', () => {
  test('a text that was not checked stays; checked and clean it may go', async () => {
    const { id } = await noticeWith(clean);
    expect(await mayLeave(id)).toMatchObject({ ok: false, problem: { code: 'not-checked' } });
    const { findings } = await check(id);
    expect(findings.filter(({ open, check: key }) => open && key !== 'missing-field')).toEqual([]);
    expect(await mayLeave(id)).toEqual({ ok: true, value: true });
  });

  test('one letter more, and it has to be checked again', async () => {
    const { id } = await noticeWith(clean);
    await check(id);
    await save(id, { bodyHtml: clean.replace('各村', '各村（社区）') });
    expect(await mayLeave(id)).toMatchObject({ problem: { code: 'not-checked' } });
    expect(done(await getItemChecks(db(), await callerFor(desk.writer), id))?.stale).toBe(true);
  });

  test('what is found is named, without saying the number', async () => {
    const { id } = await noticeWith(withMobile);
    await check(id);
    const refused = await mayLeave(id);
    expect(refused).toMatchObject({ problem: { code: 'checks-open' } });
    expect(JSON.stringify(refused)).toContain('手机号码 1 处');
    expect(JSON.stringify(refused)).not.toContain('13812345678');
  });

  test('in a hurry only what must not go out at all holds it back', async () => {
    const mobile = await noticeWith(withMobile);
    const number = await noticeWith(withId);
    for (const { id } of [mobile, number]) await check(id);
    const judge = async ({ id }: { id: string }) => {
      const item = await getItem(system, desk, id);
      return judgeFindings(db(), item, await getText(db(), item.countyId, item.id, item.textNumber));
    };
    expect((await judge(mobile)).passable.ok).toBe(true);
    expect((await judge(number)).passable).toMatchObject({ ok: false, problem: { code: 'checks-open' } });
  });

  test('a number of a person in the address of a link or in the 文号 blocks as well', async () => {
    const linked = await noticeWith(`${clean}<p><a href="https://www.example.com/?id=11010519491231002X">查看</a></p>`);
    expect(find(await check(linked.id), 'id-18')).toMatchObject({ severity: 'block', mendable: 'none' });
    const numbered = await noticeWith(clean, { documentNumber: '石政发11010519491231002X' });
    expect(find(await check(numbered.id), 'id-18').place).toMatchObject({ field: 'documentNumber' });
  });

  test('of what is not published only secrecy marks count', async () => {
    const withheld = { disclosure: 'withheld', exemption: { ground: '15-third-party', reason: '涉及个人隐私' } };
    const { id } = await noticeWith(`${withId}<p>机密★5年</p>`, withheld);
    const result = await check(id);
    expect(find(result, 'id-18').severity).toBe('info');
    expect(find(result, 'secrecy-mark').severity).toBe('block');
  });

  test('who may not read the item learns nothing of it', async () => {
    const { id } = await noticeWith(clean);
    const refused = await runItemChecks(deps(), await callerFor(desk.stranger), id);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});

describe('saying why something may stay', () => {
  test('the author justifies a telephone; that holds through other edits and a new run', async () => {
    const { id } = await noticeWith(withMobile);
    const { key } = find(await check(id), 'mobile');
    const judged = done(await judgeFinding(db(), await callerFor(desk.writer), id, { key, reason: '本人同意公布' }));
    expect(find(judged, 'mobile')).toMatchObject({
      open: false,
      judgement: { byName: '李小云', reason: '本人同意公布' },
    });
    await save(id, { bodyHtml: `<p>另有一段。</p>${withMobile}` });
    expect(find(await check(id), 'mobile')).toMatchObject({ open: false, key });
    expect((await mayLeave(id)).ok).toBe(true);
  });

  test('another number needs another judgement', async () => {
    const { id } = await noticeWith(withMobile);
    const { key } = find(await check(id), 'mobile');
    done(await judgeFinding(db(), await callerFor(desk.writer), id, { key, reason: '本人同意公布' }));
    await save(id, { bodyHtml: withMobile.replace('5678', '5679') });
    expect(find(await check(id), 'mobile').open).toBe(true);
  });

  test('a full 身份证号码 the author only asks about; the 保密审查员 lets it pass (条例第十七条)', async () => {
    const { id } = await noticeWith(withId);
    const { key } = find(await check(id), 'id-18');
    const given = { key, reason: '法律规定公布完整号码' };
    const asked = done(await judgeFinding(db(), await callerFor(desk.writer), id, given));
    expect(find(asked, 'id-18')).toMatchObject({ open: true, asked: { reason: given.reason } });
    const today = await checksOfToday(db())((await callerFor(secrecy)).authority, system.clock());
    expect(today.filter(({ id: line }) => line === `asked:${id}`)).toHaveLength(1);
    const waived = done(await judgeFinding(db(), await callerFor(secrecy), id, given));
    expect(find(waived, 'id-18')).toMatchObject({ open: false, judgement: { role: '保密审查员' } });
    const after = await checksOfToday(db())((await callerFor(secrecy)).authority, system.clock());
    expect(after.filter(({ id: line }) => line === `asked:${id}`)).toEqual([]);
  });

  test('who wrote on the text lets no number of it pass, though he is 保密审查员 too (条例第十七条)', async () => {
    const { id } = await noticeWith(withId);
    const { key } = find(await check(id), 'id-18');
    await db().updateTable('publicationText').set({ savedBy: secrecy }).where('itemId', '=', id).execute();
    const refused = await judgeFinding(db(), await callerFor(secrecy), id, { key, reason: '法律规定公布完整号码' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });

  test('a secrecy mark nobody lets pass', async () => {
    const { id } = await noticeWith('<p>机密★5年</p><p>正文。</p>');
    const { key } = find(await check(id), 'secrecy-mark');
    for (const personId of [desk.writer, secrecy]) {
      const refused = await judgeFinding(db(), await callerFor(personId), id, { key, reason: '已经核实' });
      expect(refused).toMatchObject({ ok: false, problem: { code: 'not-waivable' } });
    }
    expect((await mayLeave(id)).ok).toBe(false);
  });

  test('where the county has switched it off, the 保密审查员 lets no number pass either', async () => {
    const set = async (value: boolean) => {
      const view = (await system.settings.list()).find(({ name }) => name === checkSettings.name);
      const setting = view?.settings.find(({ key }) => key === 'checks.mayWaiveNumbers');
      done(
        await system.settings.change({ countyId: desk.county.countyId, name: '测试', from: '本机' }, system.clock(), {
          key: 'checks.mayWaiveNumbers',
          value,
          version: setting?.version ?? 0,
        }),
      );
    };
    await set(false);
    const { id } = await noticeWith(withId);
    expect(find(await check(id), 'id-18').waivable).toBe('nobody');
    await set(true);
  });

  test('who did not give a judgement does not take it back; who gave it does', async () => {
    const { id } = await noticeWith(withMobile);
    const { key } = find(await check(id), 'mobile');
    done(await judgeFinding(db(), await callerFor(desk.writer), id, { key, reason: '本人同意公布' }));
    const refused = await withdrawJudgement(db(), await callerFor(desk.head), id, key);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    const taken = done(await withdrawJudgement(db(), await callerFor(desk.writer), id, key));
    expect(find(taken, 'mobile').open).toBe(true);
  });

  test('what is not there any more cannot be judged', async () => {
    const { id } = await noticeWith(clean);
    await check(id);
    const refused = await judgeFinding(db(), await callerFor(desk.writer), id, {
      key: 'a'.repeat(64),
      reason: '已核实',
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });
});

describe('mending by one click', () => {
  test('numbers are masked in a new state of the draft, and it is kept who did it', async () => {
    const { id, version } = await noticeWith(`${withMobile}${withId}`);
    const result = await check(id);
    const keys = [find(result, 'mobile').key, find(result, 'id-18').key];
    const mended = done(await mendFindings(deps(), await callerFor(desk.writer), id, { version, keys }));
    const item = await getItem(system, desk, id);
    const text = await getText(db(), item.countyId, id, item.textNumber);
    expect(text.bodyText).toContain('138****5678');
    expect(text.bodyText).toContain('110105********002X');
    expect(text.bodyHtml).not.toMatch(/13812345678|11010519491231002X/);
    expect(mended.version).toBe(item.version);
    expect(mended.result.findings.filter(({ check: key }) => keys.includes(key))).toEqual([]);
    expect(mended.result.masked.map(({ name, byName }) => `${name} ${byName}`).sort()).toEqual([
      '居民身份证号码 李小云',
      '手机号码 李小云',
    ]);
    expect(JSON.stringify(mended.result.masked)).not.toContain('13812345678');
  });

  test('a wrong word and a wrong 发文字号 are corrected', async () => {
    const { id, version } = await noticeWith('<p>根据云政办发[2026]第08号，认真布署。</p>');
    const result = await check(id);
    const keys = [find(result, 'document-number').key, find(result, 'word-list').key];
    done(await mendFindings(deps(), await callerFor(desk.writer), id, { version, keys }));
    const item = await getItem(system, desk, id);
    const text = await getText(db(), item.countyId, id, item.textNumber);
    expect(text.bodyText).toBe('根据云政办发〔2026〕8号，认真部署。');
  });

  test('who has not seen the last state is told so, and nothing is lost', async () => {
    const { id, version } = await noticeWith(withMobile);
    const { key } = find(await check(id), 'mobile');
    const refused = await mendFindings(deps(), await callerFor(desk.writer), id, { version: version - 1, keys: [key] });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });

  test('the mended text and the record of it are there together or not at all', async () => {
    const { id, version } = await noticeWith(withMobile);
    const { key } = find(await check(id), 'mobile');
    const { ownerConnection } = system.database as unknown as TestDatabase;
    await asOwner(ownerConnection, (client) => client.query('REVOKE INSERT ON publication_masking FROM gongkai_app'));
    try {
      const mending = mendFindings(deps(), await callerFor(desk.writer), id, { version, keys: [key] });
      await expect(mending).rejects.toThrow();
    } finally {
      await asOwner(ownerConnection, (client) => client.query('GRANT INSERT ON publication_masking TO gongkai_app'));
    }
    const item = await getItem(system, desk, id);
    expect(item.version).toBe(version);
    const text = await getText(db(), item.countyId, id, item.textNumber);
    expect(text.bodyText).toContain('13812345678');
    done(await mendFindings(deps(), await callerFor(desk.writer), id, { version, keys: [key] }));
  });

  test('an attachment cannot be changed, and that is said', async () => {
    const { id } = await noticeWith(clean);
    const caller = await callerFor(desk.writer);
    const received = done(
      await receiveFile(system.storage, caller.actor, caller.now, {
        fileName: '11010519491231002X名单.docx',
        content: Readable.from([
          wordFile(paragraph('电话13812345678'), { comments: [{ author: '某', text: '待核' }] }),
        ]),
      }),
    );
    const attachment = done(
      await write(db(), caller.actor, caller.now, async (trx, record) =>
        success(await addAttachment({ trx, record, actor: caller.actor, now: caller.now }, received)),
      ),
    );
    await save(id, { attachments: [{ id: attachment.id, name: '名单' }] });
    const result = await check(id);
    // What the file is called when it is saved counts, whatever it is called in the list.
    expect(find(result, 'id-18').place).toMatchObject({ part: 'attachment', piece: '文件名' });
    const mobile = find(result, 'mobile');
    expect(mobile.place).toMatchObject({ part: 'attachment', piece: '正文第1段', hidden: false });
    expect(find(result, 'hidden-content').message).toContain('批注 1 条');
    const { version } = await getItem(system, desk, id);
    const refused = await mendFindings(deps(), caller, id, { version, keys: [mobile.key] });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-mendable' } });
  });
});

describe('what is public already', () => {
  const body = `<p>${Array.from({ length: 12 }, (_, at) => `第${at + 1}项工作由村委会逐户登记造册并按月公布办理结果。`).join('')}</p>`;

  test('a repetition is told of with its passages, and no longer when the other is withdrawn', async () => {
    const first = await noticeWith(body, { title: '关于防火巡查的通知' });
    await publish(system, desk, first.id);
    const { id } = await noticeWith(body.replace('第3项', '第三项'), { title: '关于巡查的通知' });
    const finding = find(await check(id), 'near-duplicate');
    expect(finding.links).toEqual([{ label: '关于防火巡查的通知', href: `/publication/items/${first.id}` }]);
    expect(finding.passages?.length).toBeGreaterThan(0);
    const known = () =>
      db().selectFrom('publicationFingerprintKey').select('key').where('itemId', '=', first.id).execute();
    expect((await known()).length).toBeGreaterThan(20);
    await withdraw(system, desk, first.id);
    expect(await known()).toEqual([]);
    expect((await check(id)).findings.filter(({ check: key }) => key === 'near-duplicate')).toEqual([]);
  });

  test('a secrecy mark in it begins the 24 hours (保密法实施条例第六十一条)', async () => {
    const { id } = await noticeWith('<p>机密★5年</p><p>报告全文。</p>');
    await publish(system, desk, id);
    const result = await check(id, secrecy);
    expect(find(result, 'public-secret').message).toContain('24小时');
    const today = await checksOfToday(db())((await callerFor(secrecy)).authority, system.clock());
    expect(today.find((line) => line.id === `leak:${id}`)).toMatchObject({ level: 'today' });
  });
});

describe('the list of words', () => {
  const csv = (rows: string[]) => ({ name: '词表.csv', bytes: new TextEncoder().encode(rows.join('\n')) });

  test('a county imports its own words; what is wrong with a row is said, the rest comes in', async () => {
    const caller = await callerFor(supervisor);
    const file = csv([
      '错词,正确写法,类别,级别,说明,例外',
      '石侨镇,石桥镇,错别字,,,',
      '侨,桥,,,,',
      '旧农业局,农业农村局,机构旧称,提示,2019年更名,',
    ]);
    const imported = done(await importWords(db(), caller, file));
    expect(imported).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: [{ row: 3, message: expect.any(String) }],
    });
    expect(done(await importWords(db(), caller, file))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const listed = await listCountyWords(db(), caller, '侨', { page: 1, pageSize: 20 });
    expect(listed.items.map(({ wrong, right }) => [wrong, right])).toEqual([['石侨镇', '石桥镇']]);
    const { id } = await noticeWith('<p>石侨镇人民政府、旧农业局。</p>');
    const words = (await check(id)).findings.filter(({ check: key }) => key === 'word-list');
    expect(words.map(({ severity, suggestion }) => [severity, suggestion])).toEqual([
      ['warn', '石桥镇'],
      ['info', '农业农村局'],
    ]);
  });

  test('only the 县主管部门 keeps it', async () => {
    const entry = { wrong: '错词', kind: 'slip', severity: 'warn', note: '', except: [] } as const;
    expect(await keepWord(db(), await callerFor(desk.head), entry)).toMatchObject({ problem: { code: 'forbidden' } });
  });
});

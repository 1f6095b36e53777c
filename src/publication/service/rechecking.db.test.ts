import { beforeAll, describe, expect, test } from 'vitest';
import { buildPerson, callerOf } from '../../../tests/support/people.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildDesk, complete, depsOf, done, draft, publish, type TestDesk, withdraw } from '../fixtures/desk.ts';
import { judgeFinding } from './check-judging.ts';
import { runItemChecks } from './checking.ts';
import { checksOfToday } from './checks-of-today.ts';
import { recheckPublicTexts } from './rechecking.ts';
import { keepWord } from './words.ts';

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

const recheck = (isOver?: () => boolean) =>
  recheckPublicTexts(depsOf(system), desk.county.countyId, system.clock(), isOver);

/** Past the reviews and the checks, as something came to be public before there was a rule for it. */
async function publicWith(bodyHtml: string): Promise<string> {
  const { id } = await draft(system, desk, desk.writer, { kind: 'announcement' }, { ...complete, bodyHtml });
  await publish(system, desk, id);
  return id;
}

async function linesFor(personId: string, id: string): Promise<string[]> {
  const { db } = system.database;
  const { authority } = await callerOf(db, desk.county, personId);
  const lines = await checksOfToday(db)(authority, system.clock());
  return lines.filter((line) => line.id === `found:${id}`).map(({ title }) => title);
}

describe('what is public is read again when the rules or the words have changed', () => {
  test('each text once with the same rules', async () => {
    await publicWith('<p>一份通知。</p>');
    expect(await recheck()).toBeGreaterThan(0);
    expect(await recheck()).toBe(0);
    await publicWith('<p>又一份通知。</p>');
    expect(await recheck()).toBe(1);
  });

  test('a word that came to the list since is found, and told to the 公开办 and the 保密审查员', async () => {
    const id = await publicWith('<p>请到旧镇公所办理。</p>');
    await recheck();
    expect(await linesFor(desk.head, id)).toEqual([]);
    const caller = await callerOf(system.database.db, desk.county, supervisor);
    const word = { wrong: '旧镇公所', kind: 'former-name', severity: 'warn', note: '', except: [] } as const;
    done(await keepWord(system.database.db, caller, word));
    expect(await recheck()).toBeGreaterThan(1);
    const line = '《关于开展春季防火工作的通知》已经公开，按现行规则复查发现错别字与不当用词 1 处';
    expect(await linesFor(desk.head, id)).toEqual([line]);
    expect(await linesFor(secrecy, id)).toEqual([line]);
    expect(await linesFor(desk.stranger, id)).toEqual([]);
    expect(await linesFor(desk.writer, id)).toEqual([]);
  });

  test('a full number is found wherever it stands; nothing is withdrawn by itself, and the line goes with the text', async () => {
    const id = await publicWith('<table><tr><td>110105194912</td><td>31002X</td></tr></table>');
    await recheck();
    expect(await linesFor(desk.head, id)).toEqual([
      '《关于开展春季防火工作的通知》已经公开，按现行规则复查发现居民身份证号码 1 处',
    ]);
    const item = await system.database.db
      .selectFrom('publicationItem')
      .select(['state', 'liveTextNumber'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(item).toEqual({ state: 'published', liveTextNumber: 1 });
    await withdraw(system, desk, id);
    expect(await linesFor(desk.head, id)).toEqual([]);
  });

  test('what the 保密审查员 lets stand with its ground is no longer told of', async () => {
    const id = await publicWith('<p>身份证号11010519491231002X。</p>');
    await recheck();
    expect(await linesFor(secrecy, id)).toHaveLength(1);
    const { db } = system.database;
    const caller = await callerOf(db, desk.county, secrecy);
    const { findings } = done(await runItemChecks(depsOf(system), caller, id));
    const [finding] = findings.filter(({ check }) => check === 'id-18');
    done(await judgeFinding(db, caller, id, { key: finding?.key ?? '', reason: '法律规定公布完整号码' }));
    expect(await linesFor(secrecy, id)).toEqual([]);
  });

  test('a night that is over leaves the rest for the next one', async () => {
    for (const at of [1, 2, 3]) await publicWith(`<p>第${at}份。</p>`);
    let asked = 0;
    const read = await recheck(() => {
      asked += 1;
      return asked > 3;
    });
    expect(read).toBe(2);
    expect(await recheck()).toBe(1);
  });
});

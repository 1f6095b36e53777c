import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPerson } from '../../../tests/support/people.ts';
import { buildTown } from '../../../tests/support/publication.ts';
import { granted } from '../../../tests/support/result.ts';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Result } from '../../kernel/result.ts';
import { type Database, openDatabase } from '../../platform/db/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { createSettings } from '../../platform/settings/index.ts';
import { settingSections } from '../../system.ts';
import type { ReviewStep, State } from '../domain/states.ts';
import { listEvents } from '../store/events.ts';
import { type ActRequest, actOnItem } from './acting.ts';
import type { PublicationDeps } from './deps.ts';
import { saveDraft } from './saving.ts';

const database = useDatabase();
type Town = Awaited<ReturnType<typeof townOfTwo>>;
type Somebody = 'second check' | 'author' | 'check' | 'secrecy' | 'clerk' | 'head' | 'deputy' | 'chief';

/** A town with two who check for the department. */
async function townOfTwo() {
  const town = await buildTown(database.db);
  const second = await buildPerson(town.db, town.county, '另一负责人', town.organId, 'department-head');
  return { ...town, caller: (who: Somebody) => town.caller(who === 'second check' ? second : who) };
}

/** One of two who act on the same page: an act of the workflow, or `save`. */
type Move = [who: Somebody, what: ActRequest['act'] | 'save', more?: Partial<ActRequest>];
const back: Partial<ActRequest> = { to: 'draft', opinion: '缺附件，请补充。' };
const reason: Partial<ActRequest> = { opinion: '内容有误，更正后重新公开。' };
const urgent: Partial<ActRequest> = { opinion: '汛情紧急，须立即发布。' };
const soon: Partial<ActRequest> = { publishAt: new Date('2026-03-03T01:30:00Z'), opinion: '' };

/** Every act that one may do while another does something else, or the same, from where an item stands. */
const contests: [from: State, one: Move, other: Move][] = [
  ['draft', ['author', 'submit'], ['clerk', 'save']],
  ['draft', ['author', 'save'], ['clerk', 'save']],
  ['draft', ['author', 'submit'], ['clerk', 'submit']],
  ['draft', ['author', 'submit'], ['clerk', 'discard', reason]],
  ['draft', ['clerk', 'save'], ['author', 'discard', reason]],
  ['draft', ['author', 'submit'], ['deputy', 'publish-urgently', urgent]],
  ['draft', ['author', 'save'], ['chief', 'publish-urgently', urgent]],
  ['department-check', ['check', 'pass'], ['second check', 'return', back]],
  ['department-check', ['check', 'pass'], ['second check', 'pass']],
  ['department-check', ['check', 'pass'], ['author', 'take-back']],
  ['department-check', ['check', 'return', back], ['author', 'take-back']],
  ['department-check', ['check', 'pass'], ['deputy', 'publish-urgently', urgent]],
  ['secrecy-review', ['secrecy', 'pass'], ['secrecy', 'refer', { referee: 'county', opinion: '不能确定。' }]],
  ['office-review', ['head', 'pass'], ['head', 'return', back]],
  ['deputy-approval', ['deputy', 'pass'], ['chief', 'publish-urgently', urgent]],
  ['approved', ['clerk', 'publish'], ['head', 'return', back]],
  ['approved', ['clerk', 'publish'], ['head', 'publish']],
  ['approved', ['clerk', 'schedule', soon], ['head', 'publish']],
  ['approved', ['clerk', 'publish'], ['chief', 'publish-urgently', urgent]],
  ['published', ['head', 'withdraw', reason], ['deputy', 'withdraw', reason]],
  ['published', ['head', 'withdraw', reason], ['author', 'revise']],
  ['published', ['author', 'revise'], ['clerk', 'revise']],
];

const named = ([from, one, other]: [State, Move, Move]): [string, State, Move, Move] => [
  `${from}: ${one[0]} ${one[1]}, ${other[0]} ${other[1]}`,
  from,
  one,
  other,
];

const way: [ReviewStep, Somebody][] = [
  ['department-check', 'check'],
  ['secrecy-review', 'secrecy'],
  ['office-review', 'head'],
  ['deputy-approval', 'deputy'],
];

/** An item that stands in a state, by everybody in his turn. */
async function itemIn(town: Town, state: State): Promise<string> {
  const id = await town.draft();
  if (state === 'draft') return id;
  granted(await town.act('author', id, 'submit'));
  for (const [step, who] of way) {
    if (state === step) return id;
    granted(await town.act(who, id, 'pass'));
  }
  if (state === 'published') granted(await town.act('clerk', id, 'publish'));
  return id;
}

/** Does one of two moves on the page as it was opened. */
async function move(
  town: Town,
  deps: PublicationDeps,
  id: string,
  version: number,
  [who, what, more = {}]: Move,
): Promise<Result<unknown>> {
  const caller = await town.caller(who);
  return what === 'save'
    ? saveDraft(deps, caller, id, version, { summary: `改过的概述，${who}。` })
    : actOnItem(deps, caller, { itemId: id, version, act: what, opinion: '经审查，同意公开。', ...more });
}

/** What the one who was too late is told: who was faster and what he did, never what is wrong with the new state. */
const told = /已于.+(办理“.+”|保存过)/;

describe('of two who act at once on the same page one wins, the other gets a conflict that says who was faster', () => {
  test.each(contests.map(named))('%s', async (_, from, one, other) => {
    // A town of its own: what one contest publishes is no near-duplicate of what the next one submits.
    const town = await townOfTwo();
    const id = await itemIn(town, from);
    const { version } = await town.item(id);
    const before = (await listEvents(town.db, town.county.countyId, id)).length;
    const outcomes = await Promise.all([one, other].map((each) => move(town, town.deps, id, version, each)));
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
    expect(refused.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^conflict: .*${told.source}`)),
    ]);
    const winner = outcomes[0]?.ok ? one : other;
    expect((await town.item(id)).version).toBe(version + 1);
    const added = (await listEvents(town.db, town.county.countyId, id)).slice(before);
    expect(added.map(({ act }) => act)).toEqual(winner[1] === 'save' ? [] : [winner[1]]);
  });

  describe('however far the slower one has got when the other is done', () => {
    let slow: Slow;
    beforeAll(() => {
      slow = slowDatabase(database.ownerConnection);
    });
    afterAll(() => slow.database.close());

    const races: [State, Move, Move][] = [
      ['draft', ['author', 'submit'], ['clerk', 'discard', reason]],
      ['draft', ['author', 'save'], ['clerk', 'submit']],
      ['department-check', ['check', 'return', back], ['second check', 'pass']],
      ['department-check', ['author', 'take-back'], ['check', 'pass']],
    ];
    test.each(races.map(named))(
      '%s',
      async (_, from, late, early) => {
        const town = await townOfTwo();
        const { db } = slow.database;
        const deps = { ...town.deps, db, settings: createSettings(db, settingSections) };
        let places = 0;
        for (let wasStopped = true; wasStopped; ) {
          const id = await itemIn(town, from);
          const { version } = await town.item(id);
          let won: Result<unknown> | undefined;
          places += 1;
          wasStopped = await slow.stopping(
            places,
            async () => {
              won = await move(town, town.deps, id, version, early);
            },
            async () => {
              const outcome = await move(town, deps, id, version, late);
              if (!won) return granted(outcome);
              granted(won);
              const words = outcome.ok ? 'done' : `${outcome.problem.code}: ${outcome.problem.message}`;
              expect(words, `stopped before query ${places}`).toMatch(new RegExp(`^conflict: .*${told.source}`));
            },
          );
        }
        // A few reads, and the statement that holds the item.
        expect(places).toBeGreaterThan(3);
      },
      60_000,
    );
  });
});

interface Slow {
  database: Database;
  /**
   * Does something, and something else before its `place`-th query; queries count until it holds the item.
   *
   * @returns whether it came to that query
   */
  stopping(place: number, meanwhile: () => Promise<void>, work: () => Promise<unknown>): Promise<boolean>;
}

/** The same database as another process has it open, on a line that can be stopped between two queries. */
function slowDatabase(connection: pg.ClientConfig): Slow {
  const database = openDatabase({ connection, log: createLog('silent') });
  let left = 0;
  let meanwhile: (() => Promise<void>) | undefined;
  const pass = async (text: string) => {
    left -= 1;
    if (left === 0 && meanwhile) {
      const work = meanwhile;
      meanwhile = undefined;
      await work();
    }
    if (/for update/i.test(text)) meanwhile = undefined;
  };
  const slowed = new WeakSet<pg.PoolClient>();
  const connect = database.pool.connect.bind(database.pool) as () => Promise<pg.PoolClient>;
  database.pool.connect = (async () => {
    const client = await connect();
    if (slowed.has(client)) return client;
    slowed.add(client);
    const query = client.query.bind(client) as (...sent: unknown[]) => Promise<unknown>;
    let before: Promise<unknown> = Promise.resolve();
    // One after the other, as they were sent.
    client.query = ((...sent: unknown[]) => {
      const passed = before.then(() => pass(String(sent[0])));
      before = passed.catch(() => undefined);
      return passed.then(() => query(...sent));
    }) as never;
    return client;
  }) as never;
  return {
    database,
    stopping: async (place, other, work) => {
      left = place;
      let wasStopped = false;
      meanwhile = async () => {
        wasStopped = true;
        await other();
      };
      await work();
      meanwhile = undefined;
      return wasStopped;
    },
  };
}

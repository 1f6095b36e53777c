import { describe, expect, it } from 'vitest';
import { judgeEntering, type LedgerHands, listEnterers, opensSomething } from './deciding.ts';

const clerk = { personId: 'clerk', name: '王经办' };
const head = { personId: 'head', name: '李负责' };
const county = { personId: 'county', name: '县主管' };
const officer = 'officer';

const hands = (changes: Partial<LedgerHands> = {}): LedgerHands => ({
  senderId: officer,
  opens: true,
  publishers: [clerk, head],
  seconds: [county],
  ...changes,
});
const outcome = (personId: string, changes: Partial<LedgerHands> = {}) => {
  const judged = judgeEntering(personId, hands(changes));
  return judged.ok ? (judged.value.secondEyes ? '代行' : '可以') : judged.problem.message;
};

describe('who enters a ledger of what was published elsewhere', () => {
  it.each<[string, string, Partial<LedgerHands>, string | RegExp]>([
    ['a publisher enters what the 信息员 sent', 'clerk', {}, '可以'],
    ['the 信息员 who sent it does not', officer, {}, /由公开办核对、导入。请由王经办、李负责办理。/],
    ['nor one who did not send it', officer, { senderId: 'other' }, /由公开办核对、导入/],
    [
      'a publisher does not enter what he sent himself',
      'clerk',
      { senderId: 'clerk' },
      /应当由两人办理（《条例》第十七条）。请由李负责办理。/,
    ],
    ['another publisher does', 'head', { senderId: 'clerk' }, '可以'],
    ['the county does not where the organ has somebody', 'county', { senderId: 'clerk' }, /请由李负责办理/],
    ['the county does where the only publisher sent it', 'county', { senderId: 'head', publishers: [head] }, '代行'],
    ['and he is told so', 'head', { senderId: 'head', publishers: [head] }, /由县主管部门（县主管）代为核对、导入/],
    [
      'where the county itself sent it, nobody does',
      'county',
      { senderId: 'county', publishers: [] },
      /请联系安全管理员/,
    ],
    [
      'where there is nobody at all, it says who helps',
      'head',
      { senderId: 'head', publishers: [head], seconds: [] },
      /安全管理员另行任命/,
    ],
    ['who sent only more channels enters them himself', 'clerk', { senderId: 'clerk', opens: false }, '可以'],
    ['but not the 信息员', officer, { opens: false }, /由公开办核对、导入/],
    ['of one from before the sender was kept, a publisher', 'clerk', { senderId: undefined }, '可以'],
  ])('%s', (_, personId, changes, expected) => {
    if (typeof expected === 'string') expect(outcome(personId, changes)).toBe(expected);
    else expect(outcome(personId, changes)).toMatch(expected);
  });

  it('whoever is named may, and nobody else', () => {
    for (const senderId of ['clerk', 'head', 'county', officer]) {
      for (const publishers of [[], [head], [clerk, head]]) {
        for (const opens of [true, false]) {
          const given = hands({ senderId, publishers, opens });
          const named = listEnterers(given).map(({ personId }) => personId);
          for (const { personId } of [clerk, head, county, { personId: officer }]) {
            expect(named.includes(personId)).toBe(judgeEntering(personId, given).ok);
          }
        }
      }
    }
  });

  it('only a channel more opens nothing; anything else does', () => {
    const entry = {} as never;
    const changed = (key: string) => [
      { entry, itemId: '1', fields: [{ key, label: '', before: '', after: '' }], addedChannels: [] },
    ];
    expect(opensSomething({ created: [], changed: changed('channels') })).toBe(false);
    expect(opensSomething({ created: [], changed: changed('title') })).toBe(true);
    expect(opensSomething({ created: [entry], changed: [] })).toBe(true);
  });
});

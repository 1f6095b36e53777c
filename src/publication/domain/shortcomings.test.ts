import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Item, ItemText } from './item.ts';
import { headOf, listShortcomings } from './shortcomings.ts';

const at = new Date('2026-03-02T01:30:00Z');
const item: Item = {
  countyId: 'c',
  id: 'i',
  organId: 'o',
  draftingOrganId: 'o',
  authorId: 'p',
  kind: 'interpretation',
  title: '《防火办法》解读',
  columnKey: 'interpretations',
  disclosure: 'proactive',
  origin: { kind: 'made' },
  clearances: {},
  important: false,
  formedOn: '2026-03-02' as PlainDate,
  state: 'draft',
  stateSince: at,
  textNumber: 1,
  source: 'written',
  version: 1,
  createdAt: at,
  updatedAt: at,
};
const text: ItemText = {
  number: 1,
  title: item.title,
  summary: '解读',
  bodyHtml: '<p>解读</p>',
  bodyText: '解读',
  fields: { form: 'text' },
  attachments: [],
  changeNote: '',
  frozen: false,
  savedBy: 'p',
  savedByName: '李小云',
  savedAt: at,
};
const interprets = [{ kind: 'interprets' as const, toItemId: 'd' }];
const fieldsOf = (i: Partial<Item>, t: Partial<ItemText> = {}, relations = interprets) =>
  listShortcomings({ ...item, ...i }, { ...text, ...t }, relations).map(({ field }) => field);

describe('what an item lacks before it leaves the draft', () => {
  test('nothing, when it is complete', () => expect(fieldsOf({})).toEqual([]));
  test.each<[string, Partial<Item>, Partial<ItemText>, string]>([
    ['a title', {}, { title: ' ' }, 'title'],
    ['a title of at most 200 characters', {}, { title: '长'.repeat(201) }, 'title'],
    ['a 内容概述 (第十二条)', {}, { summary: '' }, 'summary'],
    ['a field of its kind', {}, { fields: {} }, 'fields.form'],
    [
      'where joint information comes from (第十条)',
      { origin: { kind: 'from-public', source: '' } },
      {},
      'origin.source',
    ],
    [
      'the number of an answer (第十一条)',
      { clearances: { consultations: [{ organ: '局', agreedOn: item.formedOn }] } },
      {},
      'clearances.consultations.0.proof',
    ],
    ['a ground (第十三条)', { disclosure: 'withheld' }, {}, 'exemption.ground'],
  ])('%s', (_, i, t, field) => expect(fieldsOf(i, t)).toEqual([field]));

  test('an interpretation its document, unless it is not published at all', () => {
    expect(fieldsOf({}, {}, [])).toEqual(['relations']);
    const exemption = { ground: '16-process', part: 'draft', reason: '正在讨论，尚未定稿' };
    expect(fieldsOf({ disclosure: 'withheld', exemption }, {}, [])).toEqual([]);
  });
});

test('the head of an item has what stands beside its text, and nothing that is absent', () => {
  const { kind, organId, origin, important } = item;
  expect(headOf({ ...item, documentNumber: '石政发〔2026〕3号' })).toEqual({
    kind,
    organId,
    origin,
    important,
    columnKey: 'interpretations',
    disclosure: 'proactive',
    formedOn: '2026-03-02',
    documentNumber: '石政发〔2026〕3号',
  });
});

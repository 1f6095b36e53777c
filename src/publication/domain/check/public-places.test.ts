import { describe, expect, test } from 'vitest';
import { getPlainDate } from '../../../kernel/plain-date.ts';
import type { Item } from '../item.ts';
import { composeDocument } from './compose.ts';
import { runChecks } from './index.ts';
import type { CheckedText } from './public-places.ts';

const number = '11010519491231002X';

const item = { kind: 'normative-document', formedOn: getPlainDate('2026-03-01'), disclosure: 'proactive' };

/** What of the gravest is found in an item, and where. */
function foundIn(
  text: Partial<CheckedText>,
  more: Partial<Item> = {},
  relations: readonly { toDocument: string }[] = [],
): string[] {
  const document = composeDocument(
    { ...item, ...more } as Item,
    { title: '通知', summary: '', bodyHtml: '<p>正文</p>', ...text },
    relations,
    [],
    {
      today: getPlainDate('2026-03-02'),
      words: [],
      missingFields: [],
      duplicates: [],
      links: [],
      isPublic: false,
    },
  );
  return runChecks(document)
    .filter(({ check }) => check === 'id-18' || check === 'secrecy-mark')
    .map(({ check, place }) => `${check} ${'field' in place ? place.field : place.part}`);
}

describe('whatever of an item can become public is read for what may never go out', () => {
  const places: [where: string, (words: string) => string[], place: string][] = [
    ['标题', (words) => foundIn({ title: words }), 'title'],
    ['概述', (words) => foundIn({ summary: words }), 'summary'],
    ['正文', (words) => foundIn({ bodyHtml: `<p>${words}</p>` }), 'body'],
    ['本类信息的一栏', (words) => foundIn({ fields: { signedBy: words } }, { kind: 'licence' }), 'signedBy'],
    ['本类信息没有的一栏', (words) => foundIn({ fields: { leftOver: words } }), 'leftOver'],
    ['多行的一栏', (words) => foundIn({ fields: { leftOver: ['甲', words] } }), 'leftOver'],
    ['日期栏', (words) => foundIn({ fields: { effectiveOn: words } }), 'effectiveOn'],
    ['文号', (words) => foundIn({}, { documentNumber: words }), 'documentNumber'],
    ['修改说明', (words) => foundIn({ changeNote: words }), 'changeNote'],
    ['关联的文件', (words) => foundIn({}, {}, [{ toDocument: words }]), 'relations'],
    ['信息来源', (words) => foundIn({}, { origin: { kind: 'from-public', source: words } }), 'origin'],
    [
      '联合制作机关',
      (words) => foundIn({}, { origin: { kind: 'joint', leadOrganId: '', otherOrgans: [words] } }),
      'origin',
    ],
    ['不公开的理由', (words) => foundIn({}, { exemption: { ground: '', reason: words } }), 'exemption'],
    ['图片说明', (words) => foundIn({ bodyHtml: `<p>图</p><img src="x" alt="${words}">` }), 'body'],
  ];

  test.each(places)('%s', (_, find, place) => {
    expect(find(`张三${number}`)).toEqual([`id-18 ${place}`]);
    expect(find('机密★5年')).toEqual([`secrecy-mark ${place}`]);
    expect(find('平常的话')).toEqual([]);
  });

  test('网址', () => {
    expect(foundIn({ bodyHtml: `<p><a href="https://a.gov.cn/?id=${number}">看</a></p>` })).toEqual(['id-18 body']);
  });
});

import { expect, test } from 'vitest';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { placeCells, rowsOf } from '../../kernel/printable-document.ts';
import { layOutReviewSheet, type ReviewSheet } from './review-sheet.ts';

const sheet: ReviewSheet = {
  title: '关于开展集中整治的通知',
  kindName: '通知公告',
  organ: '云溪县石桥镇人民政府',
  draftingOrgan: '云溪县石桥镇人民政府',
  authorName: '李小云',
  formedOn: getPlainDate('2026-02-24'),
  dueOn: getPlainDate('2026-03-24'),
  summary: '整治的时间、范围和要求。',
  disclosureName: '主动公开',
  channels: ['门户网站', '公告栏（公示墙）'],
  attachments: ['任务分解表.xlsx'],
  important: false,
  opinions: [
    {
      step: 'secrecy-review',
      given: {
        opinion: '不涉及国家秘密，同意公开。',
        name: '周敏',
        on: getPlainDate('2026-03-02'),
        marks: ['周敏代赵红办理'],
      },
    },
    { step: 'deputy-approval' },
  ],
  referrals: [],
  remarks: [],
  printedOn: getPlainDate('2026-03-02'),
};

/** What stands right of each label, without the spaces that only set it apart. */
function cellsOf(of: ReviewSheet): Record<string, string> {
  const [, table] = layOutReviewSheet(of).blocks;
  if (table?.kind !== 'table') throw new Error('the sheet is no table');
  placeCells(table);
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return Object.fromEntries(
    rowsOf(table).flatMap((row) =>
      row.flatMap((cell, at) => (cell.header ? [[cell.text.replace(/\s/g, ''), plain(row[at + 1]?.text ?? '')]] : [])),
    ),
  );
}

test('the sheet has what a review has to be recorded with: name, summary, way, scope, time, each opinion, reviewer and day', () => {
  expect(cellsOf(sheet)).toMatchObject({
    信息名称: '关于开展集中整治的通知',
    内容摘要: '整治的时间、范围和要求。',
    拟公开方式: '门户网站、公告栏（公示墙）',
    拟公开范围: '面向社会公开',
    公开期限: '2026年3月24日前',
    不予公开的理由和依据: '（主动公开，不填）',
    保密审查意见: '不涉及国家秘密，同意公开。 （周敏代赵红办理） 签字：周敏 2026年3月2日',
    分管领导审核意见: '签字： 年 月 日',
  });
});

test('what is not disclosed bears its article and reason, and no channel', () => {
  const { dueOn: _, ...rest } = sheet;
  const withheld = cellsOf({
    ...rest,
    disclosureName: '不予公开',
    channels: [],
    exemption: '过程性信息，条例第十六条第二款：会商记录。',
  });
  expect(withheld).toMatchObject({
    不予公开的理由和依据: '过程性信息，条例第十六条第二款：会商记录。',
    拟公开方式: '不主动公开',
    公开期限: '不适用',
    拟公开时间: '不适用',
  });
});

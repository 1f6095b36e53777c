import type { PlainDate } from '../../kernel/plain-date.ts';
import type { PrintableCell, PrintableDocument } from '../../kernel/printable-document.ts';

/** What stands on a 主动公开政府信息移送明细表. */
export interface TransferSheet {
  /** Who hands over, full name. */
  organ: string;
  /** To what: 档案馆 or 图书馆. */
  to: string;
  from: PlainDate;
  until: PlainDate;
  /** Absent while it is still to be handed over: left blank to be filled in by hand. */
  handedOn?: PlainDate;
  receiver?: string;
  items: readonly {
    indexNumber: string;
    title: string;
    documentNumber: string;
    kind: string;
    /** The organ that disclosed it, short. */
    organ: string;
    publishedOn: PlainDate;
  }[];
}

/** The list to be printed, signed by both sides and filed (条例 art. 25: 及时向国家档案馆、公共图书馆提供主动公开的政府信息). */
export function layOutTransfer(sheet: TransferSheet): PrintableDocument {
  const text = (value: string, align?: 'left'): PrintableCell => ({ text: value, ...(align ? { align } : {}) });
  const head = ['序号', '索引号', '信息名称', '文号', '信息类别', '公开单位', '公开日期'];
  const blank = '                    ';
  return {
    title: '主动公开政府信息移送明细表',
    blocks: [
      { kind: 'title', parts: ['主动公开政府信息移送明细表'] },
      {
        kind: 'paragraph',
        role: 'note',
        runs: [
          {
            kind: 'plain',
            text: `移送单位：${sheet.organ}　　接收单位：${sheet.to}　　公开日期：${sheet.from}至${sheet.until}　　共${sheet.items.length}件`,
          },
        ],
      },
      {
        kind: 'table',
        name: '移送明细',
        columns: [6, 20, 36, 16, 10, 12, 11],
        head: [head.map((label) => ({ text: label, header: 'column' }))],
        groups: [
          sheet.items.map((item, at) => [
            text(String(at + 1)),
            text(item.indexNumber, 'left'),
            text(item.title, 'left'),
            text(item.documentNumber),
            text(item.kind),
            text(item.organ),
            text(item.publishedOn),
          ]),
        ],
        density: 'compact',
      },
      {
        kind: 'signature',
        lines: [
          `移送人（签字）：${blank}`,
          `接收人（签字）：${sheet.receiver ?? blank}`,
          `移送日期：${sheet.handedOn ?? '      年    月    日'}`,
        ],
      },
    ],
  };
}

import type { PlainDate } from '../../kernel/plain-date.ts';
import type { PrintableCell, PrintableDocument, PrintableRow } from '../../kernel/printable-document.ts';
import type { ReviewStep } from './states.ts';

/** All that stands on a 政府信息公开审查呈批单. */
export interface ReviewSheet {
  title: string;
  kindName: string;
  organ: string;
  draftingOrgan: string;
  authorName: string;
  documentNumber?: string;
  indexNumber?: string;
  formedOn: PlainDate;
  dueOn?: PlainDate;
  summary: string;
  /** 主动公开, 依申请公开, 不予公开. */
  disclosureName: string;
  /** Names of the channels it is meant for. */
  channels: readonly string[];
  /** When it is to be published, or was. */
  publishOn?: PlainDate;
  expiresOn?: PlainDate;
  attachments: readonly string[];
  important: boolean;
  /** Article and reason in words; absent for what is disclosed. */
  exemption?: string;
  /** The reviews in order; `given` absent where nobody has given an opinion yet. */
  opinions: readonly {
    step: ReviewStep;
    given?: { opinion: string; name: string; on: PlainDate; marks: readonly string[] };
  }[];
  /** Questions to others and their answers, each in one line. */
  referrals: readonly string[];
  /** Returns and the like, each in one line. */
  remarks: readonly string[];
  printedOn: PlainDate;
}

/**
 * Lays out the 政府信息公开审查呈批单: what is to be disclosed, how, to whom, when, why not, and what each reviewer said
 * (条例 art. 17). What was said in the system is printed; what is still to come has room to be written.
 */
export function layOutReviewSheet(sheet: ReviewSheet): PrintableDocument {
  const { exemption, opinions, referrals, remarks } = sheet;
  const withheld = exemption ?? '（主动公开，不填）';
  const rows: PrintableRow[] = [
    wide('信息名称', sheet.title),
    pair('索引号', sheet.indexNumber ?? '（发布时编定）', '制单日期', chineseDay(sheet.printedOn)),
    pair('信息类别', sheet.kindName, '发文字号', sheet.documentNumber ?? '无'),
    pair('公开责任主体', sheet.organ, '起草单位', sheet.draftingOrgan),
    pair('起草人', sheet.authorName, '形成日期', chineseDay(sheet.formedOn)),
    pair('公开属性', sheet.disclosureName, '公开期限', sheet.dueOn ? `${chineseDay(sheet.dueOn)}前` : '不适用'),
    wide('内容摘要', sheet.summary || '（见所附文本）'),
    wide('拟公开方式', sheet.channels.length > 0 ? sheet.channels.join('、') : exemption ? '不主动公开' : '政府网站'),
    pair('拟公开范围', exemption ? '不主动公开' : '面向社会公开', '拟公开时间', timeOf(sheet)),
    ...(sheet.attachments.length > 0
      ? [wide('附\u3000\u3000件', sheet.attachments.map((name, at) => `${at + 1}. ${name}`).join('\n'))]
      : []),
    wide('不予公开的\n理由和依据', withheld),
    ...opinions.map(({ step, given }) => wide(labels[step], given ? opinionOf(given) : blank)),
    ...(referrals.length > 0 ? [wide('报请确定\n情\u3000\u3000况', referrals.join('\n'))] : []),
    wide(
      '备\u3000\u3000注',
      [...(sheet.important ? ['重要信息，由主要领导审核。'] : []), ...remarks].join('\n') || '无',
    ),
  ];
  return {
    title: `政府信息公开审查呈批单（${sheet.title}）`,
    blocks: [
      { kind: 'title', parts: ['政府信息公开', '审查呈批单'] },
      {
        kind: 'table',
        name: '政府信息公开审查呈批单',
        columns: [9, 14, 8, 14],
        head: [],
        groups: rows.map((row) => [row]),
        density: 'normal',
      },
    ],
  };
}

/** Labels that break where a person would break them. */
const labels: Record<ReviewStep, string> = {
  'department-check': '部门负责人\n意\u3000\u3000\u3000见',
  'secrecy-review': '保密审查\n意\u3000\u3000见',
  'office-review': '公开办复审\n意\u3000\u3000\u3000见',
  'deputy-approval': '分管领导\n审核意见',
  'chief-approval': '主要领导\n审核意见',
};

const gap = '\u3000';
const signature = (name: string, day: string) =>
  `\n${gap.repeat(12)}签字：${name}${gap.repeat(Math.max(1, 7 - [...name].length))}${day}`;
const blank = `\n${signature('', `${gap.repeat(2)}年${gap.repeat(2)}月${gap.repeat(2)}日`)}`;

const opinionOf = ({
  opinion,
  name,
  on,
  marks,
}: {
  opinion: string;
  name: string;
  on: PlainDate;
  marks: readonly string[];
}) => `${opinion}${marks.length > 0 ? `\n（${marks.join('；')}）` : ''}${signature(name, chineseDay(on))}`;

function timeOf({ publishOn, expiresOn, dueOn, exemption }: ReviewSheet): string {
  if (exemption) return '不适用';
  const from = publishOn ? chineseDay(publishOn) : dueOn ? '审查通过后即公开' : '审查通过后公开';
  return expiresOn ? `${from}\n公示至${chineseDay(expiresOn)}` : from;
}

const label = (text: string): PrintableCell => ({ text, header: 'row' });
const text = (value: string, columnSpan?: number): PrintableCell => ({
  text: value,
  align: 'left',
  ...(columnSpan ? { columnSpan } : {}),
});
const wide = (name: string, value: string): PrintableRow => [label(name), text(value, 3)];
const pair = (one: string, value: string, other: string, second: string): PrintableRow => [
  label(one),
  text(value),
  label(other),
  text(second),
];
/** 2026年3月1日 */
function chineseDay(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

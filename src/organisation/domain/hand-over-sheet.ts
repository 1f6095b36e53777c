import type { PlainDate } from '../../kernel/plain-date.ts';
import type {
  PrintableBlock,
  PrintableCell,
  PrintableDocument,
  PrintableTable,
} from '../../kernel/printable-document.ts';
import { type HandOverState, handOverStateNames, type SheetItem } from './hand-over.ts';
import { type Role, roles } from './role.ts';

/** A person as named on the sheet. */
export interface SheetPerson {
  name: string;
  organ: string;
}

/** All that stands on a hand-over sheet (工作移交单). */
export interface HandOverSheet {
  id: string;
  state: HandOverState;
  reason: string;
  /** The day it was made. */
  day: PlainDate;
  from: SheetPerson;
  to: SheetPerson;
  items: readonly SheetItem[];
  /** The posts of the person; `passed` for those that go over. */
  posts: readonly { role: Role; organ: string; from: PlainDate; to?: PlainDate | undefined; passed: boolean }[];
  delegations: readonly {
    /** `given`: a post of the person that somebody else fills in for; `taken`: the other way round. */
    direction: 'given' | 'taken';
    role: Role;
    organ: string;
    with: string;
    from: PlainDate;
    to: PlainDate;
  }[];
}

/** Room for three to sign in, each with the day. */
const signing: PrintableTable = {
  kind: 'table',
  name: '签字',
  columns: [1, 1, 1],
  head: [],
  groups: [
    [
      ['移交人', '接收人', '监交人'].map((who) => ({ text: `${who}（签字）`, header: 'column' as const })),
      ['移交人', '接收人', '监交人'].map(() => ({
        text: '\n\n\n年\u3000\u3000月\u3000\u3000日',
        align: 'right' as const,
      })),
    ],
  ],
  density: 'normal',
  together: true,
};

/** Lays the sheet out for print, with lines for 移交人, 接收人 and 监交人 to sign on. */
export function layOutSheet(sheet: HandOverSheet): PrintableDocument {
  const { from, to, items, posts, delegations } = sheet;
  const texts = items.filter(({ text }) => text !== undefined);
  const blocks: PrintableBlock[] = [
    { kind: 'title', parts: ['工作移交单'] },
    table('基本情况', [1, 3], undefined, [
      ['移交人', `${from.name}（${from.organ}）`],
      ['接收人', `${to.name}（${to.organ}）`],
      ['移交原因', sheet.reason],
      ['制单日期', chineseDay(sheet.day)],
      ['办理状态', handOverStateNames[sheet.state]],
      ['移交单编号', sheet.id],
    ]),
    { kind: 'heading', level: 1, text: `一、待办事项（共${items.length}项）` },
    ...listOr('没有待办事项。', items.length > 0, () =>
      table(
        '待办事项',
        [3, 4, 11, 7, 8],
        ['序号', '类别', '事项', '下一期限', '进展'],
        items.map(({ label, title, nextDate, detail }, index) => [
          String(index + 1),
          label,
          title,
          nextDate === undefined ? '' : chineseDay(nextDate),
          detail ?? '',
        ]),
      ),
    ),
    { kind: 'heading', level: 1, text: `二、未完成的文稿（共${texts.length}篇）` },
    ...listOr('没有未完成的文稿。', false),
  ];
  if (texts.length > 0) blocks.splice(-1, 1, ...texts.flatMap(layOutText));
  blocks.push(
    { kind: 'heading', level: 1, text: '三、岗位' },
    ...listOr('没有在任岗位。', posts.length > 0, () =>
      table(
        '岗位',
        [4, 4, 7, 3],
        ['单位', '岗位', '任期', '处理'],
        posts.map((post) => [post.organ, roles[post.role].name, term(post), post.passed ? '随同转任' : '不转任']),
      ),
    ),
    { kind: 'heading', level: 1, text: '四、委托' },
    ...listOr('没有未到期的委托。', delegations.length > 0, () =>
      table(
        '委托',
        [4, 6, 3, 8],
        ['关系', '单位及岗位', '对方', '期间'],
        delegations.map((each) => [
          each.direction === 'given' ? '委托他人代办' : '代他人办理',
          `${each.organ} ${roles[each.role].name}`,
          each.with,
          term(each),
        ]),
      ),
    ),
    paragraph('以上事项已当面逐项交接清楚。', 'body'),
    signing,
  );
  return { title: `工作移交单（${from.name}）`, blocks };
}

function listOr(none: string, some: boolean, list?: () => PrintableBlock): PrintableBlock[] {
  return some && list ? [list()] : [paragraph(none, 'body')];
}

function layOutText({ title, text = '' }: SheetItem, index: number): PrintableBlock[] {
  return [
    { kind: 'heading', level: 3, text: `${index + 1}.${title}` },
    ...text.split('\n').map((line) => paragraph(line, 'body')),
  ];
}

const paragraph = (text: string, role: 'body' | 'note'): PrintableBlock => ({
  kind: 'paragraph',
  role,
  runs: text === '' ? [] : [{ text, kind: 'plain' }],
});

/** A table of texts; without a head the first column speaks for the row. */
function table(
  name: string,
  columns: readonly number[],
  head: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): PrintableTable {
  const cell = (text: string, header?: 'row' | 'column'): PrintableCell => ({
    text,
    ...(header ? { header } : { align: 'left' }),
  });
  return {
    kind: 'table',
    name,
    columns,
    head: head ? [head.map((text) => cell(text, 'column'))] : [],
    groups: rows.map((row) => [row.map((text, index) => cell(text, head || index > 0 ? undefined : 'row'))]),
    density: 'normal',
  };
}

/** 2026年3月1日 */
function chineseDay(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const term = ({ from, to }: { from: PlainDate; to?: PlainDate | undefined }): string =>
  to === undefined ? `自${chineseDay(from)}起` : `${chineseDay(from)}至${chineseDay(to)}`;

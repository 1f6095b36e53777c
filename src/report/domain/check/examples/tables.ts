import type { FormId } from '../../forms/index.ts';
import { formCells, getForm } from '../../forms/index.ts';
import type { RuleExample } from './example.ts';

/** The same new value for many cells. */
const all = (paths: readonly string[], value: unknown) => Object.fromEntries(paths.map((path) => [path, value]));
const table = (key: string, form: FormId = '2021') =>
  formCells(getForm(form))
    .map((cell) => cell.path)
    .filter((path) => path.startsWith(key));
const row = (key: string) => table(`requests.${key}.`);
const parts = (key: string) => row(key).slice(0, -1);

/** Examples of the rules on single cells, sums and tables. */
export const tableExamples: readonly RuleExample[] = [
  {
    rule: 'TABLE-MISSING',
    fires: [
      {
        name: 'table 三 was a picture',
        report: { set: all(table('requests'), null) },
        count: 1,
        paths: ['requests'],
        message: '可能是图片',
      },
      {
        name: 'table 三 was there, but its columns could not be told',
        report: {
          set: {
            ...all(table('requests'), null),
            notes: table('requests').map((path) => ({
              path,
              kind: 'ambiguous' as const,
              message: '无法确定各数属于哪一列',
              quote: '0 0',
            })),
          },
        },
        count: 1,
        paths: ['requests'],
        message: '表三有内容，但是各格都没有取值：无法确定各数属于哪一列。',
      },
    ],
    silent: [
      { name: 'every table has cells' },
      { name: 'one cell of a table is left', report: { set: all(table('requests').slice(1), null) } },
    ],
  },
  {
    rule: 'CELL-BLANK',
    fires: [
      {
        name: 'one cell is blank',
        report: { set: { 'requests.withheldByLaw.natural': null } },
        count: 1,
        expected: '0',
        message: '按表内勾稽关系推算应为 0',
      },
      {
        name: 'six rows are blank beside their totals: one finding',
        report: {
          set: all(
            [
              'withheldStateSecret',
              'withheldByLaw',
              'withheldSecurityStability',
              'refusedRepeat',
              'refusedExcessive',
              'otherFeeUnpaid',
            ].flatMap(parts),
            null,
          ),
        },
        count: 1,
        message: '等6行',
      },
      {
        name: 'the total column is cut off',
        report: {
          set: all(
            table('requests').filter((path) => path.endsWith('.total')),
            null,
          ),
        },
        count: 1,
        message: '“总计”列',
      },
      {
        name: 'a row is not in the source',
        report: {
          set: {
            ...all(row('refusedRepeat'), null),
            notes: [{ path: 'requests.refusedRepeat', kind: 'missing', message: '缺少一行。', quote: '' }],
          },
        },
        count: 1,
        message: '在原文中没有找到',
      },
      {
        name: 'the reader could not tell and says why, without a full stop',
        report: {
          set: {
            'requests.refusedRepeat.natural': null,
            notes: [
              {
                path: 'requests.refusedRepeat.natural',
                kind: 'ambiguous',
                message: '此格可能是0，也可能为空',
                quote: '',
              },
            ],
          },
        },
        count: 1,
        message: '没有取值：此格可能是0，也可能为空。请对照原件补上。其余各格如果无误',
      },
      {
        name: 'the single gap of a row follows from its total',
        report: { set: { 'requests.disclosed.natural': null } },
        expected: '5',
      },
    ],
    silent: [
      { name: 'every cell holds something' },
      { name: 'a whole table is missing, which is another finding', report: { set: all(table('requests'), null) } },
    ],
  },
  {
    rule: 'CELL-TEXT',
    fires: [
      { name: 'cells hold /', report: { set: all(row('refusedRepeat'), '/') }, count: 1, expected: '0' },
      {
        name: 'a cell holds a figure with an explanation',
        report: { set: { 'requests.disclosed.natural': '5件（含网络3件）' } },
        expected: '5',
      },
      { name: 'an amount is given in 元', report: { set: { 'proactive.fees.amount': '42500元' } }, expected: '4.25' },
      {
        name: 'an amount in 元 is given in 万元',
        report: { form: '2019', set: { 'proactive.procurement.amount': '97.68万元' } },
        expected: '976800',
      },
      {
        name: 'a cell holds two figures in words',
        report: { set: { 'requests.disclosed.natural': '网络3件现场2件' } },
        expected: '',
      },
      {
        name: 'a decrease is told in words',
        report: { form: '2019', set: { 'proactive.licences.change': '减少2' } },
        expected: '-2',
      },
    ],
    silent: [
      { name: 'every cell holds a figure' },
      { name: 'a cell is blank', report: { set: { 'requests.disclosed.natural': null } } },
    ],
  },
  {
    rule: 'CELL-NEGATIVE',
    fires: [
      { name: 'a count is negative', report: { set: { 'requests.disclosed.natural': -1 } }, found: '-1' },
      { name: 'an amount is negative', report: { set: { 'proactive.fees.amount': '-3' } } },
    ],
    silent: [{ name: 'a change is negative', report: { form: '2019', set: { 'proactive.licences.change': -2 } } }],
  },
  {
    rule: 'CELL-INTEGER',
    fires: [{ name: 'a count has decimals', report: { set: { 'proactive.licences.decisions': 12.5 } }, found: '12.5' }],
    silent: [{ name: 'an amount has decimals', report: { set: { 'proactive.fees.amount': '3.7204' } } }],
  },
  {
    rule: 'CELL-HUGE',
    fires: [
      { name: 'a township has ten million licences', report: { set: { 'proactive.licences.decisions': 10_000_000 } } },
    ],
    silent: [
      { name: 'the figures are those of a township' },
      {
        name: 'a province has ten million',
        level: 'province',
        report: { set: { 'proactive.licences.decisions': 10_000_000 } },
      },
    ],
  },
  {
    rule: 'MONEY-DECIMALS',
    fires: [
      { name: 'an amount in 万元 has seven decimals', report: { set: { 'proactive.fees.amount': '1.2345678' } } },
      {
        name: 'an amount in 元 has four decimals',
        report: { form: '2019', set: { 'proactive.procurement.amount': '97.6801' } },
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'an amount in 万元 has six decimals', report: { set: { 'proactive.fees.amount': '1.234567' } } },
      { name: 'the further decimals are zeros', report: { set: { 'proactive.fees.amount': '1.20000000' } } },
    ],
  },
  {
    rule: 'REQ-ROW-SUM',
    fires: [
      {
        name: 'the total of a row is one too many',
        report: { set: { 'requests.disclosed.total': 8 } },
        count: 1,
        expected: '5 + 2 = 7',
        found: '8',
      },
      {
        name: 'what is known exceeds the total although a cell is blank',
        report: { set: { 'requests.disclosed.total': 6, 'requests.disclosed.research': null } },
        message: '已经超过右边',
      },
      {
        name: 'a cell is blank',
        report: { set: { 'requests.disclosed.natural': null } },
        severity: 'unknown',
        count: 1,
        paths: ['requests.disclosed.natural', 'requests.disclosed.total'],
      },
      { name: 'a cell holds /', report: { set: { 'requests.disclosed.research': '/' } }, severity: 'unknown' },
      {
        name: 'a figure is split over two cells',
        report: {
          set: {
            'requests.unavailableNotHeld.natural': 1,
            'requests.unavailableNotHeld.business': 2,
            'requests.unavailableNotHeld.total': 12,
          },
        },
        message: '拆成了两格',
      },
      {
        name: 'what is known exceeds the total, but a figure is negative',
        report: {
          set: { 'requests.disclosed.natural': 9, 'requests.disclosed.business': -1, 'requests.disclosed.other': null },
        },
        severity: 'unknown',
      },
      {
        name: 'a cell stands in the wrong column and its mate would have to be negative',
        report: { set: { 'requests.refusedRepeat.business': 2, 'requests.handledTotal.natural': 7 } },
        message: '由 2 改为 0',
      },
      {
        name: 'all columns were added up with the total',
        report: { set: { 'requests.disclosed.total': 14 } },
        message: '两倍',
      },
    ],
    silent: [
      { name: 'every row adds up' },
      { name: 'the whole table is missing, which is another finding', report: { set: all(table('requests'), null) } },
      { name: 'every cell is 0', report: { set: all(table('requests'), 0) } },
    ],
  },
  {
    rule: 'REQ-RESULT-SUM',
    fires: [
      {
        name: 'a result is left out of the total',
        report: { set: { 'requests.refusedRepeat.natural': 2, 'requests.refusedRepeat.total': 2 } },
        count: 2,
        expected: '5 + 1 + 2 + 2 + 1 = 11',
        found: '9',
      },
      {
        name: 'row and column point at one cell',
        report: { set: { 'requests.disclosed.natural': 3 } },
        count: 1,
        message: '由 3 改为 5',
        paths: ['requests.disclosed.natural'],
      },
      {
        name: 'a row is blank',
        report: { set: all(row('refusedRepeat'), null) },
        severity: 'unknown',
        count: 1,
        message: '全部7列',
      },
    ],
    silent: [{ name: 'every column adds up' }, { name: 'form 2019 adds up', report: { form: '2019' } }],
  },
  {
    rule: 'REQ-BALANCE',
    fires: [
      {
        name: 'one application too many is carried over',
        report: { set: { 'requests.carriedOut.natural': 2 } },
        count: 1,
        expected: '9 + 1 = 10',
        found: '11',
      },
      {
        name: 'results without any application',
        report: { set: all([...row('newlyReceived'), ...row('carriedIn')], 0) },
        expected: '0 + 0 = 0',
        found: '10',
      },
      {
        name: 'more is carried over than there was',
        report: { set: { 'requests.carriedOut.natural': 11 } },
        message: '多于收到和结转来的全部申请',
      },
      {
        name: 'what was handled already exceeds what came in although a cell is blank',
        report: { set: { 'requests.handledTotal.natural': 20, 'requests.carriedOut.natural': null } },
        expected: '9 + 1 = 10',
        message: '已经超过左边',
      },
      {
        name: 'a cell holds 无',
        report: { set: { 'requests.carriedOut.natural': '无' } },
        severity: 'unknown',
        count: 1,
      },
    ],
    silent: [
      { name: 'every column balances' },
      {
        name: 'the figures of a large city balance: 14069 + 560 = 13810 + 819',
        report: {
          set: {
            ...all(table('requests'), 0),
            ...all(['requests.newlyReceived.natural', 'requests.newlyReceived.total'], 14069),
            ...all(['requests.carriedIn.natural', 'requests.carriedIn.total'], 560),
            ...all(
              ['disclosed', 'handledTotal'].flatMap((key) => [`requests.${key}.natural`, `requests.${key}.total`]),
              13810,
            ),
            ...all(['requests.carriedOut.natural', 'requests.carriedOut.total'], 819),
          },
        },
      },
    ],
  },
  {
    rule: 'REM-SUM',
    fires: [
      {
        name: 'a pending case is not in the total',
        report: { set: { 'remedies.suitAfterReconsideration.pending': 1 } },
        count: 1,
        expected: '1',
        found: '0',
      },
      {
        name: 'the digits of the total are transposed',
        report: { set: { 'remedies.directSuit.upheld': 12, 'remedies.directSuit.total': 21 } },
        message: '输颠倒',
      },
      {
        name: 'an outcome is blank',
        report: { set: { 'remedies.directSuit.other': null } },
        severity: 'unknown',
        count: 1,
      },
    ],
    silent: [{ name: 'every block adds up' }],
  },
  {
    rule: 'PRO-RULES-LEVEL',
    fires: [
      { name: 'a township has six 规章 in force', report: { set: { 'proactive.rules.inForce': 6 } }, expected: '0' },
      { name: 'a county bureau has made one', report: { set: { organ: '云溪县民政局', 'proactive.rules.issued': 1 } } },
      { name: 'form 2019 has one', report: { form: '2019', set: { 'proactive.rules.made': 1 } } },
      {
        name: 'the rank cannot be told',
        report: { set: { organ: '云溪市人民政府', 'proactive.rules.inForce': 6 } },
        severity: 'notice',
      },
    ],
    silent: [
      { name: 'a township has none' },
      { name: 'a province has some', report: { set: { organ: '江左省人民政府', 'proactive.rules.inForce': 6 } } },
      { name: 'the level is told', level: 'city', report: { set: { 'proactive.rules.inForce': 6 } } },
    ],
  },
  {
    rule: 'PRO-FEE-UNIT',
    fires: [
      { name: 'a township took 251000 万元', report: { set: { 'proactive.fees.amount': '251000' } }, expected: '25.1' },
      {
        name: 'an organ of unknown rank took as much',
        report: { set: { organ: '云溪市人民政府', 'proactive.fees.amount': '251000' } },
        severity: 'notice',
      },
    ],
    silent: [
      { name: 'a township took 4.25 万元' },
      { name: 'a city took 316441 万元', level: 'city', report: { set: { 'proactive.fees.amount': '316441' } } },
    ],
  },
  {
    rule: 'PRO-IN-FORCE',
    fires: [
      {
        name: 'more was issued than is in force or repealed',
        report: { set: { 'proactive.normativeDocuments.issued': 12 } },
        found: '7',
      },
    ],
    silent: [
      { name: 'what was issued is in force or repealed' },
      { name: 'all that was issued was repealed', report: { set: { 'proactive.normativeDocuments.inForce': 0 } } },
    ],
  },
  {
    rule: 'PRO-DISCLOSED-TOTAL',
    fires: [
      {
        name: 'more was published in the year than in all',
        report: { form: '2019', set: { 'proactive.normativeDocuments.disclosed': 9 } },
        found: '8',
      },
    ],
    silent: [{ name: 'the total is larger', report: { form: '2019' } }],
  },
  {
    rule: 'PRO-ITEMS-CHANGE',
    fires: [
      {
        name: 'more items fall away than there were',
        report: { form: '2019', set: { 'proactive.licences.change': -15 } },
        found: '-15',
      },
      {
        name: 'there are decisions without any item',
        report: { form: '2019', set: { 'proactive.licences.itemsLastYear': 0 } },
        severity: 'notice',
      },
    ],
    silent: [
      { name: 'items and decisions agree', report: { form: '2019' } },
      { name: 'all items fall away', report: { form: '2019', set: { 'proactive.licences.change': -14 } } },
    ],
  },
  {
    rule: 'PRO-PROCUREMENT',
    fires: [
      {
        name: 'there are projects without money',
        report: { form: '2019', set: { 'proactive.procurement.amount': '0' } },
      },
      {
        name: 'there is money without a project',
        report: { form: '2019', set: { 'proactive.procurement.projects': 0 } },
      },
      {
        name: 'the amount looks like 万元',
        report: { form: '2019', set: { 'proactive.procurement.amount': '97.68' } },
        severity: 'notice',
      },
    ],
    silent: [{ name: 'projects and amount agree', report: { form: '2019' } }, { name: 'form 2021 has no procurement' }],
  },
  {
    rule: 'PRO-SAME',
    fires: [
      {
        name: 'every count of table 二 is 2',
        report: {
          set: all(
            table('proactive').filter((path) => !/rules|amount/.test(path)),
            2,
          ),
        },
        found: '2',
      },
    ],
    silent: [
      { name: 'the counts differ' },
      { name: 'every count is 0', report: { set: all(table('proactive').slice(0, -1), 0) } },
    ],
  },
  {
    rule: 'REQ-OVERDUE',
    fires: [
      {
        name: 'more is carried over than came in',
        report: {
          set: {
            ...all(['requests.newlyReceived.natural', 'requests.newlyReceived.total'], 0),
            ...all(['requests.carriedOut.natural', 'requests.carriedOut.total'], 3),
          },
        },
        paths: ['requests.carriedOut.natural', 'requests.carriedOut.total'],
      },
    ],
    silent: [
      { name: 'less is carried over than came in' },
      { name: 'both are 0', report: { set: all(table('requests'), 0) } },
    ],
  },
  {
    rule: 'REM-DIRECT-SUIT',
    fires: [
      {
        name: 'a direct suit in 2024 beside refusals',
        report: { year: 2024, set: all(['remedies.directSuit.pending', 'remedies.directSuit.total'], 1) },
        message: '第二十三条',
      },
    ],
    silent: [
      {
        name: 'a direct suit in 2023',
        report: { set: all(['remedies.directSuit.pending', 'remedies.directSuit.total'], 1) },
      },
      { name: 'no direct suit in 2024', report: { year: 2024 } },
      {
        name: 'a direct suit in 2024 and no refusal',
        report: {
          year: 2024,
          set: {
            ...all(row('withheldThirdParty'), 0),
            ...all(['remedies.directSuit.pending', 'remedies.directSuit.total'], 1),
          },
        },
      },
    ],
  },
  {
    rule: 'REPORT-ALL-ZERO',
    fires: [
      {
        name: 'all three tables are 0 and section 五 says 无',
        report: {
          set: {
            ...all(
              formCells(getForm('2021')).map((cell) => cell.path),
              0,
            ),
            'proactive.fees.amount': '0',
            'sections.4.text': '无。',
          },
        },
      },
    ],
    silent: [
      {
        name: 'all three tables are 0 and section 五 says something',
        report: {
          set: {
            ...all(
              formCells(getForm('2021')).map((cell) => cell.path),
              0,
            ),
            'proactive.fees.amount': '0',
          },
        },
      },
      { name: 'not all is 0', report: { set: { 'sections.4.text': '无。' } } },
    ],
  },
];

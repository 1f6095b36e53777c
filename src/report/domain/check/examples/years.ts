import { formCells, getForm } from '../../forms/index.ts';
import type { RuleExample } from './example.ts';

const zeros = Object.fromEntries(formCells(getForm('2021')).map((cell) => [cell.path, 0]));

/** Examples of the rules that compare with the year before. */
export const yearExamples: readonly RuleExample[] = [
  {
    rule: 'PREV-REPORT',
    fires: [
      { name: 'the other report is two years older', previous: { year: 2021 }, found: '云溪县石桥镇人民政府2021年' },
      { name: 'the other report is another organ’s', previous: { year: 2022, set: { organ: '云溪县柳河乡人民政府' } } },
      { name: 'the other report has no year', previous: { year: 2022, set: { year: null } }, severity: 'unknown' },
    ],
    silent: [
      { name: 'it is the report of the year before', previous: { year: 2022 } },
      { name: 'the organ leaves its county out', previous: { year: 2022, set: { organ: '石桥镇人民政府' } } },
      { name: 'the 乡 became a 镇', previous: { year: 2022, set: { organ: '云溪县石桥乡人民政府' } } },
    ],
  },
  {
    rule: 'PREV-CARRY',
    fires: [
      {
        name: 'last year carried over more',
        previous: { year: 2022, set: { 'requests.carriedOut.natural': 4, 'requests.carriedOut.total': 4 } },
        count: 2,
        expected: '4',
        found: '1',
        paths: ['requests.carriedIn.natural'],
      },
      {
        name: 'a column differs although the totals agree',
        previous: { year: 2022, set: { 'requests.carriedOut.natural': 0, 'requests.carriedOut.business': 1 } },
        count: 2,
      },
      {
        name: 'the form changed in between and the figures differ',
        report: { year: 2021 },
        previous: { form: '2019', year: 2020, set: { 'requests.carriedOut.total': 2 } },
        expected: '2',
      },
      {
        name: 'last year’s cell is blank',
        previous: { year: 2022, set: { 'requests.carriedOut.natural': null } },
        severity: 'unknown',
        count: 1,
      },
    ],
    silent: [
      { name: 'both years agree', previous: { year: 2022 } },
      {
        name: 'the form changed in between and the figures agree',
        report: { year: 2021 },
        previous: { form: '2019', year: 2020 },
      },
      {
        name: 'the other report is two years older',
        previous: { year: 2021, set: { 'requests.carriedOut.natural': 4 } },
      },
    ],
  },
  {
    rule: 'PREV-IN-FORCE',
    fires: [
      {
        name: 'the stock does not follow',
        previous: { year: 2022, set: { 'proactive.normativeDocuments.inForce': 9 } },
        expected: '9 + 2 - 2 = 9',
        found: '7',
      },
      {
        name: 'last year’s cell is blank',
        previous: { year: 2022, set: { 'proactive.normativeDocuments.inForce': null } },
        severity: 'unknown',
      },
    ],
    silent: [
      { name: 'the stock follows', previous: { year: 2022 } },
      { name: 'last year’s form had no such column', report: { year: 2021 }, previous: { form: '2019', year: 2020 } },
    ],
  },
  {
    rule: 'PREV-PENDING',
    fires: [
      {
        name: 'pending cases of last year do not come back',
        previous: { year: 2022, set: { 'remedies.directSuit.pending': 2, 'remedies.directSuit.total': 2 } },
        expected: '不少于 2',
        found: '0',
      },
      {
        name: 'last year’s cell holds /',
        previous: { year: 2022, set: { 'remedies.directSuit.pending': '/' } },
        severity: 'unknown',
      },
    ],
    silent: [{ name: 'pending cases come back', previous: { year: 2022 } }],
  },
  {
    rule: 'PREV-ITEMS',
    fires: [
      {
        name: 'last year’s items do not follow',
        report: { form: '2019' },
        previous: { form: '2019', year: 2019, set: { 'proactive.licences.change': 3 } },
        expected: '17',
        found: '14',
      },
    ],
    silent: [
      { name: 'last year’s items follow', report: { form: '2019' }, previous: { form: '2019', year: 2019 } },
      { name: 'form 2021 has no such column', previous: { year: 2022 } },
    ],
  },
  {
    rule: 'PREV-IDENTICAL',
    fires: [
      {
        name: 'every cell is that of last year',
        previous: { year: 2022, set: { 'proactive.licences.decisions': 123 } },
        count: 1,
      },
    ],
    silent: [
      { name: 'a cell differs', previous: { year: 2022 } },
      { name: 'both years are all 0', report: { set: zeros }, previous: { year: 2022, set: zeros } },
    ],
  },
  {
    rule: 'PREV-OUTLIER',
    fires: [
      {
        name: 'licences grow tenfold',
        previous: { year: 2022, set: { 'proactive.licences.decisions': 12 } },
        paths: ['proactive.licences.decisions'],
        message: '不到万分之一',
      },
      {
        name: 'penalties vanish',
        report: { set: { 'proactive.penalties.decisions': 0 } },
        previous: { year: 2022, set: { 'proactive.penalties.decisions': 60 } },
      },
    ],
    silent: [
      { name: 'the years are alike', previous: { year: 2022 } },
      {
        name: 'small counts triple',
        report: { set: { 'proactive.penalties.decisions': 12 } },
        previous: { year: 2022, set: { 'proactive.penalties.decisions': 3 } },
      },
      {
        name: 'a large count doubles',
        report: { set: { 'proactive.penalties.decisions': 800 } },
        previous: { year: 2022, set: { 'proactive.penalties.decisions': 400 } },
      },
    ],
  },
  {
    rule: 'PREV-FEE',
    fires: [
      {
        name: 'the fee is ten thousand times last year’s',
        report: { set: { 'proactive.fees.amount': '42500' } },
        previous: { year: 2022 },
      },
      {
        name: 'the fee is a ten-thousandth of last year’s',
        previous: { year: 2022, set: { 'proactive.fees.amount': '42500' } },
      },
    ],
    silent: [
      { name: 'the fee is alike', previous: { year: 2022 } },
      { name: 'there was none last year', previous: { year: 2022, set: { 'proactive.fees.amount': '0' } } },
    ],
  },
];

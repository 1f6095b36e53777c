import type { RuleExample } from './example.ts';

const willow = { organ: '云溪县柳河乡人民政府' };
const fees = (amounts: readonly string[]) =>
  amounts.map((amount, index) => ({
    set: { organ: `云溪县第${'一二三四五六'[index]}镇人民政府`, 'proactive.fees.amount': amount },
  }));

/** Examples of the rules that compare tables with those of other organs. */
export const siblingExamples: readonly RuleExample[] = [
  {
    rule: 'SIB-IDENTICAL',
    fires: [{ name: 'another township has the same tables', siblings: [{ set: willow }], message: '柳河乡' }],
    silent: [
      { name: 'one cell differs', siblings: [{ set: { ...willow, 'proactive.licences.decisions': 5 } }] },
      { name: 'the report itself lies in the folder', siblings: [{}] },
      {
        name: 'it is a report of another year',
        siblings: [{ year: 2022, set: { ...willow, 'proactive.licences.decisions': 123 } }],
      },
    ],
  },
  {
    rule: 'SIB-FEE',
    fires: [
      {
        name: 'the fee is ten thousand times the median',
        report: { set: { 'proactive.fees.amount': '9000' } },
        siblings: fees(['0.9', '1.2', '0.4', '3', '2']),
        found: '9000',
      },
    ],
    silent: [
      { name: 'the fee is like the others’', siblings: fees(['0.9', '1.2', '0.4', '3', '2']) },
      {
        name: 'too few others have a fee',
        report: { set: { 'proactive.fees.amount': '9000' } },
        siblings: fees(['0.9', '1.2', '0', '0', '0']),
      },
    ],
  },
];

import { describe, expect, test } from 'vitest';
import { type ExampleCase, modelReport, ruleExamples } from './examples/index.ts';
import { checkReport, type Rule, rules } from './index.ts';

function check(example: ExampleCase, only: readonly Rule[]) {
  return checkReport(modelReport(example.report), {
    file: '石桥镇.json',
    rules: only,
    ...(example.previous && { previous: modelReport(example.previous) }),
    ...(example.siblings && {
      siblings: example.siblings.map((change, index) => ({
        name: `其他${index + 1}.json`,
        report: modelReport(change),
      })),
    }),
    ...(example.level && { level: example.level }),
  }).findings;
}

function ruleOf(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

describe('every rule is shown by examples', () => {
  test.each(rules.map((rule) => rule.id))('%s has a case in which it fires and one in which it is silent', (id) => {
    const examples = ruleExamples.filter((each) => each.rule === id);
    expect(examples.flatMap((each) => each.fires)).not.toHaveLength(0);
    expect(examples.flatMap((each) => each.silent)).not.toHaveLength(0);
  });

  test('no example speaks of a rule that does not exist', () => {
    const known = new Set(rules.map((rule) => rule.id));
    expect(ruleExamples.filter((each) => !known.has(each.rule)).map((each) => each.rule)).toEqual([]);
  });

  test('ids are unique, in capitals, and every rule says what it rests on', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/);
      expect(rule.title).not.toBe('');
      expect(rule.formula).not.toBe('');
      expect(rule.source).not.toBe('');
    }
  });
});

describe('a rule fires', () => {
  const cases = ruleExamples.flatMap(({ rule, fires }) => fires.map((example) => ({ ...example, id: rule })));
  test.each(cases)('$id when $name', (example) => {
    const rule = ruleOf(example.id);
    const findings = check(example, [rule]);
    expect(findings).not.toHaveLength(0);
    if (example.count !== undefined) expect(findings).toHaveLength(example.count);
    const [first] = findings;
    expect(first?.severity).toBe(example.severity ?? rule.severity);
    expect(first?.message).toMatch(/[。……）]$/);
    if (example.expected !== undefined) expect(first?.expected).toBe(example.expected);
    if (example.found !== undefined) expect(first?.found).toBe(example.found);
    if (example.message !== undefined) expect(first?.message).toContain(example.message);
    for (const path of example.paths ?? []) expect(first?.paths).toContain(path);
  });
});

describe('a rule is silent', () => {
  const cases = ruleExamples.flatMap(({ rule, silent }) => silent.map((example) => ({ ...example, id: rule })));
  test.each(cases)('$id when $name', (example) => {
    expect(check(example, [ruleOf(example.id)])).toEqual([]);
  });
});

describe('the model report has nothing to report', () => {
  test.each([
    ['form 2021', {}],
    ['form 2021, with the year before', { previous: { year: 2022 } }],
    ['form 2019, with the year before', { report: { form: '2019' }, previous: { form: '2019', year: 2019 } }],
    ['the first year of form 2021 after form 2019', { report: { year: 2021 }, previous: { form: '2019', year: 2020 } }],
  ] as const)('%s', (_, example) => {
    expect(check({ name: '', ...example }, rules)).toEqual([]);
  });
});

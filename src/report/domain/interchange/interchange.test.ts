import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnualReport } from '../annual-report.ts';
import { reportCheckSchema } from '../finding.ts';
import { type Form, formCells, forms, getForm } from '../forms/index.ts';
import {
  annualReportJsonSchema,
  emptyReport,
  parseAnnualReport,
  reportCheckJsonSchema,
  serialiseAnnualReport,
} from './index.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const valid = ajv.compile(annualReportJsonSchema());

const text = fc.string({ unit: 'binary', maxLength: 12 });
const words = text.filter((each) => /\S/u.test(each));
const amount = fc.oneof(
  fc
    .integer({ min: 0, max: 99_999_999 })
    .map((fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`),
  fc.constantFrom('0', '4', '23246297.53', '251000元', '/'),
);
const figure = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 5_000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, '/', '无', '12件（含网络3件）', '0/0', '+1', '3.5', '12345678901234567890'),
  },
);

/** Any valid document on this form. */
function documents(form: Form): fc.Arbitrary<AnnualReport> {
  const cells = formCells(form);
  return fc
    .record({
      title: fc.option(words),
      organ: fc.option(words),
      year: fc.option(fc.integer({ min: 1, max: 9999 })),
      preamble: text,
      sections: fc.array(fc.record({ heading: text, text }), { minLength: 6, maxLength: 6 }),
      figures: fc.array(figure, { minLength: cells.length, maxLength: cells.length }),
      amounts: fc.array(fc.option(amount), { minLength: 2, maxLength: 2 }),
      notes: fc.array(
        fc.record({
          path: fc.constantFrom('', ...cells.map((cell) => cell.path)),
          kind: fc.constantFrom('blank', 'missing', 'text', 'repaired', 'ambiguous', 'document'),
          message: text,
          quote: text,
        }),
        { maxLength: 4 },
      ),
      source: fc.option(
        fc.record({ name: text, mediaType: text, sha256: fc.constant('0a'.repeat(32)), bytes: fc.nat() }),
        { nil: undefined },
      ),
    })
    .map(({ title, organ, year, preamble, sections, figures, amounts, notes, source }) => {
      const report = emptyReport(form);
      Object.assign(report, { title, organ, year, preamble, notes }, source && { source });
      for (const [index, section] of report.sections.entries()) Object.assign(section, sections[index]);
      for (const [index, { table, row, column }] of cells.entries()) {
        const cell = column.kind === 'money' ? amounts[index % 2] : figures[index];
        Object.assign(report[table][row.key] ?? {}, { [column.key]: cell });
      }
      return report;
    });
}

const anyDocument = fc.constantFrom(...forms).chain(documents);

/** Things that stand in broken documents. */
const junk = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  '',
  ' ',
  '　',
  '12',
  '-3',
  '0',
  '012',
  '1e3',
  '2021',
  '2019',
  -1,
  0,
  3.5,
  7,
  10_000,
  1e300,
  2 ** 53,
  [],
  [{}],
  {},
  { number: 1, heading: '总体情况', text: '' },
);

interface Mutation {
  where: number;
  act: 'replace' | 'delete' | 'add';
  junk: unknown;
}
const mutations: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(),
  act: fc.constantFrom('replace', 'delete', 'add'),
  junk,
});

/** The document with one place, anywhere in it, changed. */
function mutated(document: unknown, { where, act, junk }: Mutation): unknown {
  const copy = structuredClone(document) as object;
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      const value = holder[key];
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>);
    }
  };
  walk(copy as Record<string, unknown>);
  const { holder, key } = places[where % places.length] ?? { holder: {}, key: '' };
  if (act === 'add') holder.unexpected = junk;
  else if (act === 'replace' && junk !== undefined) holder[key] = junk;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

describe('交换格式：解析程序与 JSON Schema 说的是同一件事', () => {
  test('两者都接受任意合规文件', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(valid(document), ajv.errorsText(valid.errors)).toBe(true);
        expect(parseAnnualReport(document)).toEqual({ ok: true, value: document });
      }),
      { numRuns: 60 },
    );
  });

  test('任意改动一处，两者同时接受或同时拒绝', () => {
    const outcomes = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(anyDocument, fc.array(mutations, { minLength: 20, maxLength: 20 }), (document, changes) => {
        for (const change of changes) {
          const changed = mutated(document, change);
          const accepted = parseAnnualReport(changed).ok;
          outcomes[accepted ? 'accepted' : 'refused'] += 1;
          expect(valid(changed), JSON.stringify({ change, errors: valid.errors?.slice(0, 3) })).toBe(accepted);
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(50);
  });

  test.each(forms.map((form) => [form.id, form] as const))('%s 表式的空白报告合规', (_, form) => {
    const empty = emptyReport(form);
    expect(valid(empty)).toBe(true);
    expect(parseAnnualReport(empty).ok).toBe(true);
    const cells = formCells(form).map(({ table, row, column }) => empty[table][row.key]?.[column.key]);
    expect(new Set(cells)).toEqual(new Set([null]));
  });
});

describe('交换格式：拒绝时说清位置', () => {
  const broken = (change: (report: Record<string, never>) => void): string => {
    const report = structuredClone(emptyReport(getForm('2021')));
    change(report as unknown as Record<string, never>);
    const result = parseAnnualReport(JSON.parse(JSON.stringify(report)));
    return result.ok ? 'accepted' : result.problem.message;
  };

  test.each<[string, (report: never) => void, string]>([
    ['少一格', (r: AnnualReport) => delete r.requests.disclosed?.natural, 'requests.disclosed.natural 应为'],
    ['多一格', (r: AnnualReport) => Object.assign(r.requests.disclosed ?? {}, { men: 1 }), 'requests.disclosed.men'],
    ['表中没有的行', (r: AnnualReport) => Object.assign(r.requests, { otherHandling: {} }), 'requests.otherHandling'],
    ['数字写成文字', (r: AnnualReport) => Object.assign(r.requests.disclosed ?? {}, { natural: '12' }), '实为 "12"'],
    [
      '空白写成空串',
      (r: AnnualReport) => Object.assign(r.remedies.directSuit ?? {}, { total: '' }),
      'remedies.directSuit.total',
    ],
    ['金额写成数字', (r: AnnualReport) => Object.assign(r.proactive.fees ?? {}, { amount: 4 }), '文字形式的金额'],
    ['少一个部分', (r: AnnualReport) => r.sections.pop(), 'sections 应为恰好 6 个部分的数组，实为 5 项的数组'],
    ['部分的序号不对', (r: AnnualReport) => Object.assign(r.sections[2] ?? {}, { number: 2 }), 'sections.2.number'],
    ['表式不认识', (r: AnnualReport) => Object.assign(r, { form: '2008' }), 'form 应为 "2021" 或 "2019"'],
    [
      '版本不认识',
      (r: AnnualReport) => Object.assign(r, { schema: 'gongkai.annual-report/2' }),
      'gongkai.annual-report/2',
    ],
    [
      '说明的类别不认识',
      (r: AnnualReport) => r.notes.push({ path: '', kind: 'x' as never, message: '', quote: '' }),
      'notes.0.kind',
    ],
  ])('%s', (_, change, expected) => {
    expect(broken(change as never)).toContain(expected);
  });

  test('JSON 中大得无法表示的数字不说成空白', () => {
    const written = JSON.stringify(emptyReport(getForm('2021'))).replace('"natural":null', '"natural":1e400');
    const result = parseAnnualReport(JSON.parse(written));
    expect(!result.ok && result.problem.message).toContain('.natural 应为数字');
    expect(!result.ok && result.problem.message).toContain('实为大得无法表示的数字');
  });

  test('错处很多时列出前五处并说明还有几处', () => {
    const message = broken((report) => Object.assign(report, { requests: {} }));
    expect(message).toContain('requests.newlyReceived');
    expect(message).toMatch(/另有 20 处/);
    expect(message.length).toBeLessThan(400);
  });

  test.each([null, 1, 'text', [], {}, { schema: 1 }])('不是交换格式的内容被拒绝：%j', (value) => {
    expect(parseAnnualReport(value)).toMatchObject({ ok: false, problem: { code: 'not-annual-report' } });
  });

  test('名为 __proto__ 的格不会混进来', () => {
    const json = serialiseAnnualReport(emptyReport(getForm('2021'))).replace(
      '"natural":null',
      '"__proto__":{"natural":1}',
    );
    const result = parseAnnualReport(JSON.parse(json));
    expect(result.ok ? '' : result.problem.message).toContain('__proto__');
  });
});

test('顶层未规定的内容不读入，并留有说明', () => {
  const report = { ...emptyReport(getForm('2019')), comment: '内部使用' };
  const result = parseAnnualReport(report);
  expect(valid(report)).toBe(true);
  expect(result.ok && result.value).not.toHaveProperty('comment');
  expect(result.ok && result.value.notes).toMatchObject([{ path: '', kind: 'document', quote: 'comment' }]);
});

test('写出再读入是同一份文件，键的次序不影响写出的字节', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, each]) => [key, reversed(each)]),
          )
        : value;
  fc.assert(
    fc.property(anyDocument, fc.constantFrom(0, 2), (document, indent) => {
      const json = serialiseAnnualReport(document, indent);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(document)));
      expect(serialiseAnnualReport(reversed(document) as AnnualReport, indent)).toBe(json);
      expect(json.includes('\n')).toBe(indent > 0);
    }),
    { numRuns: 40 },
  );
});

test('检查结果的 JSON Schema 接受一份检查结果，拒绝没有规则编号的发现', () => {
  const check = ajv.compile(reportCheckJsonSchema());
  const finding = {
    rule: 'REQ-BALANCE',
    severity: 'error',
    paths: ['requests.newlyReceived.natural'],
    message: '新收与结转之和不等于办理结果与结转下年之和。',
    expected: '14069 + 560 = 14629',
    found: '14630',
  };
  const result = (findings: object[]) => ({
    schema: reportCheckSchema,
    file: 'a.txt',
    findings,
    summary: { error: findings.length, warning: 0, notice: 0, unknown: 0 },
  });
  expect(check(result([finding]))).toBe(true);
  expect(check(result([{ ...finding, rule: '' }]))).toBe(false);
  expect(check(result([{ ...finding, severity: 'fatal' }]))).toBe(false);
});

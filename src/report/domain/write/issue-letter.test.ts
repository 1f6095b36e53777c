import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../../tests/support/report-arbitrary.ts';
import type { PrintableBlock, PrintableDocument } from '../../../kernel/printable-document.ts';
import type { Finding } from '../finding.ts';
import { layOutIssueLetter } from './issue-letter.ts';

const report = { ...makeReport(1, { form: '2021' }), organ: '云溪县石桥镇人民政府', year: 2024 };
const named = { ...report, title: '云溪县石桥镇人民政府2024年政府信息公开工作年度报告' };
const rules = [
  { id: 'REQ-BALANCE', title: '勾稽关系', source: '国办公开办函〔2021〕30号 表内勾稽关系' },
  { id: 'CELL-BLANK', title: '空白单元格', source: '国办公开办函〔2021〕30号 表格' },
];
const finding = (more: Partial<Finding>): Finding => ({
  rule: 'REQ-BALANCE',
  severity: 'error',
  paths: ['requests.newlyReceived.total', 'requests.carriedOut.total'],
  message: '“总计”列左右不等。',
  expected: '14069 + 560 = 14629',
  found: '14630',
  ...more,
});

const text = (block: PrintableBlock): string =>
  block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : block.kind === 'heading' ? block.text : '';
const texts = (letter: PrintableDocument) => letter.blocks.map(text).filter((each) => each !== '');
const tables = (letter: PrintableDocument) => letter.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

describe('the letter that returns a report to its unit', () => {
  const letter = layOutIssueLetter({
    report: named,
    rules,
    findings: [
      finding({ severity: 'notice', paths: ['sections.4.text'], found: '', expected: '', message: '建议补充。' }),
      finding({}),
      finding({ rule: 'CELL-BLANK', severity: 'unknown', found: '空白', expected: '' }),
      finding({ rule: 'FEE-UNIT', severity: 'warning' }),
    ],
  });

  it('is titled and addressed to the unit', () => {
    expect(letter.title).toBe('关于云溪县石桥镇人民政府2024年政府信息公开工作年度报告有关问题的反馈函');
    expect(letter.blocks[1]).toMatchObject({ role: 'addressee', runs: [{ text: '云溪县石桥镇人民政府：' }] });
  });

  it('says what was checked against what and how much was found', () => {
    expect(text(letter.blocks[2] as PrintableBlock)).toBe(
      '你单位报送的《云溪县石桥镇人民政府2024年政府信息公开工作年度报告》收悉。经对照《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号规定的年度报告格式逐项核对，发现问题4项，其中必须更正的1项，无法核对的1项，需要核实说明的1项，建议关注的1项。现反馈如下，请逐项核对处理。',
    );
  });

  it('groups the findings by urgency, each group with what the unit is asked to do', () => {
    const headings = letter.blocks.filter((block) => block.kind === 'heading').map(text);
    expect(headings).toEqual([
      '一、必须更正的问题（1项）',
      '二、无法核对的内容（1项）',
      '三、需要核实说明的问题（1项）',
      '四、建议关注的内容（1项）',
    ]);
    expect(texts(letter)).toContain('下列内容可能有误，请核实。确有错误的予以更正；属实的，请说明原因。');
  });

  it('lists for each finding its place, what stands there, what is expected, the rule and its source', () => {
    const [first] = tables(letter);
    expect(first?.groups[0]?.[0]?.map((cell) => cell.text)).toEqual([
      '1',
      '表三“总计”列“一、本年新收政府信息公开申请数量”行、“四、结转下年度继续办理”行',
      '14630',
      '14069 + 560 = 14629',
      '“总计”列左右不等。\n依据：国办公开办函〔2021〕30号 表内勾稽关系（核对规则REQ-BALANCE）',
    ]);
  });

  it('names the rule even when nothing is known of it, and says — where there is nothing to say', () => {
    const [, , third, fourth] = tables(letter);
    expect(third?.groups[0]?.[0]?.[4]?.text).toBe('“总计”列左右不等。\n依据：核对规则FEE-UNIT');
    expect(fourth?.groups[0]?.[0]?.slice(2, 4).map((cell) => cell.text)).toEqual(['—', '—']);
  });

  it('leaves sender, dates and contact as blank lines and invents no name', () => {
    expect(texts(letter)).toContain('请于______年____月____日前将更正后的年度报告和有关情况说明报送我单位。');
    expect(letter.blocks.find((block) => block.kind === 'signature')).toMatchObject({
      lines: ['____________________（印章）', '______年____月____日'],
    });
  });
});

describe('a letter', () => {
  it('about one kind of issue says so plainly', () => {
    const letter = layOutIssueLetter({ report: named, rules, findings: [finding({}), finding({})] });
    expect(texts(letter)[1]).toContain('逐项核对，发现必须更正的2项。现反馈如下');
  });

  it('about notices alone sets no date for an answer', () => {
    const letter = layOutIssueLetter({ report: named, rules, findings: [finding({ severity: 'notice' })] });
    expect(texts(letter).some((each) => each.startsWith('请于'))).toBe(false);
  });

  it('about nothing says that nothing was found', () => {
    const letter = layOutIssueLetter({ report: named, rules, findings: [] });
    expect(texts(letter)[1]).toContain('未发现需要更正或者说明的问题。');
    expect(tables(letter)).toEqual([]);
  });

  it('leaves out how the file was read: that is nothing the unit can mend', () => {
    const findings = [finding({ rule: 'READ-REPAIRED', severity: 'notice' })];
    expect(tables(layOutIssueLetter({ report: named, rules, findings }))).toEqual([]);
  });

  it('about a report that does not say whose it is leaves the unit blank', () => {
    const letter = layOutIssueLetter({
      report: { ...named, organ: null, year: null, title: null },
      rules,
      findings: [],
    });
    expect(letter.title).toBe('关于政府信息公开工作年度报告有关问题的反馈函');
    expect(texts(letter)[0]).toBe('________________：');
  });
});

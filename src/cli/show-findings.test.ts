import { describe, expect, test } from 'vitest';
import { type Finding, reportCheckSchema } from '../report/domain/finding.ts';
import { getForm } from '../report/domain/forms/index.ts';
import { displayWidth } from './display.ts';
import { showFindings } from './show-findings.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const plain: Terminal = { ...processTerminal(), width: 60, paint: (text) => text };
const finding = (change: Partial<Finding>): Finding => ({
  rule: 'RULE',
  severity: 'error',
  paths: [],
  message: '表三不符。',
  expected: '',
  found: '',
  ...change,
});
const shown = (change: Partial<Finding>): string[] =>
  showFindings(
    {
      schema: reportCheckSchema,
      file: '年报.docx',
      findings: [finding(change)],
      summary: { error: 1, unknown: 0, warning: 0, notice: 0 },
    },
    getForm('2021'),
    plain,
  ).slice(2);

describe('一条问题在终端里', () => {
  test('应为和现为放得下就在一行', () => {
    expect(shown({ expected: '7', found: '8' })).toEqual(['      应为：7　现为：8']);
  });

  test('放不下时各占一行，名称不与内容拆开', () => {
    const lines = shown({ expected: '2 + 1 = 3', found: '全年共收到政府信息公开申请26件，上年结转1件，办结25件' });
    expect(lines[0]).toBe('      应为：2 + 1 = 3');
    expect(lines[1]).toMatch(/^ {6}现为：全年/);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  test('空白单元格不再重复“空白”二字', () => {
    expect(shown({ severity: 'unknown', message: '单元格空白。', found: '空白' })).toEqual([]);
  });
});

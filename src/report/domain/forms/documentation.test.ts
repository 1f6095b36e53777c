import { expect, test } from 'vitest';
import { formsMarkdown } from './documentation.ts';
import { formCells, forms } from './index.ts';

const text = formsMarkdown();

test('每个表式的每一行、每一列、每一个变体都写在文档里', () => {
  for (const form of forms) {
    const start = text.indexOf(`## Form ${form.id}\n`);
    const part = text.slice(start, text.indexOf('\n## ', start + 1) >>> 0);
    expect(start).toBeGreaterThan(0);
    expect(part).toContain(form.instrument);
    for (const { table, row, column } of formCells(form)) {
      expect(part).toContain(`| \`${table}.${row.key}\` |`);
      expect(part).toContain(`| \`${column.key}\` |`);
      for (const label of [row.label, ...row.variants, column.label, ...column.variants]) expect(part).toContain(label);
    }
    for (const { words, rule } of form.sums)
      expect(part).toContain(`[${rule}](checks.md#${rule.toLowerCase()}) | ${words}`);
  }
});

test('表格的每一行与表头的格数相同', () => {
  const widths = new Set<number>();
  for (const block of text.split('\n\n').filter((each) => each.startsWith('|'))) {
    const rows = block.trimEnd().split('\n');
    const cells = new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length));
    expect(cells.size, block).toBe(1);
    for (const width of cells) widths.add(width);
  }
  expect(widths.size).toBeGreaterThan(1);
});

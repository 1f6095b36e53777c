import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, displayTable, displayWidth, harmless, wrap } from './display.ts';

const mixed = fc.string({ unit: fc.constantFrom(...'政府信息公开，。（）“” abc123-'), maxLength: 80 });

describe('文字在终端里占几列', () => {
  test.each([
    ['abc', 3],
    ['公开', 4],
    ['（一）', 6],
    ['３件', 4],
    ['“三安全”', 8],
    ['𠮷', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['', 0],
  ])('%s 占 %i 列', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('截短后不超过所给的列数，没有超的不动', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const shown = cut(text, width);
        expect(displayWidth(shown)).toBeLessThanOrEqual(width);
        if (displayWidth(text) <= width) expect(shown).toBe(text);
        else expect(shown.endsWith('…')).toBe(true);
      }),
    );
  });
});

describe('折行', () => {
  test('一个字也不丢，次序不变', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const squeezed = (each: string) => each.replace(/\s/g, '');
        expect(squeezed(wrap(text, 20, '  ').join(''))).toBe(squeezed(text));
      }),
    );
  });

  test('行不超宽，数字不拆，句读不在行首，前括号不在行尾', () => {
    const text = '全年主动公开政府信息1234567条（其中网站1200条），受理申请89件。'.repeat(6);
    const lines = wrap(text, 30, '  ');
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(30);
      expect(line.trim()).not.toMatch(/^[，。；：、）”]/);
      expect(line).not.toMatch(/[（“]$/);
    }
    expect(lines.join('').match(/1234567/g)?.length).toBe(6);
    expect(lines.slice(1).every((line) => line.startsWith('  '))).toBe(true);
  });

  test('空文字是一个空行', () => {
    expect(wrap('', 20)).toEqual(['']);
  });
});

describe('表格', () => {
  const columns = [
    { title: '单位', yields: true as const },
    { title: '本年新收', align: 'right' as const },
  ];

  test('中文与数字对齐', () => {
    const lines = displayTable(
      columns,
      [
        ['石桥镇', '12'],
        ['abc', '3'],
      ],
      { width: 80 },
    );
    expect(lines).toEqual(['单位    本年新收', '石桥镇        12', 'abc            3']);
  });

  test('太宽时只截让出宽度的那一列', () => {
    const [, row = ''] = displayTable(columns, [['云溪县石桥镇人民政府政务公开办公室', '1']], { width: 30 });
    expect(displayWidth(row)).toBeLessThanOrEqual(30);
    expect(row).toMatch(/…\s+1$/);
  });

  test('标题太宽时分成几行，靠下对齐', () => {
    const lines = displayTable([{ title: '项' }, { title: '社会公益组织' }], [['甲', '1']], {
      width: 80,
      titleWidth: 8,
    });
    expect(lines).toEqual(['    社会公益', '项  组织', '甲  1']);
  });
});

test('文件里的控制字符不会传给终端', () => {
  expect(harmless('红\u001b[31m字\u0007\u202e倒\n行\t列')).toBe('红�[31m字��倒 行 列');
});

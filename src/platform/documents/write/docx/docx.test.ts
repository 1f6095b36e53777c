import { describe, expect, it } from 'vitest';
import { child, descendants, docxFaults, parseXml, partsOf, textOf } from '../../../../../tests/support/ooxml.ts';
import type { PrintableBlock, PrintableDocument, PrintableTable } from '../../../../kernel/printable-document.ts';
import { writeDocx } from './index.ts';

const table = (more: Partial<PrintableTable> = {}): PrintableTable => ({
  kind: 'table',
  name: '表',
  columns: [1, 2, 1],
  head: [
    [
      { text: '项目', header: 'column', rowSpan: 2 },
      { text: '数量', header: 'column', columnSpan: 2 },
    ],
    [
      { text: '商业企业', header: 'column' },
      { text: '总计', header: 'column' },
    ],
  ],
  groups: [
    [
      [{ text: '三、结果', header: 'row', vertical: true, rowSpan: 2 }, { text: '0', numeric: true }, { text: '/' }],
      [{ text: '' }, { text: '第一行\n第二行', align: 'left', marked: true }],
    ],
  ],
  density: 'normal',
  ...more,
});
const plain = (text: string): PrintableBlock => ({ kind: 'paragraph', role: 'body', runs: [{ text, kind: 'plain' }] });
const everything: PrintableDocument = {
  title: '关于<甲>&“乙”的报告',
  blocks: [
    { kind: 'title', parts: ['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告'] },
    { kind: 'paragraph', role: 'addressee', runs: [{ text: '石桥镇：', kind: 'plain' }] },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）主动公开' },
    { kind: 'heading', level: 3, text: '1.网站' },
    {
      kind: 'paragraph',
      role: 'body',
      runs: [
        { text: '（二）依申请公开。', kind: 'lead' },
        { text: '前有  空格', kind: 'strong' },
        { text: '标记', kind: 'marked' },
      ],
    },
    { kind: 'paragraph', role: 'body', runs: [] },
    table(),
    table({ together: true, density: 'compact' }),
    plain('表后。'),
    { kind: 'paragraph', role: 'note', runs: [{ text: '注', kind: 'plain' }] },
    { kind: 'signature', lines: ['石桥镇', '______年'] },
    table(),
  ],
};

async function bodyOf(document: PrintableDocument) {
  const body = child(parseXml(partsOf(await writeDocx(document)).get('word/document.xml') ?? ''), 'w:body');
  if (!body) throw new Error('no body');
  return body;
}
const blocks = (...list: PrintableBlock[]): PrintableDocument => ({ title: '试', blocks: list });
const value = (element: Awaited<ReturnType<typeof bodyOf>> | undefined, name: string) =>
  element && descendants(element, name)[0]?.attributes['w:val'];

describe('a Word file', () => {
  it('opens without a repair prompt, whatever blocks stand next to each other', async () => {
    expect(docxFaults(await writeDocx(everything))).toEqual([]);
    expect(docxFaults(await writeDocx(blocks()))).toEqual([]);
    for (const block of everything.blocks) expect(docxFaults(await writeDocx(blocks(block)))).toEqual([]);
  });

  it('is the same bytes for the same document', async () => {
    const first = await writeDocx(everything);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Buffer.from(await writeDocx(everything)).equals(Buffer.from(first))).toBe(true);
  });

  it('bears its title and no author, user name or time', async () => {
    const core = partsOf(await writeDocx(everything)).get('docProps/core.xml') ?? '';
    expect(descendants(parseXml(core)).map(({ name, text }) => `${name} ${text}`.trim())).toEqual([
      'cp:coreProperties',
      'dc:title 关于<甲>&“乙”的报告',
      'dc:language zh-CN',
    ]);
  });

  it('is in Chinese and has the faces of the standard with substitutes for those that are missing', async () => {
    const parts = partsOf(await writeDocx(everything));
    const styles = parseXml(parts.get('word/styles.xml') ?? '');
    expect(descendants(styles, 'w:lang')[0]?.attributes['w:eastAsia']).toBe('zh-CN');
    const faces = (id: string) => {
      const style = descendants(styles, 'w:style').find((each) => each.attributes['w:styleId'] === id);
      return style && [descendants(style, 'w:rFonts')[0]?.attributes['w:eastAsia'], value(style, 'w:sz')];
    };
    expect(faces('Title')).toEqual(['方正小标宋简体', '44']);
    expect(faces('Heading1')).toEqual(['黑体', '32']);
    expect(faces('Heading2')).toEqual(['楷体_GB2312', '32']);
    expect(faces('Heading3')).toEqual(['仿宋_GB2312', '32']);
    const fonts = descendants(parseXml(parts.get('word/fontTable.xml') ?? ''), 'w:font');
    expect(fonts.map((font) => [font.attributes['w:name'], value(font, 'w:altName')])).toContainEqual([
      '仿宋_GB2312',
      '仿宋',
    ]);
  });

  it('has A4 pages with the margins of GB/T 9704 and page numbers on the outer edge', async () => {
    const bytes = await writeDocx(everything);
    const section = (await bodyOf(everything)).children.at(-1);
    const page = section && child(section, 'w:pgSz');
    expect(page?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    // 37 mm, 26 mm, 35 mm, 28 mm in twentieths of a point.
    const margins = section && child(section, 'w:pgMar');
    expect(margins?.attributes).toMatchObject({
      'w:top': '2098',
      'w:right': '1474',
      'w:bottom': '1984',
      'w:left': '1587',
    });
    const footers = [...partsOf(bytes)].filter(([name]) => /word\/footer\d/.test(name)).map(([, xml]) => parseXml(xml));
    expect(footers.map((footer) => value(footer, 'w:jc')).sort()).toEqual(['left', 'right']);
    const settings = parseXml(partsOf(bytes).get('word/settings.xml') ?? '');
    expect(descendants(settings, 'w:evenAndOddHeaders').map((each) => each.attributes['w:val'] ?? 'true')).toEqual([
      'true',
    ]);
    for (const footer of footers) expect(textOf(footer)).toBe('— PAGE —');
  });
});

describe('a paragraph', () => {
  it('begins two characters in, has a fixed line pitch and keeps its text to the letter', async () => {
    const styles = parseXml(partsOf(await writeDocx(everything)).get('word/styles.xml') ?? '');
    const body = descendants(styles, 'w:style').find((each) => each.attributes['w:styleId'] === 'GongwenBody');
    expect(body && descendants(body, 'w:ind')[0]?.attributes['w:firstLineChars']).toBe('200');
    expect(body && descendants(body, 'w:spacing')[0]?.attributes).toMatchObject({
      'w:line': '579',
      'w:lineRule': 'exact',
    });
    const texts = (await bodyOf(everything)).children.filter((each) => each.name === 'w:p').map(textOf);
    expect(texts).toContain('（二）依申请公开。前有  空格标记');
  });

  it('that is a title is broken between its parts', async () => {
    const [title] = (await bodyOf(everything)).children;
    expect(title && descendants(title, 'w:br')).toHaveLength(1);
    expect(title && textOf(title)).toBe('云溪县石桥镇人民政府2024年政府信息公开工作年度报告');
  });

  it('that is a title a little too long for its line is set smaller instead of being torn', async () => {
    const sizeOf = async (title: string) =>
      value((await bodyOf(blocks({ kind: 'title', parts: [title] }))).children[0], 'w:sz');
    expect(await sizeOf('石桥镇人民政府')).toBeUndefined();
    expect(await sizeOf('石桥镇人民政府 2024年政府信息公开工作年度报告')).toBe('38');
    // Beyond 小二 a title is no title: it takes two lines.
    expect(await sizeOf('石桥镇人民政府'.repeat(4))).toBeUndefined();
  });

  it('stands between two tables, so that they stay two', async () => {
    const names = (await bodyOf(blocks(table(), table()))).children.map((each) => each.name);
    expect(names).toEqual(['w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:sectPr']);
  });
});

describe('a table', () => {
  const rowsOf = async (more: Partial<PrintableTable>) => descendants(await bodyOf(blocks(table(more))), 'w:tr');

  it('fills the width of the page, repeats its head and lets no page break tear a row', async () => {
    const body = await bodyOf(blocks(table()));
    const properties = descendants(body, 'w:tblPr')[0];
    expect(properties && child(properties, 'w:tblW')?.attributes['w:w']).toBe('8844');
    const rows = await rowsOf({});
    expect(rows.map((row) => descendants(row, 'w:tblHeader').length)).toEqual([1, 1, 0, 0]);
    expect(rows.map((row) => descendants(row, 'w:cantSplit').length)).toEqual([1, 1, 1, 1]);
  });

  it('merges cells over columns and rows', async () => {
    const rows = await rowsOf({});
    const merges = rows.map((row) =>
      row.children
        .filter((each) => each.name === 'w:tc')
        .map((cell) => `${value(cell, 'w:gridSpan') ?? 1}${value(cell, 'w:vMerge') ?? ''}`),
    );
    expect(merges).toEqual([
      ['1restart', '2'],
      ['1continue', '1', '1'],
      ['1restart', '1', '1'],
      ['1continue', '1', '1'],
    ]);
  });

  it('keeps its rows together only when it is meant to stay on one page', async () => {
    const kept = async (more: Partial<PrintableTable>) =>
      (await rowsOf(more)).map((row) => descendants(row, 'w:keepNext').length > 0);
    expect(await kept({})).toEqual([true, true, false, false]);
    expect(await kept({ together: true })).toEqual([true, true, true, false]);
  });

  it('never leaves the signature alone on a page, nor a table without the words that lead into it', async () => {
    const body = await bodyOf(
      blocks(plain('正文'), plain('引出表格'), table(), plain('正文'), plain('请报送'), plain('特此函告。'), {
        kind: 'signature',
        lines: ['（印章）', '日期'],
      }),
    );
    const kept = body.children
      .filter((each) => each.name === 'w:p')
      .map((paragraph) => descendants(paragraph, 'w:keepNext').length > 0);
    expect(kept).toEqual([false, true, true, true, true, true, false]);
  });

  it('sets a tall label from top to bottom and a marked cell on colour', async () => {
    const body = await bodyOf(blocks(table()));
    expect(descendants(body, 'w:textDirection').map((each) => each.attributes['w:val'])).toContain('tbRl');
    expect(descendants(body, 'w:shd')).toHaveLength(1);
  });

  it('sets a number that is too long for its column smaller instead of breaking it', async () => {
    const sizes = async (text: string) => {
      const cell = { text, numeric: true } as const;
      const columns = new Array<number>(15).fill(1);
      const body = await bodyOf(blocks(table({ columns, head: [], groups: [[columns.map(() => cell)]] })));
      return value(descendants(body, 'w:tbl')[0], 'w:sz');
    };
    expect(await sizes('0')).toBeUndefined();
    expect(Number(await sizes('12345678'))).toBeLessThan(15);
  });
});

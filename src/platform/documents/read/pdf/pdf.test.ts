import { describe, expect, it } from 'vitest';
import type { Block, PositionedLine, Table } from '../../../../kernel/neutral-document.ts';
import {
  bar,
  buildPdf,
  line,
  type PdfOptions,
  type PdfPage,
  tableToPdf,
  textAt,
  turnedText,
} from '../fixtures/build-pdf.ts';
import { readDocument } from '../read-document.ts';

const readPages = async (pages: PdfPage[], options?: PdfOptions): Promise<Block[]> => {
  const result = await readDocument({ name: '年报.pdf', bytes: buildPdf(pages, options) });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value.blocks;
};

const grid = (rows: string[][]): Table => ({
  kind: 'table',
  rowCount: rows.length,
  columnCount: rows[0]?.length ?? 0,
  cells: rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))),
});

/** Lines as their runs joined by `|`, tables as rows of texts. */
const outlineOf = (blocks: Block[]) =>
  blocks.map((block) => {
    if (block.kind === 'line') return block.runs.map((run) => run.text).join('|');
    if (block.kind === 'paragraph') return block.text;
    return Array.from({ length: block.rowCount }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .map(({ text, rowSpan, columnSpan }) =>
          rowSpan * columnSpan === 1 ? text : `${text}@${rowSpan}×${columnSpan}`,
        ),
    );
  });

const outline = async (pages: PdfPage[], options?: PdfOptions) => outlineOf(await readPages(pages, options));

describe('没有框线的文字：一行一行，词在原来的位置', () => {
  it('词的左右位置以磅计，行自上而下', async () => {
    const draw = textAt(300, 600, '0') + textAt(60, 600, '规章') + textAt(60, 640, '二、主动公开', 16);
    expect(await readPages([{ draw }])).toEqual([
      { kind: 'line', page: 1, runs: [{ text: '二、主动公开', left: 60, right: 156 }] },
      {
        kind: 'line',
        page: 1,
        runs: [
          { text: '规章', left: 60, right: 80 },
          { text: '0', left: 300, right: 305 },
        ],
      },
    ]);
  });

  it.each([
    ['紧挨着的两段是一个词', textAt(60, 600, '本年') + textAt(80, 600, '制发'), ['本年制发']],
    ['隔开一个字宽是两个词', textAt(60, 600, '规章') + textAt(92, 600, '0'), ['规章|0']],
    [
      '汉字与数字之间的窄缝没有空格',
      textAt(60, 600, '全年') + textAt(82.5, 600, '60') + textAt(95, 600, '条'),
      ['全年60条'],
    ],
    ['数字之间的窄缝是空格，不并成一个数', textAt(60, 600, '12') + textAt(73, 600, '5'), ['12 5']],
    ['略高略低的字仍在同一行', textAt(60, 600, '公开') + textAt(80, 602, '60') + textAt(90, 599, '条'), ['公开60条']],
    ['重复印一遍的粗体只算一次', textAt(60, 600, '总计11') + textAt(60.3, 600, '总计11'), ['总计11']],
    [
      '标签伸到下一格的数字底下，两者不混',
      textAt(60, 600, '其他法律行政法规禁止公开') + textAt(150, 600, '0'),
      ['其他法律行政法规禁止公开|0'],
    ],
    ['斜放的水印不读', textAt(60, 600, '正文') + turnedText('0.7 0.7 -0.7 0.7', 200, 300, '内部资料', 40), ['正文']],
  ])('%s', async (_, draw, expected) => {
    expect(await outline([{ draw }])).toEqual(expected);
  });

  it('旋转 90 度的页面、横着印的内容都转正', async () => {
    const upright = textAt(60, 500, '规章') + textAt(200, 500, '0');
    const turned = turnedText('0 1 -1 0', 100, 60, '规章') + turnedText('0 1 -1 0', 100, 200, '0');
    expect(await outline([{ draw: upright }])).toEqual(['规章|0']);
    expect(await outline([{ draw: turned, rotate: 90 }])).toEqual(['规章|0']);
    expect(await outline([{ draw: turned }])).toEqual(['规章|0']);
  });
});

describe('有框线的表格', () => {
  const rows = [
    ['项目', '数量'],
    ['规章', '0'],
    ['许可', ''],
  ];

  it.each([
    ['细条画的线', tableToPdf(grid(rows))],
    ['描线画的框', tableToPdf(grid(rows), { isStroked: true })],
    [
      '分段画的线、两侧不封口',
      [0, 1, 2, 3]
        .map((at) => line(50, 700 - 20 * at, 90, 700 - 20 * at) + line(90, 700 - 20 * at, 170, 700 - 20 * at))
        .join('') +
        line(110, 640, 110, 700) +
        rows
          .flatMap((cells, row) => cells.map((text, column) => textAt(54 + 60 * column, 687 - 20 * row, text, 8)))
          .join(''),
    ],
    [
      '双线',
      tableToPdf(grid(rows), { isStroked: true }) +
        tableToPdf(grid(rows.map((cells) => cells.map(() => ''))), { isStroked: true, left: 52, top: 778 }),
    ],
    [
      '放大一倍的坐标系里',
      `q 0.5 0 0 0.5 0 0 cm ${tableToPdf(grid(rows), { left: 100, top: 1500, columnWidth: 120, rowHeight: 40 })} Q`,
    ],
    ['颜色底纹不是框线', `0.9 g ${bar(50, 760, 120, 20)} 0 g ${tableToPdf(grid(rows))}`],
  ])('%s', async (_, draw) => {
    expect(await outline([{ draw }])).toEqual([rows]);
  });

  it('表格前后的文字在原来的次序', async () => {
    const draw =
      textAt(50, 760, '二、主动公开') + tableToPdf(grid(rows), { top: 740 }) + textAt(50, 600, '三、依申请公开');
    expect(await outline([{ draw }])).toEqual(['二、主动公开', rows, '三、依申请公开']);
  });

  it('被格宽断开的字句接起来，分开的两段不接，断开的数字不并', async () => {
    const cell = (lines: string[]) => lines.map((text, at) => textAt(54, 770 - 10 * at, text, 8)).join('');
    const frame = tableToPdf(grid([['', '0']]), { rowHeight: 60 });
    expect(await outline([{ draw: frame + cell(['社会公益组', '织']) }])).toEqual([[['社会公益组织', '0']]]);
    expect(await outline([{ draw: frame + cell(['12件', '含网络']) }])).toEqual([[['12件\n含网络', '0']]]);
    expect(await outline([{ draw: frame + cell(['123456789012', '34']) }])).toEqual([[['123456789012\n34', '0']]]);
  });

  it('竖排的标签一字一行，读成一个词', async () => {
    const draw =
      tableToPdf(grid([['', '规章', '0']]), { columnWidth: 18, rowHeight: 80 }) +
      [...'办理结果'].map((sign, at) => textAt(54, 768 - 12 * at, sign, 9)).join('');
    const [table] = await readPages([{ draw }]);
    expect(table).toMatchObject({ cells: [{ text: '办理结果' }, {}, {}] });
  });

  it('转了方向的标签也在自己的格里', async () => {
    const draw =
      tableToPdf(
        grid([
          ['', '0'],
          ['', '1'],
        ]),
      ) +
      turnedText('0 1 -1 0', 80, 762, '规章', 8) +
      textAt(54, 745, '许可', 8);
    expect(await outline([{ draw }])).toEqual([
      [
        ['规章', '0'],
        ['许可', '1'],
      ],
    ]);
  });

  it('行与行之间没有画线：按位置一行一行读，数字不堆在一格', async () => {
    const frame = tableToPdf(grid([['', '', '']]), { rowHeight: 60 });
    const texts = ['规章', '许可', '处罚'].map(
      (label, at) =>
        textAt(54, 765 - 18 * at, label) +
        textAt(124, 765 - 18 * at, String(at)) +
        textAt(184, 765 - 18 * at, String(at + 4)),
    );
    expect(await outline([{ draw: frame + texts.join('') }])).toEqual(['规章|0|4', '许可|1|5', '处罚|2|6']);
  });

  it('列与列之间没有画线：同样按位置读', async () => {
    const frame = tableToPdf(
      grid([
        ['', ''],
        ['', ''],
      ]),
      { columnWidth: 120 },
    );
    const texts = ['规章', '许可'].map(
      (label, at) =>
        textAt(54, 767 - 20 * at, label) + textAt(184, 767 - 20 * at, '0') + textAt(244, 767 - 20 * at, String(at)),
    );
    expect(await outline([{ draw: frame + texts.join('') }])).toEqual(['规章|0|0', '许可|0|1']);
  });

  it('几个长数字在窄格里各断成两行，仍是表格', async () => {
    const frame = tableToPdf(grid([['', '']]), { columnWidth: 30, rowHeight: 40 });
    const texts = [0, 1].map((at) => textAt(54 + 30 * at, 765, '12345', 8) + textAt(54 + 30 * at, 755, '6', 8));
    expect(await outline([{ draw: frame + texts.join('') }])).toEqual([[['12345\n6', '12345\n6']]]);
  });

  it('超出格子的长词仍属于自己的格', async () => {
    expect(await outline([{ draw: tableToPdf(grid([['12件（含网络3件）', '5']])) }])).toEqual([
      [['12件（含网络3件）', '5']],
    ]);
  });

  it('盖在表格上的斜水印不进格子', async () => {
    const mark = turnedText('0.7 0.7 -0.7 0.7', 60, 742, '内部', 12);
    expect(await outline([{ draw: tableToPdf(grid(rows)) + mark }])).toEqual([rows]);
  });

  it('单个方框、分隔线和下划线不是表格', async () => {
    const draw =
      '40 40 500 760 re S\n' +
      textAt(60, 700, '年报') +
      line(60, 696, 100, 696) +
      bar(60, 650, 400, 1) +
      textAt(60, 600, '正文');
    expect(await outline([{ draw }])).toEqual(['年报', '正文']);
  });

  it('表格里的一大段文字是段落', async () => {
    const long = Array.from({ length: 20 }, (_, at) =>
      textAt(114, 770 - 12 * at, '全年公开信息六十条均按规定时限办结。', 8),
    ).join('');
    const [first, second] = await readPages([
      {
        draw:
          tableToPdf(grid([['一、总体情况', '']]), { columnWidth: 170, rowHeight: 300 }).replaceAll('224', '224') +
          long.replaceAll(' 114 ', ' 230 '),
      },
    ]);
    expect(first).toEqual({ kind: 'paragraph', text: '一、总体情况' });
    expect(second?.kind).toBe('paragraph');
  });
});

describe('跨页', () => {
  const page = (rows: string[][], top: number, more = ''): PdfPage => ({
    draw: tableToPdf(grid(rows), { top }) + more,
  });
  const head = ['项目', '自然人', '总计'];
  const body = Array.from({ length: 28 }, (_, at) => [`第${at}项`, String(at), String(at)]);

  it('断成两页的表格接成一张，重复的表头只留一次', async () => {
    expect(await outline([page([head, ...body], 720), page([head, ['末项', '1', '1']], 780)])).toEqual([
      [head, ...body, ['末项', '1', '1']],
    ]);
  });

  it('第二页没有重复表头', async () => {
    expect(await outline([page([head, ...body], 720), page([['末项', '1', '1']], 780)])).toEqual([
      [head, ...body, ['末项', '1', '1']],
    ]);
  });

  it('断在一行中间：文字接上，数字不丢', async () => {
    const torn = [...body.slice(0, -1), ['申请人无正当理由', '3', '3']];
    expect(
      await outline([
        page([head, ...torn], 720),
        page(
          [
            ['逾期不补正', '', ''],
            ['末项', '1', '1'],
          ],
          780,
        ),
      ]),
    ).toEqual([[head, ...body.slice(0, -1), ['申请人无正当理由逾期不补正', '3', '3'], ['末项', '1', '1']]]);
  });

  it('竖着合并的标签被断开：接成一格', async () => {
    const merged = (label: string, values: string[]): Table => ({
      kind: 'table',
      rowCount: values.length,
      columnCount: 2,
      cells: [
        { row: 0, column: 0, rowSpan: values.length, columnSpan: 1, text: label },
        ...values.map((text, row) => ({ row, column: 1, rowSpan: 1, columnSpan: 1, text })),
      ],
    });
    const values = Array.from({ length: 28 }, (_, at) => String(at));
    const [table, ...others] = await readPages([
      { draw: tableToPdf(merged('办理结果', values), { top: 720 }) },
      { draw: tableToPdf(merged('', ['28', '29']), { top: 780 }) },
    ]);
    expect(others).toEqual([]);
    expect(table).toEqual(merged('办理结果', [...values, '28', '29']));
  });

  it('下一行自己有编号、数字全空：不是断行', async () => {
    expect(
      await outline([
        page([head, ...body], 720),
        page(
          [
            ['2.重复申请', '', ''],
            ['末项', '1', '1'],
          ],
          780,
        ),
      ]),
    ).toEqual([[head, ...body, ['2.重复申请', '', ''], ['末项', '1', '1']]]);
  });

  it('上一页的表格没有到页底，下一页的是另一张', async () => {
    expect(await outline([page([head], 700), page([head, ['末项', '1', '1']], 780)])).toEqual([
      [head],
      [head, ['末项', '1', '1']],
    ]);
  });

  it('页码不读，正文里同样的数字照读；页眉只读一次', async () => {
    const pages = [1, 2, 3].map(
      (number): PdfPage => ({
        draw:
          textAt(250, 810, '石桥镇年报') +
          textAt(60, 600, `正文${number}`) +
          textAt(60, 500, String(number)) +
          textAt(280, 30, `- ${number} -`),
      }),
    );
    expect(await outline(pages)).toEqual(['石桥镇年报', '正文1', '1', '正文2', '2', '正文3', '3']);
  });

  it.each([
    ['第 1 页', ['第1页', '第2页']],
    ['1/2', ['1/2', '2/2']],
    ['第1页 共2页', ['第1页 共2页', '第2页 共2页']],
    ['从 5 起数的页码', ['5', '6']],
  ])('页码写作 %s 也不读', async (_, numbers) => {
    const pages = numbers.map(
      (number, at): PdfPage => ({ draw: textAt(60, 600, `正文${at}`) + textAt(280, 30, number) }),
    );
    expect(await outline(pages)).toEqual(['正文0', '正文1']);
  });

  it('页底孤立的数字若不随页递增，可能是内容，照读', async () => {
    const pages = [7, 7].map(
      (number, at): PdfPage => ({ draw: textAt(60, 600, `正文${at}`) + textAt(280, 30, String(number)) }),
    );
    expect((await outline(pages)).filter((text) => text === '7').length).toBeGreaterThanOrEqual(1);
    expect(await outline([{ draw: textAt(60, 600, '正文') + textAt(280, 30, '1') }])).toEqual(['正文', '1']);
  });

  it('行里写明所在的页', async () => {
    const blocks = (await readPages([
      { draw: textAt(60, 600, '甲') },
      { draw: textAt(60, 600, '乙') },
    ])) as PositionedLine[];
    expect(blocks.map((block) => block.page)).toEqual([1, 2]);
  });
});

describe('读不了的 PDF', () => {
  const refusal = async (bytes: Uint8Array) => {
    const result = await readDocument({ name: '年报.pdf', bytes });
    return result.ok ? 'no refusal' : result.problem.code;
  };
  const pdf = Buffer.from(buildPdf([{ draw: textAt(60, 600, '年报') }]));

  it('设了打开密码', async () => {
    const trailer = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -44>>`;
    expect(await refusal(buildPdf([{ draw: textAt(60, 600, '年报') }], { trailer }))).toBe('password-protected');
  });

  it.each([
    [
      '只有图片',
      buildPdf([{ draw: 'q 500 0 0 700 40 60 cm /P Do Q' }], {
        objects: [
          '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream',
        ],
        resources: '/XObject<</P 10 0 R>>',
      }),
      'picture-only',
    ],
    ['一片空白', buildPdf([{ draw: '' }]), 'no-text'],
    ['只剩开头', pdf.subarray(0, 20), 'damaged-file'],
    ['没有页面', Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>'), 'damaged-file'],
    ['五百零一页', buildPdf(Array.from({ length: 501 }, () => ({ draw: '' }))), 'too-many-pages'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('目录损坏但内容还在：照读', async () => {
    const text = pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7');
    expect(await refusal(Buffer.from(text, 'latin1'))).toBe('no refusal');
  });
});

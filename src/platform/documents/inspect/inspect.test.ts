import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slidesFile, wordFile, wordTable, workbookFile } from '../../../../tests/support/office-files.ts';
import { paragraph, run } from '../read/fixtures/build-docx.ts';
import { buildZip } from '../read/fixtures/build-zip.ts';
import { inspectFile, inspectInThread } from './index.ts';

const wordWithAll = wordFile(
  paragraph(run('看得见') + run('看不见', '<w:vanish/>')) +
    `<w:p>${run('留下')}<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2">${run('插入')}</w:ins></w:p>` +
    wordTable([
      ['姓名', '电话'],
      ['李小云', '0990-6612345'],
    ]) +
    paragraph('表后'),
  {
    header: '页眉字',
    footer: '页脚字',
    footnote: '脚注字',
    comments: [{ author: '审稿人', text: '批注字' }],
    properties: { 'dc:creator': '起草人', 'cp:lastModifiedBy': '修改人' },
  },
);

describe('a Word file', () => {
  test('shows everything it holds, with where it stands and whether anybody sees it', async () => {
    const { pieces, tables, concealed, properties } = await inspectFile({ name: 'a.docx', bytes: wordWithAll });
    expect(pieces.map(({ where, hidden, text }) => `${where}|${hidden ? '隐' : '显'}|${text}`)).toEqual([
      '正文第1段（隐藏文字）|隐|看不见',
      '正文第1段|显|看得见',
      '正文第2段（修订中删除的文字）|隐|删去',
      '正文第2段|显|留下插入',
      '正文第3段|显|表后',
      '页眉第1段|显|页眉字',
      '页脚第1段|显|页脚字',
      '脚注第1段|显|脚注字',
      '批注作者|隐|审稿人',
      '批注第1段|隐|批注字',
      '文档属性“作者”|隐|起草人',
      '文档属性“最后修改人”|隐|修改人',
    ]);
    expect(tables.map(({ title, rows }) => [title, rows.map((row) => row.map(({ text }) => text))])).toEqual([
      [
        '留下插入',
        [
          ['姓名', '电话'],
          ['李小云', '0990-6612345'],
        ],
      ],
    ]);
    expect(concealed.sort()).toEqual(
      ['批注 1 条', '未接受的插入修订 1 处', '修订中删除的文字 1 处', '隐藏文字 1 处'].sort(),
    );
    expect(properties).toEqual([
      { label: '作者', value: '起草人' },
      { label: '最后修改人', value: '修改人' },
    ]);
  });

  test('vanish that is switched off hides nothing', async () => {
    const bytes = wordFile(paragraph(run('看得见', '<w:vanish w:val="0"/>')));
    expect((await inspectFile({ name: 'a.docx', bytes })).pieces).toEqual([
      { where: '正文第1段', hidden: false, text: '看得见' },
    ]);
  });
});

describe('a workbook', () => {
  test('shows hidden sheets, rows, columns, comments and names, and nothing of printing', async () => {
    const bytes = workbookFile(
      [
        {
          name: '公示',
          rows: [
            ['甲', '乙'],
            ['丙', 13812345678],
          ],
          hiddenRows: [2],
          comments: [{ cell: 'A1', text: '注' }],
        },
        { name: '底册', rows: [['丁', '戊']], state: 'hidden', hiddenColumns: [1] },
      ],
      { names: { total: '公示!$A$1', '_xlnm.Print_Area': '公示!$A$1:$B$2' } },
    );
    const { pieces, tables, concealed } = await inspectFile({ name: 'a.xlsx', bytes });
    expect(
      tables
        .flatMap(({ rows }) => rows.flat())
        .map(({ where, hidden, text }) => `${where}|${hidden ? '隐' : '显'}|${text}`),
    ).toEqual([
      '工作表“公示”A1|显|甲',
      '工作表“公示”B1|显|乙',
      '工作表“公示”A2（隐藏行）|隐|丙',
      '工作表“公示”B2（隐藏行）|隐|13812345678',
      '隐藏工作表“底册”A1|隐|丁',
      '隐藏工作表“底册”B1（隐藏列）|隐|戊',
    ]);
    expect(concealed.sort()).toEqual(['批注 1 条', '隐藏的列 1 列', '隐藏的工作表 1 个', '隐藏的行 1 行'].sort());
    expect(pieces.map(({ where }) => where)).toEqual([
      '名称管理器',
      '工作表名称',
      '工作表“公示”A1的批注',
      '工作表名称',
    ]);
  });
});

describe('what cannot be read says so', () => {
  const sentence = async (name: string, bytes: Uint8Array) => (await inspectFile({ name, bytes })).unreadable;

  test.each<[name: string, bytes: Uint8Array, words: RegExp]>([
    ['空.docx', new Uint8Array(), /空文件/],
    ['旧.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]), /旧版/],
    ['包.rar', new TextEncoder().encode('Rar!\u001a\u0007'), /压缩包/],
    ['录音.mp3', Uint8Array.from([0x49, 0x44, 0x33, 3, 0]), /录音/],
    ['半个.docx', wordWithAll.slice(0, 400), /损坏/],
    ['坏的.pdf', new TextEncoder().encode('%PDF-1.7\nnothing'), /损坏/],
  ])('%s', async (name, bytes, words) => {
    expect(await sentence(name, bytes)).toMatch(words);
  });

  test('an archive within an archive is named and not opened', async () => {
    const inner = buildZip({ 'a.txt': 'x' });
    const { concealed } = await inspectFile({
      name: 'a.zip',
      bytes: buildZip({ 'b.zip': buildZip({ 'c.zip': inner }), 'd.zip': inner }),
    });
    expect(concealed.filter((each) => each.includes('无法检查')).length).toBeGreaterThan(0);
  });

  test('a package that unfolds to a thousand times its size is refused', async () => {
    const bytes = buildZip({ 'word/document.xml': `<w:document>${' '.repeat(4 * 1024 * 1024)}</w:document>` });
    expect(await sentence('弹.docx', bytes)).toMatch(/异常庞大/);
  });
});

describe('bad files do no harm', () => {
  const files: readonly [string, Uint8Array][] = [
    ['a.docx', wordWithAll],
    [
      'a.xlsx',
      workbookFile([
        {
          name: '表',
          rows: [
            ['姓名', '电话'],
            ['李小云', 13812345678],
          ],
          comments: [{ cell: 'A1', text: '注' }],
        },
      ]),
    ],
    ['a.pptx', slidesFile([{ text: '字', notes: '注' }])],
    ['a.zip', buildZip({ 'a.txt': 'x', 'b.docx': wordWithAll })],
  ];

  test('whatever bytes are changed, there is an answer', async () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length - 1),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (which, changes) => {
          const [name, original] = files[which] as (typeof files)[number];
          const bytes = Uint8Array.from(original);
          for (const { at, to } of changes) bytes[Math.floor(at * bytes.length)] = to;
          const found = await inspectFile({ name, bytes });
          expect(found).toMatchObject({ truncated: expect.any(Boolean), pieces: expect.any(Array) });
        },
      ),
      { numRuns: 150 },
    );
  });

  test('in a thread the answer is the same', async () => {
    const file = { name: 'a.docx', bytes: wordWithAll };
    expect(await inspectInThread(file)).toEqual(await inspectFile(file));
  });
});

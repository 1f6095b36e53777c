import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../kernel/neutral-document.ts';
import {
  buildDocx,
  cell,
  type DocxParts,
  numbered,
  paragraph,
  row,
  run,
  styled,
  table,
} from '../fixtures/build-docx.ts';
import { buildZip, declaration } from '../fixtures/build-zip.ts';
import { readDocument } from '../read-document.ts';

const readBytes = async (bytes: Uint8Array) => {
  const result = await readDocument({ name: '年报.docx', bytes });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
};

const read = (body: string, parts?: DocxParts) => readBytes(buildDocx(body, parts));

const textsOf = (blocks: Block[]) =>
  blocks.map((block) => {
    if (block.kind !== 'table') return block.kind === 'paragraph' ? block.text : '';
    return Array.from({ length: block.rowCount }, (_, at) =>
      block.cells
        .filter((each) => each.row === at)
        .map(({ text, rowSpan, columnSpan }) =>
          rowSpan * columnSpan === 1 ? text : `${text}@${rowSpan}×${columnSpan}`,
        ),
    );
  });

const outline = async (body: string, parts?: DocxParts) => textsOf((await read(body, parts)).blocks);

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('Word 的文字', () => {
  it.each([
    [
      '一句话拆成几段格式不同的文字',
      paragraph(run('行政') + run('规范性', '<w:b/>') + run('文件')),
      ['行政规范性文件'],
    ],
    [
      '制表符、不间断连字符和可选连字符',
      paragraph(`<w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>`),
      ['规章\t0-1'],
    ],
    ['制表位的设置不是制表符', paragraph(run('正文'), '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), ['正文']],
    [
      '段内换行和分页各成一段',
      paragraph(`<w:r><w:t>石桥镇</w:t><w:br/><w:t>年报</w:t><w:br w:type="page"/><w:t>正文</w:t></w:r>`),
      ['石桥镇', '年报', '正文'],
    ],
    ['空段落不要，段首的全角空格去掉', paragraph('') + paragraph('　　正文'), ['正文']],
    [
      '超链接和智能标记里的文字',
      paragraph(`<w:hyperlink r:id="x">${run('县政府')}</w:hyperlink><w:smartTag>${run('网站')}</w:smartTag>`),
      ['县政府网站'],
    ],
    [
      '内容控件里的文字',
      `<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent>${paragraph('年报')}</w:sdtContent></w:sdt>`,
      ['年报'],
    ],
    [
      '注音只留原字',
      paragraph(
        `<w:r><w:ruby><w:rt>${run('gōu')}</w:rt><w:rubyBase>${run('勾')}</w:rubyBase></w:ruby></w:r>${run('稽')}`,
      ),
      ['勾稽'],
    ],
    ['公式里的字', paragraph('<m:oMath><m:r><m:t>14+3=17</m:t></m:r></m:oMath>'), ['14+3=17']],
    [
      '方框和对勾等符号，认不出的装饰不要',
      paragraph(
        `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/><w:sym w:font="Webdings" w:char="F061"/><w:t>是</w:t></w:r>`,
      ),
      ['☑□是'],
    ],
    ['零宽字符去掉', paragraph('行政\u200B许可'), ['行政许可']],
  ])('%s', async (_, body, expected) => {
    expect(await outline(body)).toEqual(expected);
  });

  it.each([
    [
      '简单域',
      paragraph(`${run('共')}<w:fldSimple w:instr=" =14+3 ">${run('17')}</w:fldSimple>${run('件')}`),
      ['共17件'],
    ],
    [
      '域代码不读，只读结果',
      paragraph(
        run('共') + field('begin') + code(' =14+3 ') + field('separate') + run('17') + field('end') + run('件'),
      ),
      ['共17件'],
    ],
    [
      '域代码里套的域也不读',
      paragraph(
        field('begin') +
          code('IF ') +
          field('begin') +
          code('MERGEFIELD x') +
          field('separate') +
          run('套') +
          field('end') +
          field('separate') +
          run('是') +
          field('end'),
      ),
      ['是'],
    ],
    ['域没有结束标记，后面的段落不丢', paragraph(field('begin') + code(' PAGE ')) + paragraph('正文'), ['正文']],
  ])('%s', async (_, body, expected) => {
    expect(await outline(body)).toEqual(expected);
  });

  it('修订：插入的算，删除和移走的不算，段落标记被删的两段连成一段', async () => {
    const body =
      paragraph(
        `${run('全年')}<w:del>${'<w:r><w:delText>50</w:delText></w:r>'}</w:del><w:ins>${run('60')}</w:ins>${run('条')}`,
      ) +
      paragraph(`<w:moveFrom>${run('旧处')}</w:moveFrom>${run('正文')}<w:moveTo>${run('新处')}</w:moveTo>`) +
      paragraph(run('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') +
      paragraph('后半') +
      paragraph(run('格式', '<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'));
    const { blocks, remarks } = await read(body);
    expect(textsOf(blocks)).toEqual(['全年60条', '正文新处', '前半后半', '格式']);
    expect(remarks).toEqual(['文件带有修订标记，按接受全部修订后的内容读取。']);
  });

  it('修订：删除的行和单元格不算', async () => {
    const body = table(
      [
        row([cell('规章'), cell('0')]),
        row([cell('旧行'), cell('9')], '<w:del w:id="2"/>'),
        row([cell('许可'), cell('旧格', '<w:cellDel w:id="3"/>'), cell('1')]),
      ],
      2,
    );
    expect(await outline(body)).toEqual([
      [
        ['规章', '0'],
        ['许可', '1'],
      ],
    ]);
  });

  it('划去的字不读并说明；上标、下标的数字不接在正数后面', async () => {
    const body = paragraph(
      run('9', '<w:strike/>') +
        run('760') +
        run('1', '<w:vertAlign w:val="superscript"/>') +
        run('8', '<w:dstrike/>') +
        run('件', '<w:strike w:val="0"/>'),
    );
    const { blocks, remarks } = await read(body);
    expect(blocks).toEqual([{ kind: 'paragraph', text: '760¹件' }]);
    expect(remarks).toEqual(['文件中有划去的文字，没有读取。']);
  });

  it('隐藏文字不读并说明；样式隐藏的也是；明写不隐藏的照读', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="hide"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="p"><w:name w:val="hp"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      paragraph(
        run('甲') + run('乙', '<w:vanish/>') + run('丙', '<w:rStyle w:val="h"/>') + run('丁', '<w:vanish w:val="0"/>'),
      ) + styled('p', run('戊') + run('己', '<w:vanish w:val="false"/>'));
    const { blocks, remarks } = await read(body, { styles });
    expect(textsOf(blocks)).toEqual(['甲丁', '己']);
    expect(remarks).toEqual(['文件中有隐藏文字，没有读取。']);
  });

  it('文本框在所在段落之后读出，新旧两种写法只读一次', async () => {
    const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`;
    const body = paragraph(
      `${run('甲')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('乙')}`,
    );
    expect(await outline(body + paragraph('丙'))).toEqual(['甲乙', '框内', '丙']);
  });

  it('图片、脚注、嵌入的文档各有说明', async () => {
    const body = paragraph(
      `${run('见图')}<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:footnoteReference w:id="1"/></w:r>`,
    );
    expect((await read(`${body}<w:altChunk r:id="x"/>`)).remarks).toEqual([
      '文件中有 1 处脚注或尾注，没有读取。',
      '文件中有 1 张图片或图表，其中的文字没有读取。',
      '文件中嵌有其他文档，没有读取，请用 Word 打开后另存一份再试。',
    ]);
  });
});

describe('标题和目录', () => {
  const style = (id: string, name: string, more = '', based = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based === '' ? '' : `<w:basedOn w:val="${based}"/>`}<w:pPr>${more}</w:pPr></w:style>`;

  it.each([
    ['英文样式名', style('1', 'heading 2'), styled('1', '标题'), 2],
    ['WPS 的中文样式名', style('1', '标题 3'), styled('1', '标题'), 3],
    ['大纲级别', style('1', '自定义', '<w:outlineLvl w:val="0"/>'), styled('1', '标题'), 1],
    [
      '继承来的大纲级别',
      style('1', '甲', '<w:outlineLvl w:val="3"/>') + style('2', '乙', '', '1'),
      styled('2', '标题'),
      4,
    ],
    [
      '段落自己的大纲级别',
      style('1', 'heading 1'),
      paragraph(run('标题'), '<w:pStyle w:val="1"/><w:outlineLvl w:val="1"/>'),
      2,
    ],
    [
      '段落自己写明是正文',
      style('1', 'heading 1'),
      paragraph(run('标题'), '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
      undefined,
    ],
    ['文档标题', style('1', 'Title'), styled('1', '标题'), 1],
    ['七级以下都算六级', style('1', 'heading 9'), styled('1', '标题'), 6],
    ['普通段落', style('1', 'Normal'), styled('1', '标题'), undefined],
    ['样式循环继承', style('1', '甲', '', '2') + style('2', '乙', '', '1'), styled('1', '标题'), undefined],
  ])('%s', async (_, styles, body, heading) => {
    const [block] = (await read(body, { styles })).blocks;
    expect(block).toEqual({ kind: 'paragraph', text: '标题', ...(heading === undefined ? {} : { heading }) });
  });

  it('自动目录不读并说明', async () => {
    const styles = style('1', 'toc 1') + style('2', 'TOC Heading') + style('3', '目录 2');
    const { blocks, remarks } = await read(
      styled('2', '目录') + styled('1', '一、总体情况\t1') + styled('3', '（一）主动公开\t1') + paragraph('正文'),
      { styles },
    );
    expect(textsOf(blocks)).toEqual(['正文']);
    expect(remarks).toEqual(['文件中的自动目录没有读取。']);
  });
});

describe('自动编号写成文字', () => {
  const level = (at: number, format: string, pattern: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
  const list = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') =>
    `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>${nums}`;
  const report =
    level(0, 'chineseCounting', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3.');

  it('一、（一）1. 三级，上级前进时下级重新起头', async () => {
    const body = [
      numbered(1, 0, '总体情况'),
      numbered(1, 1, '主动公开'),
      numbered(1, 2, '网站'),
      numbered(1, 2, '2022年公报'),
      numbered(1, 1, '依申请公开'),
      numbered(1, 2, '受理'),
      numbered(1, 0, '主动公开情况'),
      numbered(1, 1, '概述'),
    ].join('');
    expect(await outline(body, { numbering: list(report) })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1.网站',
      '2. 2022年公报',
      '（二）依申请公开',
      '1.受理',
      '二、主动公开情况',
      '（一）概述',
    ]);
  });

  it('标题样式带的编号，级别由样式对应', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = list(
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="a"/>') +
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="b"/>'),
    );
    const body =
      styled('a', '甲') +
      styled('b', '乙') +
      styled('a', '丙') +
      styled('a', '不编号', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await outline(body, { styles, numbering })).toEqual(['一、甲', '（一）乙', '二、丙', '不编号']);
  });

  it.each([
    ['同一种列表接着数', '', ['1.甲', '2.乙', '3.丙']],
    [
      '另起一份并指定起点的从头数',
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
      ['1.甲', '5.乙', '6.丙'],
    ],
  ])('%s', async (_, override, expected) => {
    const nums = `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>${override}</w:num>`;
    const body = numbered(1, 0, '甲') + numbered(2, 0, '乙') + numbered(2, 0, '丙');
    expect(await outline(body, { numbering: list(level(0, 'decimal', '%1.'), nums) })).toEqual(expected);
  });

  it('列表引用列表样式', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:styleLink w:val="s"/>${level(0, 'ideographTraditional', '%1．')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    expect(await outline(numbered(1, 0, '子') + numbered(1, 0, '丑'), { numbering })).toEqual(['甲．子', '乙．丑']);
  });

  it('上级用汉字、本级要求全用数字时写成数字', async () => {
    const numbering = list(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
    expect(await outline(numbered(1, 0, '甲') + numbered(1, 1, '乙'), { numbering })).toEqual(['一、甲', '1.1乙']);
  });

  it('项目符号和没有定义的列表不写编号', async () => {
    const body = numbered(1, 0, '甲') + numbered(99, 0, '乙');
    expect(await outline(body, { numbering: list(level(0, 'bullet', '')) })).toEqual(['甲', '乙']);
  });

  it('表格里的编号接着数', async () => {
    const body = numbered(1, 2, '前') + table([row([cell(numbered(1, 2, '属于国家秘密')), cell('0')])], 2);
    expect(await outline(body, { numbering: list(report) })).toEqual(['1.前', [['2.属于国家秘密', '0']]]);
  });
});

describe('Word 的表格', () => {
  it.each([
    ['横向合并', [row([cell('a', '<w:gridSpan w:val="2"/>')]), row([cell('b'), cell('c')])], [['a@1×2'], ['b', 'c']]],
    [
      '纵向合并',
      [
        row([cell('a', '<w:vMerge w:val="restart"/>'), cell('b')]),
        row([cell('', '<w:vMerge/>'), cell('c')]),
        row([cell('d'), cell('e')]),
      ],
      [['a@2×1', 'b'], ['c'], ['d', 'e']],
    ],
    [
      '旧式横向合并',
      [row([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>')]), row([cell('b'), cell('c')])],
      [['a@1×2'], ['b', 'c']],
    ],
    [
      '旧式横向加纵向合并',
      [
        row([
          cell('a', '<w:hMerge w:val="restart"/><w:vMerge w:val="restart"/>'),
          cell('', '<w:hMerge/><w:vMerge w:val="restart"/>'),
          cell('b'),
        ]),
        row([cell('', '<w:hMerge w:val="restart"/><w:vMerge/>'), cell('', '<w:hMerge/><w:vMerge/>'), cell('c')]),
        row([cell('d'), cell('e'), cell('f')]),
      ],
      [['a@2×2', 'b'], ['c'], ['d', 'e', 'f']],
    ],
    [
      '没有起点的纵向合并当作普通单元格',
      [row([cell('a', '<w:vMerge/>'), cell('b')]), row([cell('c'), cell('d')])],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '行首留空的列',
      [row([cell('a'), cell('b'), cell('c')]), row([cell('d'), cell('e')], '<w:gridBefore w:val="1"/>')],
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      '软件留下的多余网格列',
      [
        row([cell('a', '<w:gridSpan w:val="7"/>'), cell('b', '<w:gridSpan w:val="3"/>')]),
        row([cell('c', '<w:gridSpan w:val="7"/>'), cell('d', '<w:gridSpan w:val="3"/>')]),
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['空单元格都在', [row([cell('a'), cell(''), cell('0')])], [['a', '', '0']]],
    ['单元格内分段', [row([cell(paragraph('规') + paragraph('') + paragraph('章')), cell('0')])], [['规\n章', '0']]],
    ['隐藏的行不读', [row([cell('a'), cell('b')]), row([cell('x'), cell('y')], '<w:hidden/>')], [['a', 'b']]],
    [
      '写错的合并数当作 1',
      [row([cell('a', '<w:gridSpan w:val="-4"/>'), cell('b', '<w:gridSpan w:val="x"/>')])],
      [['a', 'b']],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await outline(table(rows, 3))).toEqual([expected]);
  });

  it('转换软件留下的发丝宽的列不算：上下行的边对得齐', async () => {
    const grid =
      '<w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="1500"/><w:gridCol w:w="5"/><w:gridCol w:w="1500"/></w:tblGrid>';
    const rows =
      row([cell('复议', '<w:gridSpan w:val="2"/>'), cell('诉讼', '<w:gridSpan w:val="2"/>')]) +
      row([cell('维持'), cell('总计', '<w:gridSpan w:val="2"/>'), cell('纠正')]);
    const [block] = (await read(`<w:tbl>${grid}${rows}</w:tbl>`)).blocks;
    expect(block).toMatchObject({
      columnCount: 3,
      cells: [{ column: 0 }, { column: 2 }, { column: 0 }, { column: 1 }, { column: 2 }],
    });
    expect(await outline(`<w:tbl>${grid}${rows}</w:tbl>`)).toEqual([
      [
        ['复议@1×2', '诉讼'],
        ['维持', '总计', '纠正'],
      ],
    ]);
  });

  it('行首留空的列不改变后面单元格的列号', async () => {
    const [block] = (await read(table([row([cell('a'), cell('b')]), row([cell('c')], '<w:gridBefore w:val="1"/>')], 2)))
      .blocks;
    expect(block).toMatchObject({
      kind: 'table',
      cells: [{ text: 'a' }, { text: 'b' }, { text: 'c', row: 1, column: 1 }],
    });
  });

  it('排版用的外层表格拆开，里面的表格保留', async () => {
    const inner = table([row([cell('规章'), cell('0')])], 2);
    expect(await outline(table([row([cell(paragraph('二、') + inner + paragraph('三、')), cell('边栏')])], 2))).toEqual(
      ['二、', [['规章', '0']], '三、', '边栏'],
    );
  });
});

describe('不寻常的 Word 文件', () => {
  const parts = (document: string) => ({
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
    'word/document.xml': declaration + document,
  });

  it('严格版标准的命名空间', async () => {
    const bytes = buildZip(
      parts(
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>年报</w:t></w:r></w:p></w:body></w:document>',
      ),
    );
    expect(textsOf((await readBytes(bytes)).blocks)).toEqual(['年报']);
  });

  it('少见的命名空间前缀', async () => {
    const bytes = buildZip(
      parts(
        '<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:other"><ns0:body><ns0:p><ns0:pPr><ns0:outlineLvl ns0:val="0"/></ns0:pPr><ns0:r><ns0:t>年报</ns0:t></ns0:r></ns0:p><w:p><w:t>别的</w:t></w:p></ns0:body></ns0:document>',
      ),
    );
    expect((await readBytes(bytes)).blocks).toEqual([{ kind: 'paragraph', text: '年报', heading: 1 }]);
  });

  it('正文部件另有名字，路径用反斜杠', async () => {
    const bytes = buildZip({
      '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
      'word\\document2.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>年报</w:t></w:r></w:p></w:body></w:document>`,
    });
    expect(textsOf((await readBytes(bytes)).blocks)).toEqual(['年报']);
  });

  it('图形带着几十万字的属性', async () => {
    const shape = `<v:shape o:gfxdata="${'A'.repeat(300_000)}" xmlns:o="urn:schemas-microsoft-com:office:office"/>`;
    expect(await outline(paragraph(`<w:r><w:pict>${shape}</w:pict></w:r>${run('年报')}`))).toEqual(['年报']);
  });

  it('CDATA 里写着标签样的文字', async () => {
    expect(await outline(paragraph('<w:r><w:t><![CDATA[写作<w:sz w:val="1"/>]]></w:t></w:r>'))).toEqual([
      '写作<w:sz w:val="1"/>',
    ]);
  });

  it('UTF-16 的部件', async () => {
    const xml =
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>年报</w:t></w:r></w:p></w:body></w:document>';
    expect(textsOf((await readBytes(buildZip({ 'word/document.xml': Buffer.from(xml, 'utf16le') }))).blocks)).toEqual([
      '年报',
    ]);
  });
});

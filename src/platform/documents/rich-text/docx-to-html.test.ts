import { describe, expect, it } from 'vitest';
import { buildDocx, cell, numbered, paragraph, row, run, styled, table } from '../read/fixtures/build-docx.ts';
import { buildZip, relationships } from '../read/fixtures/build-zip.ts';
import { docxToHtml, type FoundPicture } from './docx-to-html.ts';
import { drawing, withPictures } from './fixtures/docx-with-pictures.ts';

const imported = async (
  bytes: Uint8Array,
  save: (picture: FoundPicture) => Promise<string | undefined> = async () => undefined,
) => {
  const result = await docxToHtml({ name: '通知.docx', bytes }, save);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'bullet', '·')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
const styles =
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';

describe('导入 Word 文档', () => {
  it('标题、强调、公文层次序号', async () => {
    const body = [
      styled('2', '总体要求'),
      paragraph('目标任务', '<w:outlineLvl w:val="2"/>'),
      numbered(1, 0, '总体要求'),
      numbered(1, 1, '指导思想'),
      paragraph(run('每户') + run('300元', '<w:b/>')),
    ].join('');
    expect(await imported(buildDocx(body, { numbering, styles }))).toEqual({
      html: '<h2>总体要求</h2>\n<h3>目标任务</h3>\n<p>一、总体要求</p>\n<p>（一）指导思想</p>\n<p>每户<strong>300元</strong></p>',
      messages: [],
    });
  });

  it('1. 2. 编号和项目符号成为列表，中断后接着编', async () => {
    const body = [numbered(2, 0, '甲'), numbered(2, 1, '甲之一'), paragraph('说明'), numbered(2, 0, '乙')].join('');
    expect((await imported(buildDocx(body, { numbering }))).html).toBe(
      '<ol><li>甲<ul><li>甲之一</li></ul></li></ol>\n<p>说明</p>\n<ol start="2"><li>乙</li></ol>',
    );
  });

  it('表格的合并单元格', async () => {
    const body = table(
      [
        row([cell('户主', '<w:gridSpan w:val="2"/>')]),
        row([cell('一组', '<w:vMerge w:val="restart"/>'), cell('甲')]),
        row([cell('', '<w:vMerge/>'), cell('乙')]),
      ],
      2,
    );
    expect((await imported(buildDocx(body))).html).toBe(
      '<table><tbody><tr><td colspan="2">户主</td></tr><tr><td rowspan="2">一组</td><td>甲</td></tr><tr><td>乙</td></tr></tbody></table>',
    );
  });

  it('修订按接受后的内容，批注、隐藏文字和目录不带入，各有说明', async () => {
    const body = [
      styled('11', '总体要求\t1'),
      paragraph(
        `${run('补助')}<w:del><w:r><w:delText>300</w:delText></w:r></w:del><w:ins>${run('500')}</w:ins>${run('元')}` +
          `${run('内部掌握', '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r>`,
      ),
    ].join('');
    expect(await imported(buildDocx(body, { styles }))).toEqual({
      html: '<p>补助500元</p>',
      messages: [
        '文档带有修订痕迹，已按接受全部修订后的内容导入，请核对',
        '1 条批注没有导入',
        '1 处隐藏文字没有导入',
        '目录没有导入，网页按标题自动分层',
      ],
    });
  });

  it('正文里的代码只是文字', async () => {
    expect((await imported(buildDocx(paragraph('<script>alert(1)</script>'.replace(/^/, ' '))))).html).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  it('图片交给存储，换成附件；网页不能显示的格式不带入并说明', async () => {
    const taken: FoundPicture[] = [];
    const { html, messages } = await imported(
      withPictures(paragraph(`${drawing('rId8', '规划图')}${drawing('rId9', '')}`)),
      async (picture) => {
        taken.push(picture);
        return '0198a000-0000-7000-8000-000000000001';
      },
    );
    expect(html).toBe('<p><img src="attachment:0198a000-0000-7000-8000-000000000001" alt="规划图"></p>');
    expect(taken.map(({ name, mediaType, bytes }) => [name, mediaType, Buffer.from(bytes).toString()])).toEqual([
      ['图片1.png', 'image/png', 'png bytes'],
    ]);
    expect(messages).toEqual([
      '1 张图片无法导入（格式不适合网页，或者超出数量、大小限制），请另存为 PNG 或 JPG 后插入',
    ]);
  });
});

describe('导入不了的文件：一句话说清为什么、怎么办', () => {
  it.each([
    [
      '旧版 Word',
      '通知.doc',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('WordDocument\0', 'utf16le'),
      ]),
      /是旧版 Word 或 WPS 文字文件，请.*另存为 \.docx/,
    ],
    [
      '网页',
      '通知.html',
      Buffer.from('<html><body>通知</body></html>'),
      /不是 Word 文档（\.docx），请用 Word 或 WPS 另存为 \.docx 再导入/,
    ],
    ['截断', '通知.docx', buildDocx(paragraph('一')).subarray(0, 300), /不完整或已损坏/],
    [
      '压缩炸弹',
      '通知.docx',
      buildZip({
        '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
        'word/document.xml': Buffer.alloc(30 * 1024 * 1024, ' '),
      }),
      /疑似恶意文件，已拒绝读取/,
    ],
    [
      '实体炸弹',
      '通知.docx',
      buildZip({
        '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
        'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      }),
      /疑似恶意文件，已拒绝读取/,
    ],
    [
      '层层嵌套',
      '通知.docx',
      buildDocx('<w:smartTag>'.repeat(5_000) + '</w:smartTag>'.repeat(5_000)),
      /层次或表格过于庞杂/,
    ],
    ['没有文字', '通知.docx', buildDocx(paragraph('')), /没有可读取的文字/],
  ])('%s', async (_, name, bytes, words) => {
    const result = await docxToHtml({ name, bytes }, async () => undefined);
    expect(result.ok ? result.value.html : result.problem.message).toMatch(words);
  });

  it('五十页的文档一秒左右导入，五百页的也不久等', async () => {
    const page = (pages: number) =>
      buildDocx(paragraph(run('为进一步推进政务公开工作，').repeat(3)).repeat(12 * pages));
    const start = performance.now();
    await imported(page(50));
    expect(performance.now() - start).toBeLessThan(3_000);
  }, 20_000);
});

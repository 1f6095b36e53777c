import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildZip } from './fixtures/build-zip.ts';
import { readDocument } from './read-document.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

/** Either blocks, or a sentence that names the file: never an exception. */
const settles = async (name: string, bytes: Uint8Array): Promise<void> => {
  const result = await readDocument({ name, bytes });
  if (result.ok) expect(result.value.blocks.length).toBeGreaterThan(0);
  else expect(result.problem.message).toMatch(/^“年报[^”]*”.*。$/);
};

/** A wound: where, as a share of the length, what is cut out, and what is put there. */
const wounds = (texts: readonly string[]) =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 60 }),
      put: fc.constantFrom('', ...texts),
    }),
    { minLength: 1, maxLength: 6 },
  );

type Wound = { at: number; cut: number; put: string };

const wound = (text: string, list: readonly Wound[]): string =>
  list.reduce((result, { at, cut, put }) => {
    const from = Math.floor(at * result.length);
    return result.slice(0, from) + put + result.slice(from + cut);
  }, text);

const woundBytes = (bytes: Uint8Array, list: readonly Wound[]): Uint8Array =>
  Buffer.from(wound(Buffer.from(bytes).toString('latin1'), list), 'latin1');

describe('任意损伤的文件：要么读出内容，要么一句话说明，从不出错中断', () => {
  it(
    '字节残缺的各种文件',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom('report.html', 'report.docx', 'report.xlsx'),
          wounds(['\0', '\xff\xfe', 'PK', '<']),
          (name, list) => settles('年报', woundBytes(fixture(name), list)),
        ),
        { numRuns: 200 },
      ),
    60_000,
  );

  it(
    '标签错乱的网页',
    () =>
      fc.assert(
        fc.asyncProperty(
          wounds([
            '<table>',
            '</table>',
            '<tr>',
            '<td rowspan=0 colspan=99>',
            '</p>',
            '<a href=x>',
            '<ol>',
            '<select>',
            '<template>',
            '<svg><td>',
            '&#0;',
            '<!--',
          ]),
          (list) => settles('年报.html', Buffer.from(`<html>${wound(strFromU8(fixture('report.html')), list)}`)),
        ),
        { numRuns: 200 },
      ),
    60_000,
  );

  it('标签错乱的 Word 正文和编号', () => {
    const parts = Object.entries(unzipSync(fixture('report.docx'))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    );
    const tags = [
      '<w:tbl>',
      '</w:tbl>',
      '<w:tc>',
      '</w:p>',
      '<w:p/>',
      '<w:tr/>',
      '<w:vMerge/>',
      '<w:gridSpan w:val="9999999"/>',
      '<w:txbxContent>',
      '<w:fldChar w:fldCharType="end"/>',
      '<mc:Choice/>',
      '<w:ilvl w:val="-1"/>',
    ];
    return fc.assert(
      fc.asyncProperty(
        wounds(tags),
        fc.constantFrom('word/document.xml', 'word/numbering.xml', 'word/styles.xml', '_rels/.rels'),
        (list, target) =>
          settles(
            '年报.docx',
            buildZip(
              Object.fromEntries(parts.map(([name, text]) => [name, name === target ? wound(text, list) : text])),
            ),
          ),
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('元素位置不当但仍合语法的 Word 正文', () => {
    const element = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(
          '<w:t>规章</w:t>',
          '<w:tab/>',
          '<w:br/>',
          '<w:del/>',
          '<w:vMerge/>',
          '<w:hMerge/>',
          '<w:gridSpan w:val="3"/>',
          '<w:fldChar w:fldCharType="begin"/>',
          '<w:fldChar w:fldCharType="separate"/>',
          '<w:vanish/>',
          '<w:numId w:val="1"/>',
        ),
        fc
          .tuple(
            fc.constantFrom(
              'w:p',
              'w:r',
              'w:tbl',
              'w:tr',
              'w:tc',
              'w:pPr',
              'w:rPr',
              'w:trPr',
              'w:txbxContent',
              'mc:AlternateContent',
              'mc:Choice',
              'mc:Fallback',
              'w:sdt',
              'w:del',
              'w:ins',
            ),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
      ),
    })).node;
    const head =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>';
    return fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 8 }), (nodes) =>
        settles('年报.docx', buildZip({ 'word/document.xml': `${head}${nodes.join('')}</w:body></w:document>` })),
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('属性错乱的工作表', () => {
    const parts = Object.entries(unzipSync(fixture('report.xlsx'))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    );
    const texts = [
      ' r="ZZZZ9"',
      ' t="s"',
      ' s="99"',
      '<c r="A1"/>',
      '<mergeCell ref="A1:B2"/>',
      '<mergeCell ref="C9:A1"/>',
      '<v>1e999</v>',
      '<row r="-5"/>',
      ' hidden="1"',
    ];
    return fc.assert(
      fc.asyncProperty(wounds(texts), (list) =>
        settles(
          '年报.xlsx',
          buildZip(
            Object.fromEntries(parts.map(([name, text]) => [name, name.includes('sheet2') ? wound(text, list) : text])),
          ),
        ),
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it(
    '字节残缺的 PDF',
    () =>
      fc.assert(
        fc.asyncProperty(
          wounds(['\0', 'endobj', '<<', '>>', ' 9 0 R', 'stream\n', '/Kids[2 0 R]', '999999999 ']),
          (list) => settles('年报.pdf', woundBytes(fixture('report.pdf'), list)),
        ),
        { numRuns: 40 },
      ),
    120_000,
  );
});

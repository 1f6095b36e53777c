import { describe, expect, it } from 'vitest';
import { gb18030Of } from '../../../../tests/support/gb18030.ts';
import { decodeText } from './decode-text.ts';

const sentence = '云溪县石桥镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n全年主动公开信息60条。\n';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const concat = (...parts: Uint8Array[]) => Buffer.concat(parts);

describe('字符编码', () => {
  it.each([
    ['UTF-8', Buffer.from(sentence), 'utf-8'],
    ['UTF-8，带标记', concat(Buffer.from('efbbbf', 'hex'), Buffer.from(sentence)), 'utf-8'],
    ['UTF-16 小端，带标记', concat(Buffer.from('fffe', 'hex'), Buffer.from(sentence, 'utf16le')), 'utf-16le'],
    ['UTF-16 大端，带标记', concat(Buffer.from('feff', 'hex'), utf16be(sentence)), 'utf-16be'],
  ])('%s：不必猜，没有说明', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: sentence, encoding, remarks: [] });
  });

  it.each([
    ['GBK', gb18030Of(sentence), 'gb18030', 'GB18030（GBK）'],
    ['UTF-16 小端，无标记', Buffer.from(sentence, 'utf16le'), 'utf-16le', 'UTF-16（小端）'],
    ['UTF-16 大端，无标记', utf16be(sentence), 'utf-16be', 'UTF-16（大端）'],
    ['UTF-16 小端，几乎全是数字', Buffer.from('0\t0\t0\n12\t3\t15\n', 'utf16le'), 'utf-16le', 'UTF-16（小端）'],
  ])('%s：猜出编码并写明', (_, bytes, encoding, name) => {
    const decoded = decodeText(bytes);
    expect(decoded?.encoding).toBe(encoding);
    expect(decoded?.remarks).toEqual([`文件没有正确标明字符编码，按 ${name} 读取，如有乱码请另存为 UTF-8 后重试。`]);
  });

  it('高低字节互换后也像汉字的文字，看的是常用字', () => {
    expect(decodeText(utf16be('公要作要体要公作体要'))?.text).toBe('公要作要体要公作体要');
  });

  it('GBK 的全文一字不差', () => {
    expect(decodeText(gb18030Of(sentence))?.text).toBe(sentence);
  });

  it('网页自己标明的 gb2312 与内容相符，不再说明', () => {
    expect(decodeText(gb18030Of(sentence), 'gb2312')).toEqual({ text: sentence, encoding: 'gb18030', remarks: [] });
  });

  it('网页标明 gb2312，内容其实是 UTF-8：以内容为准', () => {
    expect(decodeText(Buffer.from(sentence), 'gb2312')?.text).toBe(sentence);
  });

  it('网页标明 utf-8，内容其实是 GBK：以内容为准并写明', () => {
    const decoded = decodeText(gb18030Of(sentence), 'utf-8');
    expect(decoded?.text).toBe(sentence);
    expect(decoded?.remarks).toHaveLength(1);
  });

  it('碰巧也是 UTF-8 的极短 GBK 文字，听从网页的标明', () => {
    expect(decodeText(gb18030Of('一'))?.text).toBe('һ');
    expect(decodeText(gb18030Of('一'), 'gbk')?.text).toBe('一');
  });

  it('GB18030 的四字节汉字', () => {
    const bytes = concat(gb18030Of(sentence), Buffer.from('8232ef38', 'hex'));
    expect(decodeText(bytes)?.text).toBe(
      `${sentence}${new TextDecoder('gb18030').decode(Buffer.from('8232ef38', 'hex'))}`,
    );
  });

  it('末尾被截断的 UTF-8 仍按 UTF-8 读，写明有一处无法识别', () => {
    const decoded = decodeText(Buffer.from(sentence.repeat(3)).subarray(0, -2));
    expect(decoded?.encoding).toBe('utf-8');
    expect(decoded?.remarks.at(-1)).toBe('文件中有 1 处无法识别的字符，读取结果请与原文核对。');
  });

  it('不是文字的字节没有编码', () => {
    expect(
      decodeText(Uint8Array.from({ length: 3000 }, (_, at) => (at * 197 + (at >> 2) * 31) & 0xff)),
    ).toBeUndefined();
  });
});

import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildZip } from '../fixtures/build-zip.ts';
import { Deadline } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import { OfficePackage } from './package.ts';
import { type Attributes, parseXml } from './xml.ts';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentRefusal) return error.code;
    throw error;
  }
  return 'no refusal';
};

const zip = buildZip({ 'a/Text.xml': '一、总体情况', 'b.xml': 'x'.repeat(5000) });

/** A copy with some bytes changed. */
const patched = (bytes: Uint8Array, at: number, value: number[]): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy.set(value, at);
  return copy;
};

const find = (bytes: Uint8Array, signature: string, from = 0): number =>
  Buffer.from(bytes).indexOf(Buffer.from(signature, 'hex'), from);

describe('压缩包', () => {
  it('按名取出部件，不分大小写和斜杠方向，没有的部件是 undefined', () => {
    const source = new OfficePackage(zip);
    expect(source.findText('A\\text.xml')).toBe('一、总体情况');
    expect(source.findText('c.xml')).toBeUndefined();
  });

  it('目录之后的注释和文件之前的杂物不碍事', () => {
    const commented = patched(Buffer.concat([zip, Buffer.from('注释')]), zip.length - 2, [6, 0]);
    expect(new OfficePackage(commented).findText('a/text.xml')).toBe('一、总体情况');
  });

  it.each([
    ['截掉尾部', zip.subarray(0, zip.length - 30)],
    ['截掉一半', zip.subarray(0, zip.length >> 1)],
    ['目录的偏移写错', patched(zip, zip.length - 6, [9, 0, 0, 0])],
  ])('%s：已损坏', (_, bytes) => {
    expect(codeOf(() => new OfficePackage(bytes))).toBe('damaged-file');
  });

  it('内容与校验和不符：已损坏', () => {
    const data = find(zip, '504b0304') + 30 + 'a/Text.xml'.length;
    expect(codeOf(() => new OfficePackage(patched(zip, data + 4, [0xff, 0xff])).findText('a/text.xml'))).toBe(
      'damaged-file',
    );
  });

  it('没有压缩的部件改了一个字：已损坏', () => {
    const stored = zipSync({ a: Buffer.from('规章 0') }, { level: 0 });
    const at = Buffer.from(stored).indexOf('规章 0') + Buffer.byteLength('规章 ');
    expect(stored[at]).toBe('0'.charCodeAt(0));
    expect(codeOf(() => new OfficePackage(patched(stored, at, ['9'.charCodeAt(0)])).findText('a'))).toBe(
      'damaged-file',
    );
  });

  it('部件加了密：请取消密码', () => {
    const entry = find(zip, '504b0102');
    expect(codeOf(() => new OfficePackage(patched(zip, entry + 8, [1, 0])).findText('a/text.xml'))).toBe(
      'password-protected',
    );
  });
});

describe('压缩炸弹', () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024);

  it('展开比例离奇：不展开就拒绝', () => {
    const bytes = buildZip({ 'word/document.xml': zeros });
    expect(bytes.length).toBeLessThan(50_000);
    expect(codeOf(() => new OfficePackage(bytes).findText('word/document.xml'))).toBe('expansion-bomb');
  });

  it('谎报大小的，展开途中就停', () => {
    const packed = deflateRawSync(zeros);
    const bytes = buildZip({ 'word/document.xml': zeros });
    const claimed = [100, 0, 0, 0];
    const lying = patched(patched(bytes, find(bytes, '504b0304') + 22, claimed), find(bytes, '504b0102') + 24, claimed);
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(() => new OfficePackage(lying).findText('word/document.xml'))).toBe('expansion-bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(packed.length * 400 + 32 * 1024 * 1024);
  });

  it('许多部件加起来太大：停在总量上', () => {
    const part = Buffer.alloc(30 * 1024 * 1024);
    const source = new OfficePackage(zipSync({ a: part, b: part, c: part, d: part, e: part }, { level: 0 }));
    expect(codeOf(() => ['a', 'b', 'c', 'd', 'e'].map((name) => source.findText(name)))).toBe('expansion-bomb');
  }, 30_000);

  it('成千上万个条目：拒绝', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`a${at}`, '']));
    expect(codeOf(() => new OfficePackage(buildZip(many)))).toBe('expansion-bomb');
  });
});

describe('XML', () => {
  const parse = (xml: string) => {
    const seen: string[] = [];
    const handler = {
      open(name: string, attributes: Attributes) {
        seen.push(
          `<${name}${Object.entries(attributes)
            .filter(([key]) => !key.startsWith('xmlns'))
            .map(([key, value]) => ` ${key}=${value}`)
            .join('')}`,
        );
        return name !== 'skip';
      },
      close(name: string) {
        seen.push(`>${name}`);
      },
      text(text: string) {
        seen.push(text);
      },
    };
    parseXml(xml, handler, new Deadline());
    return seen.join(' ');
  };

  it('跳过的元素连同内容和结束标记都不出现', () => {
    expect(parse('<a><skip><b>x</b><skip/></skip><c>y</c></a>')).toBe('<a <skip <c y >c >a');
  });

  it('实体炸弹：带文档类型声明的一律拒绝', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
    expect(codeOf(() => parse(bomb))).toBe('expansion-bomb');
  });

  it.each([
    ['没有结束', '<a><b></a>'],
    ['截断', '<a><b>x'],
    ['不是 XML', 'hello'],
    ['未定义的实体', '<a>&nosuch;</a>'],
  ])('%s：已损坏', (_, xml) => {
    expect(codeOf(() => parse(xml))).toBe('damaged-file');
  });

  it('两万层嵌套：拒绝', () => {
    expect(codeOf(() => parse('<a>'.repeat(20_010)))).toBe('too-complex');
  });

  it('内层改用的前缀只在内层有效', () => {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    expect(
      parse(`<x:a xmlns:x="${w}"><x:b xmlns:x="urn:other" xmlns:y="${w}" y:val="1"><y:c/></x:b><x:d x:val="2"/></x:a>`),
    ).toBe('<w:a <x:b w:val=1 <w:c >w:c >x:b <w:d w:val=2 >w:d >w:a');
  });
});

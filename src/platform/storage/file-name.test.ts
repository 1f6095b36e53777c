import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extensionOf, safeFileName } from './file-name.ts';

describe('the name of a file stays as the person wrote it', () => {
  test.each([
    '石桥镇2025年政府信息公开工作年度报告.docx',
    '关于印发《石桥镇防汛预案》的通知（石政发〔2026〕3号）.pdf',
    '２０２５年　收支决算表.xlsx',
    '㙍塘村公示照片（一）.jpg',
    'Résumé – final.pdf',
    '通知2025.12',
    '没有扩展名',
    '🧾收据.png',
  ])('%s', (name) => {
    expect(safeFileName(name)).toBe(name);
  });
});

describe('what harms a disk or deceives the eye is taken out of it', () => {
  test.each([
    ['folders of Windows', 'C:\\Users\\甲\\桌面\\报告.docx', '报告.docx'],
    ['folders of others', '../../etc/passwd', 'passwd'],
    ['a folder alone', '报告/', '报告'],
    ['a way upwards alone', '../..', '未命名文件'],
    ['a turned direction that hides the extension', '报告\u202Excod.exe', '报告xcod.exe'],
    ['isolates and marks of direction', '\u2066报\u200F告\u2069.pdf', '报告.pdf'],
    ['characters nobody sees', '报\u200B告\uFEFF\u00AD.pdf', '报告.pdf'],
    ['ends of lines, zeros, tabs', '报\r\n告\0\t.p\u2028df', '报告.pdf'],
    ['half of a pair', '报\uD83D告.pdf', '报告.pdf'],
    ['signs Windows refuses', 'a<b>c:d"e|f?g*h.txt', 'a＜b＞c：d＂e｜f？g＊h.txt'],
    ['a second stream of NTFS', '报告.docx:隐藏.exe', '报告.docx：隐藏.exe'],
    ['a device of Windows', 'CON.pdf', '_CON.pdf'],
    ['a device without extension', 'lpt1', '_lpt1'],
    ['a device with a space', 'Nul .txt', '_Nul .txt'],
    ['a device with a raised figure', 'com¹.csv', '_com¹.csv'],
    ['no device', 'console.txt', 'console.txt'],
    ['dots and spaces at the end', '报告.pdf. . ', '报告.pdf'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['nothing', '', '未命名文件'],
    ['only what is taken out', '\u202E\u0000', '未命名文件'],
  ])('%s', (_, written, kept) => {
    expect(safeFileName(written)).toBe(kept);
  });

  test('a long name is cut at 200 bytes, between two characters, and keeps its extension', () => {
    const name = safeFileName(`${'石桥镇'.repeat(60)}.docx`);
    expect(name).toBe(`${'石桥镇'.repeat(21)}石桥.docx`);
    expect(Buffer.byteLength(name)).toBe(200);
  });

  test('a long name without extension is cut too; what follows a late dot is no extension', () => {
    expect(Buffer.byteLength(safeFileName('石'.repeat(300)))).toBe(198);
    expect(Buffer.byteLength(safeFileName(`石.${'桥'.repeat(300)}`))).toBeLessThanOrEqual(200);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '.',
        '/',
        '\\',
        ' ',
        '　',
        'con',
        'NUL',
        '石',
        '🧾',
        '\u202E',
        '\uD800',
        '\uDC00',
        '\0',
        ':',
        'pdf',
        'e\u0301',
        'a',
      ),
      { maxLength: 150 },
    )
    .map((pieces) => pieces.join('')),
);

describe('whatever somebody calls a file', () => {
  test('every disk takes the name, every screen shows it as it is', () => {
    fc.assert(
      fc.property(hostile, (written) => {
        const name = safeFileName(written);
        expect(name).not.toBe('');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*/\\]/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a name that was made safe stays as it is', () => {
    fc.assert(
      fc.property(hostile, (written) => {
        expect(safeFileName(safeFileName(written))).toBe(safeFileName(written));
      }),
      { numRuns: 2_000 },
    );
  });

  test('the extension stays, however long the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('石', '🧾', 'a', ' '), maxLength: 400 }), (base) => {
        expect(safeFileName(`甲${base}乙.docx`)).toMatch(/\.docx$/);
      }),
    );
  });
});

test.each([
  ['报告.DOCX', 'docx'],
  ['报告.pdf.exe', 'exe'],
  ['通知2025.12', ''],
  ['报告', ''],
  ['报告.终稿', ''],
  ['录像.mp4', 'mp4'],
])('the extension of %s is “%s”', (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

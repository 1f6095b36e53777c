import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCover } from '../../../wechat/cover.ts';
import { readBlocks } from '../../rich-text/build.ts';
import { textWidthInEms } from '../typography.ts';
import { writePosterDocx, writePosterHtml } from './index.ts';
import { balanceTitle, type Poster, pictureSize, titleSize } from './poster.ts';

const id = '01890000-0000-7000-8000-000000000000';
const poster = (changes: Partial<Poster> = {}): Poster => ({
  size: 'A4',
  head: '云溪县石桥镇人民政府',
  title: '耕地地力保护补贴发放情况公示',
  subtitle: '石政公〔2026〕3号',
  body: readBlocks(
    `<p>一<strong>二</strong></p><ol start="3"><li><p>三</p></li></ol><figure><img src="attachment:${id}" alt="图"></figure>`,
  ),
  pictures: new Map([[id, { bytes: standardCover(), mediaType: 'image/png' }]]),
  facts: [{ label: '监督电话', text: '0990-1234567 <b>' }],
  address: 'https://www.example.gov.cn/items/A/1',
  foot: '索引号 A/1',
  ...changes,
});

describe('a sheet for the wall', () => {
  it('breaks its title into lines about equally long, never within a number', () => {
    expect(balanceTitle('石桥镇2026年耕地地力保护补贴发放情况公示', 16)).toEqual([
      '石桥镇2026年耕地地力',
      '保护补贴发放情况公示',
    ]);
    expect(balanceTitle('公示', 16)).toEqual(['公示']);
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙，。0-9]{1,60}$/), fc.integer({ min: 5, max: 30 }), (title, room) => {
        const lines = balanceTitle(title, room);
        expect(lines.join('')).toBe(title);
        expect(lines.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(textWidthInEms(title) / room)));
        for (const [at, line] of lines.entries()) {
          if (at > 0) expect(line).not.toMatch(/^[，。]/);
          if (at > 0) expect(/\d$/.test(lines[at - 1] ?? '') && /^\d/.test(line)).toBe(false);
        }
      }),
    );
  });

  it('sets a long title smaller, and not below what is read from afar', () => {
    expect(titleSize({ size: 'A4', title: '短' })).toBe(30);
    expect(titleSize({ size: 'A4', title: '长'.repeat(40) })).toBeLessThan(30);
    expect(titleSize({ size: 'A4', title: '长'.repeat(400) })).toBe(21);
  });

  it('knows the size of PNG and JPEG pictures', () => {
    expect(pictureSize({ bytes: standardCover(), mediaType: 'image/png' })).toEqual({ width: 900, height: 383 });
    const jpeg = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0,
    ]);
    expect(pictureSize({ bytes: jpeg, mediaType: 'image/jpeg' })).toEqual({ width: 30, height: 20 });
    expect(pictureSize({ bytes: Uint8Array.from([0xff, 0xd8]), mediaType: 'image/jpeg' })).toBeUndefined();
  });

  it('is the same file every time', async () => {
    const [one, other] = await Promise.all([writePosterDocx(poster()), writePosterDocx(poster())]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('as a page holds its code and its pictures, and nothing that could run', async () => {
    const { html, policy } = await writePosterHtml(poster());
    expect(html).toContain('<svg');
    expect(html).toContain('data:image/png;base64,');
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('<ol start="3">');
    expect(html).not.toMatch(/<script|style="/);
    expect(policy).toContain("default-src 'none'");
    const bare = await writePosterHtml({ ...poster({ pictures: new Map() }), address: undefined } as never);
    expect(bare.html).not.toContain('<svg');
    expect(bare.html).toContain('（图片：图，请扫码查看）');
  });
});

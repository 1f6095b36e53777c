import { createDecipheriv } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KeyRing, openKeyRing, parseKeys } from './key-ring.ts';
import { openSigningKey } from './signing-key.ts';

const now = new Date('2026-11-20T02:00:00Z');
const context = { table: 'request_applicant', column: 'id_number', record: '0193' };
const purpose = { name: 'request_applicant.id_number', spelling: 'number' } as const;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ringOf(environmentKeys?: string): KeyRing {
  const ring = openKeyRing({ folder, now, ...(environmentKeys ? { environmentKeys } : {}) });
  if (!ring.ok) throw new Error(ring.problem.message);
  return ring.value;
}

describe('SM4（GB/T 32907）', () => {
  test('标准附录示例：所用的 SM4 与标准相符', () => {
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createDecipheriv('sm4-ecb', key, null).setAutoPadding(false);
    const text = Buffer.concat([cipher.update('681edf34d206965e86b3e94f536e4246', 'hex'), cipher.final()]);
    expect(text).toEqual(key);
  });
});

describe('敏感字段加密存储', () => {
  test('任何内容加密后都能原样解开，密文中看不到原文，两次加密互不相同', () => {
    const ring = ringOf();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = ring.seal(text, context);
        expect(ring.open(sealed, context)).toEqual({ ok: true, value: text.toWellFormed() });
        expect(ring.seal(text, context)).not.toBe(sealed);
        if (text.length > 3) expect(Buffer.from(sealed.split(':')[2] ?? '', 'base64url').includes(text)).toBe(false);
      }),
    );
  });

  test('密文旁写明算法和密钥编号', () => {
    const ring = ringOf();
    const [key] = ring.listKeys();
    expect(ring.seal('x', context)).toMatch(new RegExp(`^sm4-ctr\\.hmac-sm3:${key?.id}:[A-Za-z0-9_-]+$`));
  });

  test('密文改动、截短、加长任何一处都拒绝，不给出半真半假的内容', () => {
    const ring = ringOf();
    const sealed = ring.seal('412722196503120035', context);
    const start = sealed.lastIndexOf(':') + 1;
    for (let at = start; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(ring.open(changed, context), String(at)).toMatchObject({
        ok: false,
        problem: { code: 'sealed-value-damaged' },
      });
      expect(ring.open(sealed.slice(0, at), context).ok).toBe(false);
    }
    for (const wrong of ['', 'x', `${sealed}A`, `${sealed}:`, ` ${sealed}`, sealed.replace('ctr', 'cbc')])
      expect(ring.open(wrong, context)).toMatchObject({ ok: false, problem: { code: 'sealed-value-damaged' } });
  });

  test.each([
    ['别的表', { ...context, table: 'auth_totp' }],
    ['别的列', { ...context, column: 'phone' }],
    ['别的记录', { ...context, record: '0194' }],
    ['拼起来相同的另一处', { table: 'request_applicant","id_number', column: '', record: '0193' }],
  ])('把密文搬到%s，拒绝解开', (_, other) => {
    const ring = ringOf();
    expect(ring.open(ring.seal('x', context), other)).toMatchObject({
      ok: false,
      problem: { code: 'sealed-value-damaged' },
    });
  });

  test('没有原来的密钥时说明缺哪一个、找谁', () => {
    const sealed = ringOf('a'.repeat(64)).seal('x', context);
    const opened = ringOf('b'.repeat(64)).open(sealed, context);
    expect(opened).toMatchObject({ ok: false, problem: { code: 'unknown-key' } });
    expect(!opened.ok && opened.problem.message).toContain(sealed.split(':')[1]);
  });
});

describe('盲索引', () => {
  test.each([
    ['number', '41272219650312003x', ' 41272219650312003X '],
    ['number', '41272219650312003X', '４１２７２２１９６５０３１２００３Ｘ'],
    ['number', '41272219650312003X', '412722-19650312-003X'],
    ['phone', '13800000000', '+86 138-0000-0000'],
    ['phone', '13800000000', '0086 138 0000 0000'],
    ['text', '云溪县  某某公司', '云溪县 某某公司'],
  ] as const)('%s：“%s”与“%s”是同一个', (spelling, one, other) => {
    const ring = ringOf();
    const asked = { name: 'x', spelling };
    expect(ring.blindIndex(one, asked)).toBe(ring.blindIndex(other, asked));
  });

  test('不同的值、不同的用途、不同的密钥，索引都不同', () => {
    const ring = ringOf('a'.repeat(64));
    const index = ring.blindIndex('1', purpose);
    expect(ring.blindIndex('2', purpose)).not.toBe(index);
    expect(ring.blindIndex('1', { ...purpose, name: 'y' })).not.toBe(index);
    expect(ringOf('b'.repeat(64)).blindIndex('1', purpose)).not.toBe(index);
  });

  test('换过密钥后，按新旧两个索引都能查到', () => {
    const ring = ringOf();
    const before = ring.blindIndex('1', purpose);
    ring.addKey(now);
    expect(ring.blindIndex('1', purpose)).not.toBe(before);
    expect(ring.blindIndexes('1', purpose)).toEqual([ring.blindIndex('1', purpose), before]);
  });
});

describe('密钥的来处', () => {
  test('初次启动生成密钥文件，只有本用户可读；再次打开是同一密钥', () => {
    const sealed = ringOf().seal('x', context);
    const [name] = readdirSync(folder);
    if (process.platform !== 'win32') expect(statSync(join(folder, name ?? '')).mode & 0o777).toBe(0o600);
    expect(ringOf().open(sealed, context)).toEqual({ ok: true, value: 'x' });
    expect(readdirSync(folder)).toEqual(['sealing-keys.json']);
  });

  test('另一进程换了密钥，正在运行的系统随即使用新密钥，旧内容仍能解开', () => {
    const running = ringOf();
    const sealed = running.seal('旧', context);
    const added = ringOf().addKey(now);
    expect(added.ok && running.seal('新', context)).toContain(added.ok && added.value.id);
    expect(running.open(sealed, context)).toEqual({ ok: true, value: '旧' });
    expect(running.listKeys().map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
  });

  test('去掉旧密钥：只去掉指名的，现用的去不掉', () => {
    const ring = ringOf();
    ring.addKey(now);
    const [current, old] = ring.listKeys();
    ring.removeKeys([current?.id ?? '', old?.id ?? '']);
    expect(ring.listKeys().map(({ id }) => id)).toEqual([current?.id]);
  });

  test('环境变量里的密钥不由命令增减', () => {
    const ring = ringOf('a'.repeat(64));
    expect(ring.addKey(now)).toMatchObject({ ok: false, problem: { code: 'keys-from-environment' } });
    expect(ring.removeKeys(['x'])).toMatchObject({ ok: false, problem: { code: 'keys-from-environment' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['64 位十六进制', 'AB'.repeat(32), 1],
    ['base64', Buffer.alloc(32, 7).toString('base64'), 1],
    ['base64url 无等号', Buffer.alloc(32, 255).toString('base64url'), 1],
    ['两个', `${'a'.repeat(64)}, ${'b'.repeat(64)}`, 2],
    ['过短', 'ab', undefined],
    ['31 字节', Buffer.alloc(31).toString('base64'), undefined],
    ['口令', 'correct horse battery staple', undefined],
    ['空的一段', `${'a'.repeat(64)},`, undefined],
    ['重复', `${'a'.repeat(64)},${'A'.repeat(64)}`, undefined],
  ])('GONGKAI_KEY：%s', (_, written, count) => {
    expect(parseKeys(written)?.length).toBe(count);
  });

  test('密钥文件损坏时拒绝启动，说明是哪个文件，不把内容说出来', () => {
    const secret = Buffer.alloc(32, 9).toString('base64');
    for (const content of [
      '',
      '{',
      '{"keys":[]}',
      `{"keys":[{"id":"wrong","key":"${secret}","madeAt":"2026-01-01"}]}`,
    ]) {
      writeFileSync(join(folder, 'sealing-keys.json'), content);
      const ring = openKeyRing({ folder, now });
      expect(ring).toMatchObject({ ok: false, problem: { code: 'unreadable-keys' } });
      expect(!ring.ok && ring.problem.message).toContain('sealing-keys.json');
      expect(!ring.ok && ring.problem.message).not.toContain(secret);
    }
  });

  test('签名密钥初次使用时生成，之后不变；损坏时拒绝', () => {
    const key = openSigningKey(folder);
    expect(openSigningKey(folder)).toEqual(key);
    const path = join(folder, 'signing-key.pem');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 90));
    expect(openSigningKey(folder)).toMatchObject({ ok: false, problem: { code: 'not-a-key' } });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeChange, maskOrigin } from './changes.ts';

const parse = (text: string | null) => (text === null ? null : JSON.parse(text));
const described = (...sides: Parameters<typeof describeChange>) => {
  const { before, after } = describeChange(...sides);
  return [parse(before), parse(after)];
};

describe('前后内容只留变了的', () => {
  test.each([
    ['没变的不留', { a: 1, b: 2 }, { a: 1, b: 3 }, { b: 2 }, { b: 3 }],
    ['新增的全留', undefined, { a: 1, b: null }, null, { a: 1, b: null }],
    ['删除的全留', { a: 1 }, undefined, { a: 1 }, null],
    ['只在一边有的算变了', { a: 1 }, { a: 1, b: 2 }, {}, { b: 2 }],
    ['嵌套对象键序不同不算变', { o: { x: 1, y: 2 } }, { o: { y: 2, x: 1 } }, {}, {}],
    ['数组次序不同算变', { l: [1, 2] }, { l: [2, 1] }, { l: [1, 2] }, { l: [2, 1] }],
    ['时间写成世界时', undefined, { at: new Date(0) }, null, { at: '1970-01-01T00:00:00.000Z' }],
    ['undefined 等于没有', { a: undefined }, { a: undefined, b: 1 }, {}, { b: 1 }],
    ['空白、0、空串各是各', { a: null, b: 0 }, { a: 0, b: '' }, { a: null, b: 0 }, { a: 0, b: '' }],
    ['大整数写成文字', undefined, { n: 12345678901234567890n }, null, { n: '12345678901234567890' }],
  ])('%s', (_, before, after, kept, fresh) => {
    expect(described(before, after)).toEqual([kept, fresh]);
  });

  test('很长的文字留开头、字数和摘要，改在后面也看得出改过', () => {
    const [before, after] = described({ text: '文'.repeat(9_000) }, { text: `${'文'.repeat(8_999)}字` });
    expect(before.text.length).toBeLessThan(2_200);
    expect(before.text).toMatch(/……（共 9000 字，SM3 [0-9a-f]{64}）$/);
    expect(after.text).not.toBe(before.text);
  });
});

describe('个人信息与秘密不进审计', () => {
  test.each([
    ['idNumber', '412722196503120035', '412*************35'],
    ['id_number', '412722196503120035', '412*************35'],
    ['identityCard', '41272219650312003X', '412*************3X'],
    ['phone', '13800001234', '138****1234'],
    ['contactPhone', '13800001234', '138****1234'],
    ['mobile', '12345', '*****'],
    ['applicantName', '欧阳溪山', '欧***'],
    ['applicant', '张', '张*'],
    ['password', 'Secret-1', '（不记录）'],
    ['passwordHash', '$argon2id$…', '（不记录）'],
    ['totpSecret', 'JBSWY3DP', '（不记录）'],
    ['recoveryCodes', ['a', 'b'], '（不记录）'],
    ['sessionToken', 'x', '（不记录）'],
    ['title', '关于13800001234', '关于13800001234'],
  ])('%s 记成遮蔽后的样子', (name, value, shown) => {
    expect(described(undefined, { [name]: value })).toEqual([null, { [name]: shown }]);
    expect(described(undefined, { inner: [{ [name]: value }] })).toEqual([null, { inner: [{ [name]: shown }] }]);
  });

  test('遮蔽后看着一样的，仍看得出改过', () => {
    expect(described({ phone: '13800001234' }, { phone: '13811111234' })).toEqual([
      { phone: '138****1234' },
      { phone: '138****1234' },
    ]);
    expect(described({ password: 'a' }, { password: 'b' })).toEqual([
      { password: '（不记录）' },
      { password: '（不记录）' },
    ]);
  });

  test('办公电话等公开的，写明即可原样记', () => {
    expect(described(undefined, { phone: '0371-1234567' }, { phone: 'plain' })).toEqual([
      null,
      { phone: '0371-1234567' },
    ]);
    expect(described(undefined, { note: '张三' }, { note: 'secret' })).toEqual([null, { note: '（不记录）' }]);
  });

  test('凡名称表明是秘密的，无论值是什么、在哪一层，值都不出现', () => {
    const secret = 'zX9-绝密';
    const shape = fc.oneof(fc.constant(secret), fc.constant([secret]), fc.constant({ any: { deep: secret } }));
    fc.assert(
      fc.property(
        shape,
        fc.constantFrom('password', 'newPassword', 'clientSecret', 'otp', 'private_key'),
        (value, name) => {
          const { before, after } = describeChange({ a: { [name]: value } }, { [name]: value });
          expect(`${before}${after}`).not.toContain('绝密');
        },
      ),
    );
  });
});

describe('来源地址', () => {
  test.each([
    ['10.1.2.3', '10.1.2.3'],
    ['172.20.0.9', '172.20.0.9'],
    ['172.32.0.9', '172.32.0.*'],
    ['192.168.1.1', '192.168.1.1'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['fd12:3456::1', 'fd12:3456::1'],
    ['203.0.113.77', '203.0.113.*'],
    ['::ffff:203.0.113.77', '203.0.113.*'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3:*'],
    ['2001:db8::1', '2001:db8:0:*'],
    ['本机', '本机'],
    ['gongkai keys rotate', 'gongkai keys rotate'],
  ])('%s 记为 %s', (from, kept) => {
    expect(maskOrigin(from)).toBe(kept);
  });
});

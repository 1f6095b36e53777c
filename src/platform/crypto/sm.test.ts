import { createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestToSign, generateSm2Key, signSm2, signWith, sm2KeyOf, verifySm2 } from './sm2.ts';
import { readPrivatePem, readPublicPem, writePrivatePem, writePublicPem } from './sm2-pem.ts';
import { hmacSm3, sm3 } from './sm3.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

describe('SM3（GB/T 32905）', () => {
  test.each([
    // The two examples of the standard's annex A.
    ['abc', '66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732'],
  ])('标准附录示例 %s 的杂凑值相符', (message, expected) => {
    expect(sm3(message)).toEqual(hex(expected));
  });

  test('分段与连写结果相同，文字按 UTF-8 计', () => {
    expect(sm3('公开', Buffer.from('abc'))).toEqual(sm3(Buffer.from('公开abc', 'utf8')));
  });

  test('HMAC-SM3 与按 RFC 2104 逐步计算的结果相同', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), (key, message) => {
        const padded = Buffer.alloc(64);
        padded.set(key);
        const mixed = (byte: number) => padded.map((each) => each ^ byte);
        expect(hmacSm3(key, message)).toEqual(sm3(mixed(0x5c), sm3(mixed(0x36), message)));
      }),
    );
  });
});

/** The examples of GB/T 32918.5 annex A for the recommended curve. */
const standard = {
  scalar: hex('3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8'),
  publicKey: hex(
    '04 09F9DF31 1E5421A1 50DD7D16 1E4BC5C6 72179FAD 1833FC07 6BB08FF3 56F35020 CCEA490C E26775A5 2DC6EA71 8CC1AA60 0AED05FB F35E084A 6632F607 2DA9AD13',
  ),
  digest: hex('F0B43E94 BA45ACCA ACE692ED 534382EB 17E6AB5A 19CE7B31 F4486FDF C0D28640'),
  random: 0x59276e27_d506861a_16680f3a_d9c02dcc_ef3cc1fa_3cdbe4ce_6d54b80d_eac1bc21n,
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};

describe('SM2 签名（GB/T 32918.2，参数 GB/T 32918.5）', () => {
  test('标准附录示例：公钥、待签杂凑值、签名逐一相符', () => {
    const key = sm2KeyOf(standard.scalar);
    expect(key.publicKey).toEqual(standard.publicKey);
    expect(digestToSign('message digest', key.publicKey, '1234567812345678')).toEqual(standard.digest);
    const signature = signWith(standard.digest, key.scalar, standard.random) as Buffer;
    expect(signature.toString('hex')).toBe(`3046022100${standard.r}022100${standard.s}`);
    expect(verifySm2('message digest', signature, key.publicKey)).toBe(true);
  });

  test('签名在另一套按标准条文逐式计算的程序里验证通过，且不是同一曲线上的 ECDSA', () => {
    const key = generateSm2Key();
    for (const message of ['', '公开', 'x'.repeat(10_000)]) {
      const signature = signSm2(message, key);
      const { r, s } = readIntegers(signature);
      expect(textbook.verifySm2(textbook.digest(message, key.publicKey, '1234567812345678'), r, s, key.publicKey)).toBe(
        true,
      );
      expect(textbook.verifyEcdsa(sm3(message), r, s, key.publicKey)).toBe(false);
      expect(verifySm2(message, signature, key.publicKey)).toBe(true);
    }
  });

  test('OpenSSL 从 PEM 读入密钥后以空用户标识签名：双方互认', () => {
    const key = generateSm2Key();
    const theirs = createPrivateKey(writePrivatePem(key));
    const theirPublic = createPublicKey(writePublicPem(key.publicKey));
    const message = Buffer.from('云溪县');
    expect(verifySm2(message, nodeSign('sm3', message, theirs), key.publicKey, '')).toBe(true);
    for (let round = 0; round < 20; round += 1) {
      expect(nodeVerify('sm3', message, theirPublic, signSm2(message, key, ''))).toBe(true);
    }
    // Why we cannot leave it to node:crypto: the default user id is one it never uses.
    expect(verifySm2(message, nodeSign('sm3', message, theirs), key.publicKey)).toBe(false);
  });

  test('内容、签名、公钥、用户标识任何一处改动都不通过', () => {
    const key = generateSm2Key();
    const message = Buffer.from('审计封条');
    const signature = signSm2(message, key);
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const flip = (bytes: Buffer): Buffer => {
          const copy = Buffer.from(bytes);
          const index = at % copy.length;
          copy[index] = (copy[index] ?? 0) ^ change;
          return copy;
        };
        expect(verifySm2(flip(message), signature, key.publicKey)).toBe(false);
        expect(verifySm2(message, flip(signature), key.publicKey)).toBe(false);
        expect(verifySm2(message, signature, flip(key.publicKey))).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(verifySm2(message, signature, key.publicKey, 'other')).toBe(false);
    expect(verifySm2(message, signature, generateSm2Key().publicKey)).toBe(false);
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('3006020100020100', 'hex'),
      Buffer.concat([signature, Buffer.of(0)]),
    ])
      expect(verifySm2(message, bytes, key.publicKey)).toBe(false);
  });

  test('r、s 超出范围的签名不予承认', () => {
    const key = generateSm2Key();
    const digest = textbook.digest('x', key.publicKey, '1234567812345678');
    const { r, s } = readIntegers(signSm2('x', key));
    expect(textbook.verifySm2(digest, r, s, key.publicKey)).toBe(true);
    // The same remainders, but written with n added.
    expect(verifySm2('x', integers(r, s), key.publicKey)).toBe(true);
    expect(verifySm2('x', integers(r + textbook.n, s), key.publicKey)).toBe(false);
    expect(verifySm2('x', integers(r, s + textbook.n), key.publicKey)).toBe(false);
  });
});

describe('密钥文件', () => {
  test('写出的 PEM 读回是同一密钥，OpenSSL 写出的也能读', () => {
    const key = generateSm2Key();
    expect(readPrivatePem(writePrivatePem(key))).toEqual({ ok: true, value: key });
    expect(readPublicPem(writePublicPem(key.publicKey))).toEqual({ ok: true, value: key.publicKey });
    const theirs = createPrivateKey(writePrivatePem(key)).export({ type: 'pkcs8', format: 'pem' }) as string;
    expect(readPrivatePem(theirs)).toEqual({ ok: true, value: key });
  });

  test.each([
    ['空文件', ''],
    ['别的文件', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
    ['改动一个字符', writePrivatePem(generateSm2Key()).replace(/(.{20})\n-----END/, 'AAAAAAAAAAAAAAAAAAAA\n-----END')],
  ])('%s不当作密钥', (_, pem) => {
    expect(readPrivatePem(pem)).toMatchObject({ ok: false, problem: { code: 'not-a-key' } });
    expect(readPublicPem(pem.replaceAll('PRIVATE', 'PUBLIC'))).toMatchObject({ ok: false });
  });
});

function readIntegers(signature: Buffer): { r: bigint; s: bigint } {
  const length = signature[3] as number;
  return { r: number(signature.subarray(4, 4 + length)), s: number(signature.subarray(6 + length)) };
}

function integers(r: bigint, s: bigint): Buffer {
  const parts = [r, s].map((value) => {
    const text = value.toString(16);
    const bytes = hex(text.length % 2 ? `0${text}` : /^[89a-f]/.test(text) ? `00${text}` : text);
    return Buffer.concat([Buffer.of(2, bytes.length), bytes]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** Signatures as the textbook has them, slow and plain, with nothing of the code that is tested. */
const textbook = (() => {
  const p = number(hex('FFFFFFFE FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF 00000000 FFFFFFFF FFFFFFFF'));
  const a = number(hex('FFFFFFFE FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF 00000000 FFFFFFFF FFFFFFFC'));
  const b = number(hex('28E9FA9E 9D9F5E34 4D5A9E4B CF6509A7 F39789F5 15AB8F92 DDBCBD41 4D940E93'));
  const n = number(hex('FFFFFFFE FFFFFFFF FFFFFFFF FFFFFFFF 7203DF6B 21C6052B 53BBF409 39D54123'));
  type P = [bigint, bigint] | null;
  const base: P = [
    number(hex('32C4AE2C 1F198119 5F990446 6A39C994 8FE30BBF F2660BE1 715A4589 334C74C7')),
    number(hex('BC3736A2 F4F6779C 59BDCEE3 6B692153 D0A9877C C62A4740 02DF32E5 2139F0A0')),
  ];
  const mod = (value: bigint, m: bigint) => ((value % m) + m) % m;
  const power = (value: bigint, exponent: bigint, m: bigint): bigint => {
    let result = 1n;
    for (let [square, rest] = [mod(value, m), exponent]; rest > 0n; rest >>= 1n, square = (square * square) % m)
      if (rest & 1n) result = (result * square) % m;
    return result;
  };
  const inverse = (value: bigint, m: bigint) => power(value, m - 2n, m);
  const add = (one: P, other: P): P => {
    if (!one) return other;
    if (!other) return one;
    if (one[0] === other[0] && mod(one[1] + other[1], p) === 0n) return null;
    const slope =
      one[0] === other[0]
        ? mod((3n * one[0] * one[0] + a) * inverse(2n * one[1], p), p)
        : mod((other[1] - one[1]) * inverse(other[0] - one[0], p), p);
    const x = mod(slope * slope - one[0] - other[0], p);
    return [x, mod(slope * (one[0] - x) - one[1], p)];
  };
  const multiply = (factor: bigint, point: P): P => {
    let sum: P = null;
    for (let [rest, doubled] = [factor, point]; rest > 0n; rest >>= 1n, doubled = add(doubled, doubled))
      if (rest & 1n) sum = add(sum, doubled);
    return sum;
  };
  const pointOf = (key: Buffer): P => [number(key.subarray(1, 33)), number(key.subarray(33))];
  const bytes = (value: bigint) => hex(value.toString(16).padStart(64, '0'));
  return {
    n,
    digest(message: string, key: Buffer, id: string): Buffer {
      const entl = Buffer.of((id.length * 8) >> 8, (id.length * 8) & 255);
      const za = sm3(Buffer.concat([entl, Buffer.from(id), ...[a, b, ...base].map(bytes), key.subarray(1)]));
      return sm3(Buffer.concat([za, Buffer.from(message)]));
    },
    verifySm2(digest: Buffer, r: bigint, s: bigint, key: Buffer): boolean {
      const t = mod(r + s, n);
      const point = add(multiply(s, base), multiply(t, pointOf(key)));
      return point !== null && mod(number(digest) + point[0], n) === r;
    },
    verifyEcdsa(digest: Buffer, r: bigint, s: bigint, key: Buffer): boolean {
      const w = inverse(s, n);
      const point = add(multiply(mod(number(digest) * w, n), base), multiply(mod(r * w, n), pointOf(key)));
      return point !== null && mod(point[0], n) === r;
    },
  };
})();

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findTotpStep, newTotpSecret } from './totp.ts';

/** RFC 6238, appendix B: the secret `12345678901234567890` in base32. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** A code as RFC 4226 makes it, without the library. */
function codeOf(secret: string, step: number): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('a code of the telephone', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('is right as RFC 6238 has it, at second %d', (second, code, step) => {
    expect(findTotpStep(rfcSecret, code, 0, new Date(second * 1_000))).toBe(step);
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('of %d steps from now is right: %s', (away, right) => {
    const now = new Date('2026-03-02T01:00:14Z');
    const step = Math.floor(now.getTime() / 30_000) + away;
    expect(findTotpStep(rfcSecret, codeOf(rfcSecret, step), 0, now)).toBe(right ? step : undefined);
  });

  it('is right once only, and none before it', () => {
    const now = new Date('2026-03-02T01:00:00Z');
    const step = Math.floor(now.getTime() / 30_000);
    expect(findTotpStep(rfcSecret, codeOf(rfcSecret, step), step, now)).toBeUndefined();
    expect(findTotpStep(rfcSecret, codeOf(rfcSecret, step - 1), step, now)).toBeUndefined();
    expect(findTotpStep(rfcSecret, codeOf(rfcSecret, step + 1), step, now)).toBe(step + 1);
  });

  it.each(['', '28708', '2870820', 'abcdef', '２８７０８'])('is not %j', (code) => {
    expect(findTotpStep(rfcSecret, code, 0, new Date(59_000))).toBeUndefined();
  });

  it('may be typed with a space or in full width', () => {
    expect(findTotpStep(rfcSecret, '287 082', 0, new Date(59_000))).toBe(1);
    expect(findTotpStep(rfcSecret, '２８７０８２', 0, new Date(59_000))).toBe(1);
  });

  it('comes from a secret that every authenticator reads', () => {
    const { secret, uri } = newTotpSecret('zhou.mingyuan');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const parsed = new URL(uri);
    expect(parsed.protocol).toBe('otpauth:');
    expect(parsed.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri)).toContain('公开系统:zhou.mingyuan');
    const now = new Date('2026-03-02T01:00:00Z');
    const step = Math.floor(now.getTime() / 30_000);
    expect(findTotpStep(secret, codeOf(secret, step), 0, now)).toBe(step);
  });
});

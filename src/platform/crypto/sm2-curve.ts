// The curve of GB/T 32918.5 and the one operation on its points that verifying a signature needs. Only public
// values come here: what is done with a private key is left to OpenSSL, whose time tells nothing of the key.

/** The prime of the field, and a and b of y² = x³ + ax + b. */
const p = 0xfffffffe_ffffffff_ffffffff_ffffffff_ffffffff_00000000_ffffffff_ffffffffn;
const a = p - 3n;
const b = 0x28e9fa9e_9d9f5e34_4d5a9e4b_cf6509a7_f39789f5_15ab8f92_ddbcbd41_4d940e93n;

/** The number of points, a prime. */
export const order = 0xfffffffe_ffffffff_ffffffff_ffffffff_7203df6b_21c6052b_53bbf409_39d54123n;

export interface Point {
  x: bigint;
  y: bigint;
}

const base: Point = {
  x: 0x32c4ae2c_1f198119_5f990446_6a39c994_8fe30bbf_f2660be1_715a4589_334c74c7n,
  y: 0xbc3736a2_f4f6779c_59bdcee3_6b692153_d0a9877c_c62a4740_02df32e5_2139f0a0n,
};

/** What a digest over the public key begins with: a, b and the base point, 32 bytes each. */
export const curveBytes: Buffer = Buffer.concat([a, b, base.x, base.y].map(toBytes));

/** 32 bytes, the highest first. */
export function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}

/** The number that bytes stand for, the highest first. */
export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
}

/** The remainder, never negative. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** What gives 1 when multiplied with `value`, for a prime modulus and a value that is no multiple of it. */
export function invert(value: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulo(value, modulus), modulus];
  let [s0, s1] = [1n, 0n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return modulo(s0, modulus);
}

/** Whether a point lies on the curve. */
export function isOnCurve({ x, y }: Point): boolean {
  return x >= 0n && x < p && y >= 0n && y < p && modulo(y * y - (x * x * x + a * x + b), p) === 0n;
}

/** x of `s·G + t·P`, or undefined where that is the point at infinity. */
export function sumX(s: bigint, t: bigint, point: Point): bigint | undefined {
  const own = toJacobian(point);
  const start = toJacobian(base);
  const both = add(own, start);
  let sum: Jacobian = infinity;
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    sum = double(sum);
    const inS = (s >> bit) & 1n;
    const inT = (t >> bit) & 1n;
    if (inS && inT) sum = add(sum, both);
    else if (inS) sum = add(sum, start);
    else if (inT) sum = add(sum, own);
  }
  if (sum.z === 0n) return undefined;
  const inverse = invert(sum.z, p);
  return modulo(sum.x * inverse * inverse, p);
}

/** A point as x/z², y/z³, so that adding needs no division; z is 0 at infinity. */
interface Jacobian extends Point {
  z: bigint;
}

const infinity: Jacobian = { x: 1n, y: 1n, z: 0n };
const toJacobian = ({ x, y }: Point): Jacobian => ({ x, y, z: 1n });

function double({ x, y, z }: Jacobian): Jacobian {
  if (z === 0n || y === 0n) return infinity;
  const yy = (y * y) % p;
  const s = (4n * x * yy) % p;
  const zz = (z * z) % p;
  // 3x² + az⁴, with a = -3.
  const m = (3n * (x - zz) * (x + zz)) % p;
  const x3 = modulo(m * m - 2n * s, p);
  return { x: x3, y: modulo(m * (s - x3) - 8n * yy * yy, p), z: (2n * y * z) % p };
}

function add(one: Jacobian, other: Jacobian): Jacobian {
  if (one.z === 0n) return other;
  if (other.z === 0n) return one;
  const z1 = (one.z * one.z) % p;
  const z2 = (other.z * other.z) % p;
  const u1 = (one.x * z2) % p;
  const u2 = (other.x * z1) % p;
  const s1 = (((one.y * z2) % p) * other.z) % p;
  const s2 = (((other.y * z1) % p) * one.z) % p;
  const h = modulo(u2 - u1, p);
  const r = modulo(s2 - s1, p);
  if (h === 0n) return r === 0n ? double(one) : infinity;
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x3 = modulo(r * r - hhh - 2n * v, p);
  return { x: x3, y: modulo(r * (v - x3) - s1 * hhh, p), z: (((one.z * other.z) % p) * h) % p };
}

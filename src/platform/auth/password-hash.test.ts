import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareWithHash, hashOfNobody, hashPassword, standardCost } from './password-hash.ts';

const cheap = { memory: 64, passes: 1, parallelism: 1 };

async function phcOf(password: string, cost = cheap): Promise<string> {
  const hash = await hashPassword(password, cost);
  if (!hash.ok) throw new Error(hash.problem.message);
  return hash.value;
}

describe('a password hash', () => {
  it('is argon2id in PHC form, with its parameters and a salt of its own', async () => {
    const phc = await phcOf('Feng-7-zhu-che');
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await phcOf('Feng-7-zhu-che')).not.toBe(phc);
    const [, , , , salt = '', tag] = phc.split('$');
    const again = argon2Sync('argon2id', {
      message: 'Feng-7-zhu-che',
      nonce: Buffer.from(salt, 'base64'),
      tagLength: 32,
      ...cheap,
    });
    expect(again.toString('base64').replaceAll('=', '')).toBe(tag);
  });

  it('tells the password from every other', async () => {
    const phc = await phcOf('Feng-7-zhu-che');
    expect(await compareWithHash('Feng-7-zhu-che', phc, cheap)).toEqual({
      ok: true,
      value: { matches: true, isOutdated: false },
    });
    expect(await compareWithHash('Feng-7-zhu-chE', phc, cheap)).toMatchObject({ value: { matches: false } });
    expect(await compareWithHash('', hashOfNobody(cheap), cheap)).toMatchObject({ value: { matches: false } });
  });

  it('takes two spellings of the same letter as one', async () => {
    expect(await compareWithHash('Lu\u0308-Cha-72', await phcOf('L\u00fc-Cha-72'))).toMatchObject({
      value: { matches: true },
    });
  });

  it('is outdated when it cost less than one costs today', async () => {
    const phc = await phcOf('Feng-7-zhu-che');
    expect(await compareWithHash('Feng-7-zhu-che', phc, { ...cheap, memory: 128 })).toMatchObject({
      value: { isOutdated: true },
    });
    expect(await compareWithHash('Feng-7-zhu-che', phc, { ...cheap, passes: 2 })).toMatchObject({
      value: { isOutdated: true },
    });
  });

  it('costs in earnest at least what OWASP asks of argon2id (46 MiB, 1 pass)', () => {
    expect(standardCost.memory).toBeGreaterThanOrEqual(47_104);
    expect(standardCost.passes).toBeGreaterThanOrEqual(1);
    expect(hashOfNobody()).toContain(
      `m=${standardCost.memory},t=${standardCost.passes},p=${standardCost.parallelism}$`,
    );
  });

  it('is refused where too many wait already, and made again afterwards', async () => {
    const flood = await Promise.all(Array.from({ length: 200 }, () => hashPassword('Feng-7-zhu-che', cheap)));
    const refused = flood.filter((each) => !each.ok);
    expect(refused).toHaveLength(200 - 66);
    expect(refused[0]).toMatchObject({ problem: { code: 'too-many-requests' } });
    expect((await hashPassword('Feng-7-zhu-che', cheap)).ok).toBe(true);
  });
});

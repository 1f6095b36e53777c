import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, type Ended, runHere } from '../../tests/support/command-here.ts';
import { useDatabase } from '../../tests/support/test-database.ts';
import { House } from '../platform/auth/fixtures/house.ts';
import { exitStatus } from './command.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});
const { DATABASE_URL } = process.env;
afterEach(() => {
  if (DATABASE_URL === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = DATABASE_URL;
});

/** Calls the command on the database of this test, as on the server of an operator. */
async function run(...words: string[]): Promise<Ended> {
  process.env.DATABASE_URL = addressOf(database);
  return runHere('user', 'reset', ...words);
}

describe('gongkai user reset', () => {
  it('prints a first password with which the person gets in', async () => {
    const person = await house.addPerson({ loginName: 'he.xiaoyan' });
    const { status, printed, told } = await run('He.Xiaoyan');
    expect(status, told.join('\n')).toBe(exitStatus.clean);
    expect(printed[0]).toBe('登录名　　he.xiaoyan');
    const password = /^初始密码　(\S{14})$/.exec(printed[1] ?? '')?.[1] ?? '';
    expect(told.join('')).not.toContain(password);
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    expect(await house.browser().signIn({ ...person, password })).toBe('must-change-password');
  });

  it('refuses a name that nobody has, and no name', async () => {
    expect(await run('niemand')).toMatchObject({ status: exitStatus.unread, printed: [] });
    expect((await run('niemand')).told.join()).toContain('没有登录名为“niemand”的账号');
    expect((await run()).told.join()).toContain('没有给出登录名');
  });
});

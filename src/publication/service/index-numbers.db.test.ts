import { beforeAll, describe, expect, test } from 'vitest';
import { supervisorOf } from '../../../tests/support/county.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildDesk, draft, morningOf, publish, type TestDesk, withdraw } from '../fixtures/desk.ts';
import { publicationSettings } from './settings.ts';

const system = useSystem();
let desk: TestDesk;
beforeAll(async () => {
  desk = await buildDesk(system);
});
const begin = () => draft(system, desk, desk.writer, { kind: 'announcement' });

describe('the 索引号', () => {
  test('is given at the first publication and stays through revisions and withdrawals', async () => {
    const item = await begin();
    expect(item.indexNumber).toBeUndefined();
    const published = await publish(system, desk, item.id);
    expect(published.indexNumber).toMatch(/^\d{12}\/2026-00001$/);
    await withdraw(system, desk, item.id);
    expect((await publish(system, desk, item.id)).indexNumber).toBe(published.indexNumber);
  });

  test('sixteen who publish at once get sixteen numbers without a gap', async () => {
    const items = await Promise.all(Array.from({ length: 16 }, begin));
    const published = await Promise.all(items.map(({ id }) => publish(system, desk, id)));
    const serials = published.map(({ indexNumber }) => Number(indexNumber?.split('-')[1])).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 16 }, (_, index) => (serials[0] ?? 0) + index));
  });

  test('begins anew with the year of publication', async () => {
    const item = await begin();
    const published = await publish(system, desk, item.id, morningOf('2027-01-04'));
    expect(published.indexNumber).toMatch(/\/2027-00001$/);
  });

  test('of a withdrawn item is never given again, whatever the template becomes', async () => {
    const { actor } = supervisorOf(desk.county);
    const before = await publish(system, desk, (await begin()).id);
    await withdraw(system, desk, before.id);
    const change = async (value: string, version: number) => {
      const changed = await system.settings.change(actor, morningOf('2026-03-02'), {
        key: `${publicationSettings.name}.indexNumberTemplate`,
        value,
        version,
      });
      if (!changed.ok) throw new Error(changed.problem.message);
    };
    await change('{区划代码}/{年}-000{序号:2}', 0);
    const numbers = [];
    for (let round = 0; round < 3; round += 1)
      numbers.push((await publish(system, desk, (await begin()).id)).indexNumber);
    expect(numbers).not.toContain(before.indexNumber);
    expect(new Set(numbers).size).toBe(3);
  });
});

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Budget } from './budget.ts';
import { Lane } from './lane.ts';

test('a lane runs no more tasks at once than it is wide, and all of them, also after a failure', async () => {
  const lane = new Lane(2);
  let [running, most] = [0, 0];
  const task = (number: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    await setTimeout(5);
    running -= 1;
    if (number === 1) throw new Error('one fails');
    return number;
  };
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => lane.run(task(number))));
  expect(most).toBe(2);
  expect(outcomes.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([0, 'failed', 2, 3, 4]);
});

test('a budget makes wait who asks for more than is left, in the order of asking', async () => {
  const budget = new Budget(100);
  const given: string[] = [];
  const take = (name: string, amount: number) => budget.take(amount).then(() => given.push(name));
  take('60', 60);
  take('50', 50);
  take('10', 10);
  await setTimeout(1);
  expect(given).toEqual(['60']);
  budget.giveBack(60);
  await setTimeout(1);
  expect(given).toEqual(['60', '50', '10']);
});

test('a budget gives more than it has to one who is alone', async () => {
  const budget = new Budget(100);
  await budget.take(500);
  budget.giveBack(500);
  await budget.take(100);
});

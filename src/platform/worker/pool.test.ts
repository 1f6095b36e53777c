import { afterEach, describe, expect, test } from 'vitest';
import { WorkerLimitReached, WorkerPool } from './pool.ts';

const entry = new URL('./fixtures/worker.ts', import.meta.url);
const pools: WorkerPool<string, string>[] = [];

function poolOf(size: number, limits = { seconds: 30, megabytes: 64 }): WorkerPool<string, string> {
  const pool = new WorkerPool<string, string>(entry, size, limits);
  pools.push(pool);
  return pool;
}

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

describe('heavy work in threads of its own', () => {
  test('every task gets its own answer, more tasks than threads too', async () => {
    const pool = poolOf(2);
    const tasks = ['a', 'b', 'c', 'd', 'e'];
    expect(await Promise.all(tasks.map((task) => pool.run(task)))).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('what a task throws reaches the one who asked, and the thread goes on', async () => {
    const pool = poolOf(1);
    await expect(pool.run('throw')).rejects.toThrow(new RangeError('told to'));
    expect(await pool.run('next')).toBe('NEXT');
  });

  test('a task that does not end is ended after its time, and the next one is done', async () => {
    const pool = poolOf(1, { seconds: 1, megabytes: 64 });
    const [endless, next] = await Promise.allSettled([pool.run('loop'), pool.run('next')]);
    expect(endless).toEqual({ status: 'rejected', reason: new WorkerLimitReached('time') });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  test('a task that takes too much memory is ended, and the next one is done', async () => {
    const pool = poolOf(1, { seconds: 30, megabytes: 32 });
    const [greedy, next] = await Promise.allSettled([pool.run('swell'), pool.run('next')]);
    expect(greedy).toEqual({ status: 'rejected', reason: new WorkerLimitReached('memory') });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  test('a thread that dies fails its task alone', async () => {
    const pool = poolOf(1);
    await expect(pool.run('die')).rejects.toThrow('ended before it answered');
    expect(await pool.run('next')).toBe('NEXT');
  });

  test('closing ends what is under way and what waits', async () => {
    const pool = poolOf(1);
    const tasks = Promise.allSettled([pool.run('loop'), pool.run('next')]);
    await pool.close();
    expect((await tasks).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

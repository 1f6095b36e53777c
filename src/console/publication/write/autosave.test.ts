import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosaver, type SaveState } from './autosave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class Conflict extends Error {}

/** A server that takes a while, and what a page types. */
function desk(answer: () => Promise<void> = async () => {}) {
  const states: SaveState['kind'][] = [];
  const saved: string[] = [];
  let text = '';
  const saver = new Autosaver({
    save: async () => {
      const sent = text;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await answer();
      saved.push(sent);
    },
    isConflict: (error) => error instanceof Conflict,
    onState: ({ kind }) => states.push(kind),
  });
  return {
    saver,
    states,
    saved,
    type: (more: string) => {
      text += more;
      saver.touch();
    },
  };
}

test('停下来不久就自动保存', async () => {
  const { type, saved, states } = desk();
  type('一');
  type('二');
  await vi.advanceTimersByTimeAsync(1_400);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(saved).toEqual(['一二']);
  expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
});

test('一直在写也不会拖到十秒以后', async () => {
  const { type, saved } = desk();
  for (let at = 0; at < 12; at++) {
    type('字');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(saved.length).toBeGreaterThan(0);
});

test('保存途中写的不会丢，也不同时保存两次', async () => {
  const { type, saved } = desk();
  type('一');
  await vi.advanceTimersByTimeAsync(1_600);
  type('二');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toEqual(['一', '一二']);
});

test('没保存成的过一会再试，内容还在', async () => {
  let isDown = true;
  const { type, saved, states, saver } = desk(async () => {
    if (isDown) throw new Error('no answer');
  });
  type('一');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saver.state.kind).toBe('failed');
  expect(saver.isDirty).toBe(true);
  isDown = false;
  await vi.advanceTimersByTimeAsync(16_000);
  expect(saved).toEqual(['一']);
  expect(states.at(-1)).toBe('saved');
});

test('别人先保存了就停下，等处理完再保存', async () => {
  let isTaken = true;
  const { type, saved, saver } = desk(async () => {
    if (isTaken) throw new Conflict();
  });
  type('一');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saver.state.kind).toBe('conflict');
  type('二');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual([]);
  expect(await saver.flush()).toBe(false);
  isTaken = false;
  saver.settle(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual(['一二']);
});

test('提交之前先把没保存的存好', async () => {
  const { type, saved, saver } = desk();
  type('一');
  const done = saver.flush();
  await vi.advanceTimersByTimeAsync(400);
  expect(await done).toBe(true);
  expect(saved).toEqual(['一']);
  expect(await saver.flush()).toBe(true);
});

test('提交等到途中写的也存好；几处同时要求保存，也只一次一次地存', async () => {
  const { type, saved, saver } = desk();
  type('一');
  const asked = [saver.flush(), saver.flush(), saver.flush()];
  await vi.advanceTimersByTimeAsync(100);
  type('二');
  asked.push(saver.flush());
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await Promise.all(asked)).toEqual([true, true, true, true]);
  expect(saved).toEqual(['一', '一二']);
});

test('办理期间不保存，办理途中写的在办理以后保存', async () => {
  const { type, saved, saver } = desk();
  type('一');
  const work = vi.fn(async () => {
    expect(saved).toEqual(['一']);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return saved.length;
  });
  const done = saver.whenSaved(work);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledOnce();
  type('二');
  expect(saver.isDirty).toBe(true);
  await vi.advanceTimersByTimeAsync(4_500);
  expect(await done).toEqual({ done: 1 });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(saved).toEqual(['一', '一二']);
  expect(saver.state.kind).toBe('saved');
});

test('没有存好就不办理；办理不成的，以后写的照样保存', async () => {
  let isDown = true;
  const { type, saved, saver } = desk(async () => {
    if (isDown) throw new Error('no answer');
  });
  type('一');
  const work = vi.fn(async () => {});
  const done = saver.whenSaved(work);
  await vi.advanceTimersByTimeAsync(500);
  expect(await done).toBeUndefined();
  expect(work).not.toHaveBeenCalled();
  isDown = false;
  const refused = saver.whenSaved(async () => {
    throw new Error('refused');
  });
  const seen = expect(refused).rejects.toThrow('refused');
  await vi.advanceTimersByTimeAsync(500);
  await seen;
  type('二');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual(['一', '一二']);
});

test('离开页面以后不再保存', async () => {
  const { type, saved, saver } = desk();
  type('一');
  await vi.advanceTimersByTimeAsync(1_600);
  type('二');
  saver.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(saved).toEqual(['一']);
});

import { expect, test } from 'vitest';
import { newId } from './id.ts';

test('identifiers sort in the order in which they were made, however many in a millisecond', () => {
  const made = Array.from({ length: 10_000 }, () => newId());
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
  expect(
    made.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toEqual([]);
});

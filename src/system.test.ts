import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openKeyRing } from './platform/crypto/index.ts';
import { isSetUpCode, setUpCodeOf } from './system.ts';

const ringOf = (key: string) => {
  const opened = openKeyRing({ folder: tmpdir(), environmentKeys: key, now: new Date('2026-03-02T01:00:00Z') });
  if (!opened.ok) throw new Error(opened.problem.message);
  return { ring: opened.value };
};
const system = ringOf('11'.repeat(32));
const code = setUpCodeOf(system);

test.each([
  ['as the window shows it', code],
  ['in small letters', code.toLowerCase()],
  ['with a space for the dash', code.replace('-', ' ')],
  ['without the dash', code.replace('-', '')],
  [
    'typed with a Chinese keyboard',
    ` ${code.replace(/[0-9A-Z]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)).replace('-', '－')}`,
  ],
])('the set-up code is taken %s', (_spelling, typed) => {
  expect(isSetUpCode(typed, system)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a part of it', code.slice(0, 4)],
  ['that of another system', setUpCodeOf(ringOf('22'.repeat(32)))],
])('%s is not the set-up code', (_what, typed) => {
  expect(isSetUpCode(typed, system)).toBe(false);
});

test('the set-up code tells nothing of what anybody may see of the keys', () => {
  const [key] = system.ring.listKeys();
  expect(key?.id.toUpperCase()).not.toContain(code.replace('-', ''));
  expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
});

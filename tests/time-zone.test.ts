import { expect, test } from 'vitest';

const offsets: Record<string, number> = { UTC: 0, 'Asia/Shanghai': -480, 'America/Los_Angeles': 480 };

test('pure tests really run in the time zone they are told to', () => {
  const zone = process.env.TZ ?? '';
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offsets[zone]);
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
});

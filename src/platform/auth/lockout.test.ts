import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from './address.ts';
import { countFailure, type FailureCount, isLocked, leak, noFailures } from './lockout.ts';
import { standardSecuritySettings as settings } from './security-settings.ts';

const begin = new Date('2026-03-02T01:00:00Z');
const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/** Fails again and again, each time a minute after any lock is over. */
function locksOf(failures: number): number[] {
  let count: FailureCount = noFailures;
  let now = begin;
  const minutes: number[] = [];
  for (let failure = 0; failure < failures; failure += 1) {
    now = later(count.lockedUntil && count.lockedUntil > now ? count.lockedUntil : now, 1);
    const before = count;
    count = countFailure(before, settings.failuresBeforeLock, settings, now);
    if (count.lockCount > before.lockCount)
      minutes.push(((count.lockedUntil?.getTime() ?? 0) - now.getTime()) / 60_000);
  }
  return minutes;
}

describe('failures in a row', () => {
  it('lock at every fifth, each time twice as long, at most a day', () => {
    expect(locksOf(50)).toEqual([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440, 1_440]);
  });

  it('are forgotten a day after the last one and its lock', () => {
    const four = [0, 1, 2, 3].reduce(
      (count, minute) => countFailure(count, 5, settings, later(begin, minute)),
      noFailures,
    );
    expect(isLocked(countFailure(four, 5, settings, later(begin, 3 + 1_439)), later(begin, 3 + 1_439))).toBe(true);
    expect(countFailure(four, 5, settings, later(begin, 3 + 1_440)).failureCount).toBe(1);
    const locked = countFailure(four, 5, settings, later(begin, 4));
    expect(countFailure(locked, 5, settings, later(begin, 4 + 15 + 1_439)).lockCount).toBe(1);
    expect(countFailure(locked, 5, settings, later(begin, 4 + 15 + 1_440)).lockCount).toBe(0);
  });

  it('never shorten a lock', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 60 }), (gaps) => {
        let count: FailureCount = noFailures;
        let now = begin;
        for (const gap of gaps) {
          now = later(now, gap);
          const next = countFailure(count, 5, settings, now);
          if (isLocked(count, now))
            expect(next.lockedUntil?.getTime()).toBeGreaterThanOrEqual(count.lockedUntil?.getTime() ?? 0);
          count = next;
        }
      }),
    );
  });

  it('of an address leak away, one a minute', () => {
    const count = { ...noFailures, failureCount: 12, lastFailedAt: begin };
    expect(leak(count, later(begin, 0.9)).failureCount).toBe(12);
    expect(leak(count, later(begin, 5)).failureCount).toBe(7);
    expect(leak(count, later(begin, 500)).failureCount).toBe(0);
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

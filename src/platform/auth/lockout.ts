import type { SecuritySettings } from './security-settings.ts';

/** Failures that were counted, of an account or of an address. */
export interface FailureCount {
  /** In a row, since the last success or lock. */
  failureCount: number;
  /** Locks in a row. */
  lockCount: number;
  lastFailedAt: Date | null;
  lockedUntil: Date | null;
}

/** Nothing counted. */
export const noFailures: FailureCount = { failureCount: 0, lockCount: 0, lastFailedAt: null, lockedUntil: null };

const minute = 60_000;
const day = 24 * 60 * minute;

/** Whether a lock is in force. */
export const isLocked = ({ lockedUntil }: Pick<FailureCount, 'lockedUntil'>, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now;

/**
 * The count after one more failure. At the limit it locks: the first time for `lockMinutes`, then
 * each time twice as long, up to `longestLockHours`. A day after the last failure and its lock it
 * begins anew. (GB/T 22239-2019, 8.1.4.1 b: 登录失败处理功能)
 *
 * @example with 5 failures before a lock of 15 minutes: the 5th failure locks for 15, the 10th for 30, the 15th for 60.
 */
export function countFailure(
  before: FailureCount,
  limit: number,
  { lockMinutes, longestLockHours }: Pick<SecuritySettings, 'lockMinutes' | 'longestLockHours'>,
  now: Date,
): FailureCount {
  const quietSince = Math.max(before.lastFailedAt?.getTime() ?? 0, before.lockedUntil?.getTime() ?? 0);
  const counted = now.getTime() - quietSince >= day ? noFailures : before;
  const failureCount = counted.failureCount + 1;
  if (failureCount < limit) return { ...counted, failureCount, lastFailedAt: now };
  const minutes = Math.min(lockMinutes * 2 ** Math.min(counted.lockCount, 20), longestLockHours * 60);
  return {
    failureCount: 0,
    lockCount: counted.lockCount + 1,
    lastFailedAt: now,
    lockedUntil: new Date(now.getTime() + minutes * minute),
  };
}

/**
 * The count of an address with one failure forgotten for each minute since the last. Behind one
 * address may sit a whole office that mistypes now and then; who tries passwords is faster than that.
 */
export function leak(before: FailureCount, now: Date): FailureCount {
  const minutes = Math.floor((now.getTime() - (before.lastFailedAt?.getTime() ?? 0)) / minute);
  return { ...before, failureCount: Math.max(0, before.failureCount - Math.max(0, minutes)) };
}

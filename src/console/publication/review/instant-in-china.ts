/**
 * What a field for day and time holds, as an instant: the clock on the wall is China's wherever the machine stands.
 *
 * @example instantInChina('2026-03-02T09:30') // '2026-03-02T09:30:00+08:00'
 */
export const instantInChina = (written: string): string => `${written.slice(0, 16)}:00+08:00`;

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceFolder } from '../../platform/config/resources.ts';
import type { YearNotice } from '../domain/notice.ts';

let shipped: readonly YearNotice[] | undefined;

/** The notices that come with the program, one file a year in seeds/reference/calendar; the earliest first. */
export function listShippedNotices(): readonly YearNotice[] {
  shipped ??= readShipped();
  return shipped;
}

function readShipped(): YearNotice[] {
  const folder = join(resourceFolder('seeds'), 'reference', 'calendar');
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as YearNotice);
}

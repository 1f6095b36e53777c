import type { Passage } from '../narrative.ts';
import type { Quantity } from '../text/quantities.ts';
import type { Claim } from './claims.ts';
import { isChange } from './mentions.ts';
import { findPeriod } from './periods.ts';

const published =
  /(?:主动公开|公开)(?:了)?(?:各类|各项|各级|相关|有关)?(?:政府|政务)?信息(?:数|数量|总数|总量|件数)?(?:共|共计|总计|合计|累计|达|达到|为|：|有)*$/;
const publishes =
  /(?:主动公开|公开)(?:了)?(?:各类|各项)?(?:政府|政务)?(?:信息)?(?:共|共计|总计|合计|累计|达|达到|了)*$/;
const whole = /主动公开|全年|年度|共|累计|总/;
/** Words for a part: one channel, one field, one kind. */
const part =
  /通过|依托|利用|借助|网站|网页|公众号|微信|微博|平台|栏|新媒体|抖音|客户端|电视|广播|APP|类信息|领域|方面|其中|村|重点|申请|指南|目录|系统|门户|频道|专区|大厅|未|新增/;

/** Counts of all information published in the year, as the narrative tells them; no table holds it. */
export function listPublishedTotals({ claims }: Pick<Passage, 'claims'>, year: number | null): Quantity[] {
  return claims.filter((claim) => isPublishedTotal(claim, year)).map(({ quantity }) => quantity);
}

/** Whether a count is the number of all information published in the year, and exact. */
export function isPublishedTotal(claim: Claim, year: number | null): boolean {
  const { quantity, near, after, head } = claim;
  if (!/^[条件篇]$/.test(quantity.unit) || quantity.precision !== 'exact' || quantity.step > 1) return false;
  if (part.test(near) || !whole.test(near)) return false;
  if (!published.test(near) && !(publishes.test(near) && /^(?:政府|政务)?信息/.test(after))) return false;
  return !isChange(claim) && findPeriod(head, year) !== 'another';
}

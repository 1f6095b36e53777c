import { z } from 'zod';
import { findPlainDate } from '../../../kernel/plain-date.ts';

z.config(z.locales.zhCN());

/** Pieces that the schemas of many routes share. */

/** An identifier of a record. */
export const id = z.uuid('编号无效，请从列表中重新进入');

const notADay = '日期无效，应写成 2026-01-31 的样子';

/** A calendar day `YYYY-MM-DD`, with room behind it: what follows from it has to be a day of four digits too. */
export const day = z.iso
  .date({ error: notADay, abort: true })
  .refine((text) => findPlainDate(text) !== undefined, notADay)
  .refine((text) => text < '9000', '日期太晚，请核对；表示长期的，请留空');

const stalePage = '页面已过期，请刷新';

/** The version of the record the person has seen; 0 for what is not kept yet. At most what the column holds. */
export const seenVersion = z.int(stalePage).min(0, stalePage).max(2_147_483_647, stalePage);

/** An instant, which goes out in UTC. */
export const instant = z
  .date()
  .transform((value) => value.toISOString())
  .pipe(z.iso.datetime());

/** Which page of a list. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
});

/** One page of a list of these. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });

/** How it stands with a table that was sent to be imported: `ImportStanding` as it goes out. */
export const importStanding = z.object({
  id,
  fileName: z.string(),
  status: z.enum(['pending', 'applied', 'undone']),
  createdAt: instant,
  createdBy: z.string(),
  appliedAt: instant.nullable(),
  appliedBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
});

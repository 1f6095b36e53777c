import { dayInChina } from '../../kernel/plain-date.ts';
import { failure, type Result, success } from '../../kernel/result.ts';
import { isRole } from '../../organisation/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import type { CatalogueItem, ResponsiblePost } from '../domain/item.ts';
import { findNamedOrgan, type NamedOrgan } from '../store/organs.ts';
import { personWorksIn } from '../store/people.ts';

/** Refuses a post that cannot answer for an item of an organ. */
export async function checkPost(
  trx: Trx,
  countyId: string,
  organ: NamedOrgan,
  post: ResponsiblePost | undefined,
  now: Date,
): Promise<Result<true>> {
  if (!post) return success(true);
  const at = await findNamedOrgan(trx, countyId, post.organId, dayInChina(now));
  if (!isRole(post.role) || !at?.path.includes(organ.id)) {
    return failure('post-elsewhere', `责任岗位应当在“${organ.shortName}”本单位或其所属单位，请重新选择。`);
  }
  if (post.personId !== undefined && !(await personWorksIn(trx, countyId, post.personId))) {
    return failure('person-gone', '所选责任人的账号已注销或不存在，请重新选择。');
  }
  return success(true);
}

/** How the audit names an item. */
export const recordOf = ({ id, topic, name }: CatalogueItem) => ({
  kind: 'catalogue-item',
  id,
  label: `${topic}—${name}`,
});

/** What the audit keeps of an item. */
export const auditedOf = (item: CatalogueItem) => {
  const { countyId: _county, id: _id, version: _version, changedAt: _at, changedBy: _by, limit: _, ...audited } = item;
  return audited;
};

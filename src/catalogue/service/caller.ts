import type { Actor } from '../../kernel/actor.ts';
import type { FindForbidden } from '../../kernel/forbidden-words.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { failure, missing, type Result, success } from '../../kernel/result.ts';
import { type Act, type Authority, actorBy, mayAt } from '../../organisation/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { catalogueKinds, findNamedOrgan, type NamedOrgan } from '../store/organs.ts';

export { type Authority, may, roleKeys } from '../../organisation/index.ts';

/** Who asks for something, with what right, and when. A call of a route is one. */
export interface Caller {
  actor: Actor;
  authority: Authority;
  now: Date;
}

/** The day on which somebody asks. */
export const dayOf = ({ now }: Pick<Caller, 'now'>): PlainDate => dayInChina(now);

/** What the area needs from the application. */
export interface CatalogueDeps {
  db: Db;
  /** What may not stand in a catalogue: anybody reads it (条例 art. 12). */
  findForbidden: FindForbidden;
}

/** An organ of the county of who asks, whether or not it keeps a catalogue. */
export async function getOrgan(db: Db | Trx, caller: Caller, id: string): Promise<Result<NamedOrgan>> {
  const organ = await findNamedOrgan(db, caller.authority.countyId, id, dayOf(caller));
  return organ ? success(organ) : missing('没有这个单位，请从机构树中重新选择。');
}

/** An organ to whose catalogue somebody may do something, and as whom he does it. */
export async function getOwnOrgan(
  db: Db | Trx,
  caller: Caller,
  act: Act,
  id: string,
): Promise<Result<{ organ: NamedOrgan; actor: Actor }>> {
  const found = await getOrgan(db, caller, id);
  if (!found.ok) return found;
  const organ = found.value;
  const { countyId } = caller.authority;
  const grant = mayAt(caller.authority, act, { countyId, place: { organId: organ.id, path: organ.path } });
  return grant.ok ? success({ organ, actor: actorBy(caller.actor, grant.value) }) : grant;
}

/** Refuses for an organ that keeps no catalogue: a village, or one that has ended. */
export function mayKeepCatalogue({ kind, living, shortName }: NamedOrgan): Result<true> {
  if (!living) return failure('organ-ended', `“${shortName}”已撤并，目录请在承接其职能的单位办理。`);
  if (!(catalogueKinds as readonly string[]).includes(kind)) {
    return failure(
      'organ-without-catalogue',
      `“${shortName}”不单独编制目录，请在其所属的乡镇（街道）或部门的目录中列入，并指定责任岗位。`,
    );
  }
  return success(true);
}

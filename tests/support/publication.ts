import type { Role } from '../../src/organisation/domain/role.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { createSettings } from '../../src/platform/settings/index.ts';
import type { Item } from '../../src/publication/domain/item.ts';
import type { KindKey } from '../../src/publication/domain/kinds/index.ts';
import { type ActRequest, actOnItem } from '../../src/publication/service/acting.ts';
import type { PublicationDeps } from '../../src/publication/service/deps.ts';
import { beginItem } from '../../src/publication/service/drafting.ts';
import { saveDraft } from '../../src/publication/service/saving.ts';
import { findItem } from '../../src/publication/store/items.ts';
import { settingSections } from '../../src/system.ts';
import { buildCounty, buildOrgan, type TestCounty, testNow } from './county.ts';
import { buildPerson, callerOf } from './people.ts';
import { granted } from './result.ts';

/** What of the area's needs a test has without a store of files. */
const publicationDeps = (db: Db): PublicationDeps =>
  ({ db, settings: createSettings(db, settingSections) }) as PublicationDeps;

/** The people of a town, one for each post. */
const townPosts = {
  author: ['起草人', 'information-officer'],
  check: ['部门负责人', 'department-head'],
  secrecy: ['保密审查员', 'secrecy-reviewer'],
  clerk: ['公开办经办人', 'office-clerk'],
  head: ['公开办负责人', 'office-head'],
  deputy: ['分管领导', 'deputy-leader'],
  chief: ['主要领导', 'chief-leader'],
} as const satisfies Record<string, [string, ...Role[]]>;
type TownPerson = keyof typeof townPosts;
type Somebody = TownPerson | 'supervisor' | (string & {});

/** 石桥镇 with everybody who has a hand in publishing, and the 县主管部门. */
export async function buildTown(
  db: Db,
  county?: TestCounty,
  name = '石桥镇',
  posts: Partial<Record<TownPerson, readonly [string, ...Role[]]>> = townPosts,
) {
  const within = county ?? (await buildCounty(db));
  const organId = await buildOrgan(db, within, name);
  const entries: [string, string][] = [];
  for (const [key, [personName, ...roles]] of Object.entries(posts)) {
    entries.push([key, await buildPerson(db, within, personName, organId, ...roles)]);
  }
  const people = Object.fromEntries(entries) as Record<TownPerson, string>;
  const supervisor = await buildPerson(db, within, '县主管', within.officeId, 'county-supervisor');
  const deps = publicationDeps(db);
  const idOf = (who: Somebody) => (who === 'supervisor' ? supervisor : (people[who as TownPerson] ?? who));
  const caller = (who: Somebody, now: Date = testNow) => callerOf(db, within, idOf(who), now);
  const item = async (id: string): Promise<Item> => {
    const found = await findItem(db, within.countyId, id);
    if (!found) throw new Error('no such item');
    return found;
  };
  /** A draft with everything it needs. */
  const draft = async (
    title = '关于开展集中整治的通知',
    kind: KindKey = 'announcement',
    fields = {},
    now = testNow,
  ) => {
    const author = await caller('author', now);
    const { id, version } = granted(await beginItem(deps, author, { kind, title }));
    granted(
      await saveDraft(deps, author, id, version, {
        title,
        summary: '集中整治农村人居环境的时间、范围和要求。',
        bodyHtml: '<p>为改善农村人居环境，决定开展集中整治。</p>',
        fields,
      }),
    );
    return id;
  };
  const act = async (
    who: Somebody,
    id: string,
    name: ActRequest['act'],
    more: Partial<ActRequest> = {},
    now: Date = testNow,
  ) =>
    actOnItem(deps, await caller(who, now), {
      itemId: id,
      version: (await item(id)).version,
      act: name,
      opinion: '经审查，不涉及国家秘密，同意公开。',
      ...more,
    });
  /** Through all reviews of an item that is not important, up to 待发布. */
  const review = async (id: string, now: Date = testNow) => {
    granted(await act('author', id, 'submit', {}, now));
    for (const who of ['check', 'secrecy', 'head', 'deputy'] as const) granted(await act(who, id, 'pass', {}, now));
  };
  const publish = async (id: string, now: Date = testNow) => {
    await review(id, now);
    granted(await act('clerk', id, 'publish', {}, now));
  };
  return { db, deps, county: within, organId, people, supervisor, caller, item, draft, act, review, publish };
}

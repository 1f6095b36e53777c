import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { OrganisationPerson } from '../../platform/db/tables.ts';
import type { OrganKind } from '../domain/organ.ts';
import type { Person } from '../domain/person.ts';
import type { CountyPlace } from '../domain/place.ts';
import type { Scope } from '../domain/policy.ts';
import type { Role } from '../domain/role.ts';
import { contains, holdsOn, organInScope } from './scope.ts';

/** A person and the organ, as it is on the day. */
export interface PlacedPerson extends Person {
  /** Short name of the organ. */
  organ: string;
  at: CountyPlace;
}

/** What is searched for among the people; what is absent does not narrow. */
export interface PeopleFilter {
  /** Part of the name. */
  search?: string | undefined;
  /** Works at this organ or below it. */
  organId?: string | undefined;
  /** Has this role now or will have it; `none` for who has no post at all. */
  role?: Role | 'none' | undefined;
  state?: 'active' | 'closed' | undefined;
}

/** The people of the organs within a scope, by name; people of the same name by organ. */
export async function listPeople(
  db: Db,
  scope: Scope,
  { search, organId, role, state }: PeopleFilter,
  page: PageRequest,
  day: PlainDate,
): Promise<Page<PlacedPerson>> {
  let found = placedPeople(db, scope.countyId, day).where(organInScope(scope, 'version'));
  if (search) found = found.where(contains('person.name', search));
  if (organId) found = found.where(sql<boolean>`${organId}::uuid = any(version.path)`);
  if (state) found = found.where('person.closedOn', state === 'active' ? 'is' : 'is not', null);
  if (role) found = found.where(role === 'none' ? sql<boolean>`not ${hasPost(day)}` : hasPost(day, role));
  const listed = await listPage(
    found.select(personColumns).orderBy('person.name').orderBy('version.shortName').orderBy('person.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...listed, items: listed.items.map(placedPersonOf) };
}

/** A person with the organ as it is on the day. */
export async function findPerson(
  db: Db,
  countyId: string,
  id: string,
  day: PlainDate,
): Promise<PlacedPerson | undefined> {
  const row = await placedPeople(db, countyId, day)
    .where('person.id', '=', id)
    .select(personColumns)
    .executeTakeFirst();
  return row && placedPersonOf(row);
}

/**
 * Holds people until the end of the transaction, always in the same order, so that two who hold the
 * same do not wait for each other for ever.
 *
 * @param strength `share` for putting something on a desk; `update` for changing what the person has
 */
export async function holdPeople(
  trx: Trx,
  countyId: string,
  ids: readonly string[],
  strength: 'share' | 'update',
): Promise<void> {
  const query = trx
    .selectFrom('organisationPerson')
    .select('id')
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .orderBy('id');
  await (strength === 'share' ? query.forShare() : query.forUpdate()).execute();
}

/** Whether the account of a person is open. */
export async function findActivePerson(db: Db, countyId: string, id: string): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('organisationPerson')
    .select('name')
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('closedOn', 'is', null)
    .executeTakeFirst();
}

/** Holds the county, so that whoever counts its administrators counts alone. */
export async function holdCounty(trx: Trx, countyId: string): Promise<void> {
  await trx.selectFrom('organisationCounty').select('id').where('id', '=', countyId).forNoKeyUpdate().execute();
}

/** Enters a person. */
export async function insertPerson(
  trx: Trx,
  countyId: string,
  { id, name, organId, activeFrom, ...rest }: Omit<Person, 'version' | 'closedOn'>,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('organisationPerson')
    .values({ countyId, id, name, organId, activeFrom, ...contactsOf(rest), createdAt: now })
    .execute();
}

/** Writes a person whose version is the one that was seen; false when somebody else was faster. */
export async function updatePerson(trx: Trx, countyId: string, person: Person): Promise<boolean> {
  const { id, name, organId, closedOn = null, version, ...rest } = person;
  const updated = await trx
    .updateTable('organisationPerson')
    .set({ name, organId, closedOn, version: version + 1, ...contactsOf(rest) })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** An organ as it is on the day. */
export async function findOrganOn(
  db: Db,
  countyId: string,
  organId: string,
  day: PlainDate,
): Promise<(CountyPlace & { kind: OrganKind; name: string; living: boolean }) | undefined> {
  const row = await db
    .selectFrom('organisationOrganVersion as version')
    .select(['version.path', 'version.kind', 'version.shortName', 'version.status'])
    .where('version.countyId', '=', countyId)
    .where('version.organId', '=', organId)
    .where(holdsOn('version', day))
    .executeTakeFirst();
  return (
    row && {
      countyId,
      place: { organId, path: row.path },
      kind: row.kind as OrganKind,
      name: row.shortName,
      living: row.status === 'living',
    }
  );
}

/** Whether a person has a post that is not over, or one of this role. */
const hasPost = (day: PlainDate, role?: Role) => sql<boolean>`exists (
    select from organisation_post post
    where post.county_id = person.county_id and post.person_id = person.id and post.withdrawn_at is null
      and coalesce(post.to_day, 'infinity') >= ${day} and ${role === undefined ? sql`true` : sql`post.role = ${role}`})`;

const personColumns = [
  'person.countyId',
  'person.id',
  'person.name',
  'person.organId',
  'person.jobTitle',
  'person.mobilePhone',
  'person.officePhone',
  'person.email',
  'person.activeFrom',
  'person.closedOn',
  'person.version',
  'version.shortName as organ',
  'version.path',
] as const;

/** An organ that is only to be set up has no place yet: who works there is seen by the county alone. */
const placedPeople = (db: Db, countyId: string, day: PlainDate) =>
  db
    .selectFrom('organisationPerson as person')
    .leftJoin('organisationOrganVersion as version', (join) =>
      join
        .onRef('version.countyId', '=', 'person.countyId')
        .onRef('version.organId', '=', 'person.organId')
        .on(holdsOn('version', day)),
    )
    .where('person.countyId', '=', countyId);

type PersonRow = Omit<Selectable<OrganisationPerson>, 'createdAt'> & { organ: string | null; path: string[] | null };

function placedPersonOf(row: PersonRow): PlacedPerson {
  const { countyId, organ, path, closedOn, activeFrom, ...person } = row;
  return {
    ...person,
    jobTitle: person.jobTitle ?? undefined,
    mobilePhone: person.mobilePhone ?? undefined,
    officePhone: person.officePhone ?? undefined,
    email: person.email ?? undefined,
    activeFrom: getPlainDate(activeFrom),
    closedOn: closedOn === null ? undefined : getPlainDate(closedOn),
    organ: organ ?? '',
    at: { countyId, place: { organId: row.organId, path: path ?? [row.organId] } },
  };
}

const contactsOf = ({
  jobTitle = null,
  mobilePhone = null,
  officePhone = null,
  email = null,
}: {
  [K in 'jobTitle' | 'mobilePhone' | 'officePhone' | 'email']?: string | undefined | null;
}) => ({ jobTitle, mobilePhone, officePhone, email });

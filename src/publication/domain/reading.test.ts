import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachOf } from '../../organisation/domain/acts.ts';
import type { Authority } from '../../organisation/domain/authority.ts';
import { roleKeys } from '../../organisation/domain/role.ts';
import { mayRead, mayWrite } from './reading.ts';

const organs = ['county', 'township', 'village', 'department', 'elsewhere'] as const;
const paths: Record<(typeof organs)[number], readonly string[]> = {
  county: ['county'],
  township: ['county', 'township'],
  village: ['county', 'township', 'village'],
  department: ['county', 'department'],
  elsewhere: ['elsewhere'],
};
const organ = fc.constantFrom(...organs);
const placeOf = (organId: (typeof organs)[number]) => ({ organId, path: paths[organId] });

test('nobody reads outside of the reach of his post, and never in another county (条例第十七条)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roleKeys),
      organ,
      organ,
      organ,
      fc.constantFrom('ours', 'theirs'),
      fc.constantFrom('me', 'another'),
      (role, seat, disclosing, drafting, countyId, authorId) => {
        const authority: Authority = {
          countyId: 'ours',
          personId: 'me',
          posts: [{ role, place: placeOf(seat), source: { kind: 'own' } }],
        };
        const reach = reachOf('read-items', role);
        const within = (organId: (typeof organs)[number]) =>
          reach === 'county' ||
          (reach === 'subtree' && paths[organId].includes(seat)) ||
          (reach === 'own' && organId === seat);
        const expected = countyId === 'ours' && (authorId === 'me' || within(disclosing) || within(drafting));
        const places = [disclosing, drafting].map((organId) => ({ countyId, place: placeOf(organId) }));
        expect(mayRead(authority, { countyId, authorId }, places)).toBe(expected);
      },
    ),
  );
});

test('nobody writes outside of the reach of his post, and never in another county', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roleKeys),
      organ,
      organ,
      organ,
      fc.constantFrom('ours', 'theirs'),
      (role, seat, disclosing, drafting, countyId) => {
        const authority: Authority = {
          countyId: 'ours',
          personId: 'me',
          posts: [{ role, place: placeOf(seat), source: { kind: 'own' } }],
        };
        const reach = reachOf('draft-items', role);
        const within = (organId: (typeof organs)[number]) =>
          (reach === 'subtree' && paths[organId].includes(seat)) || (reach === 'own' && organId === seat);
        const at = (organId: (typeof organs)[number]) => ({ countyId, place: placeOf(organId) });
        const may = mayWrite(authority, { organ: at(disclosing), draftingOrgan: at(drafting) });
        expect(may.ok).toBe(countyId === 'ours' && (within(disclosing) || within(drafting)));
      },
    ),
  );
});

import type { OrganPlace } from './organ.ts';

/**
 * A place in the tree and the county whose tree it is. Rights are decided by these ids and never by
 * names: two townships may have the same name, in one county or in two.
 */
export interface CountyPlace {
  countyId: string;
  place: OrganPlace;
}

/** Whether an organ is another one or stands anywhere below it. */
export const standsIn = (inner: OrganPlace, outer: OrganPlace): boolean => inner.path.includes(outer.organId);

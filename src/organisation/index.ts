// The door of the area: what other areas, the command line and the application may use.
export type { OrganKind, OrganPlace, OrganVersion } from './domain/organ.ts';

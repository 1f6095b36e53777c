import type { PlainDate } from '../../kernel/plain-date.ts';

/** The kinds of organ, from the top down. */
export const organKinds = ['province', 'city', 'county', 'department', 'township', 'village', 'station'] as const;
export type OrganKind = (typeof organKinds)[number];

/** What a kind is called on screen and in files. */
export const organKindNames: Readonly<Record<OrganKind, string>> = {
  province: '省级政府',
  city: '市级政府',
  county: '县级政府',
  department: '政府部门',
  township: '乡镇（街道）',
  village: '村（社区）',
  station: '派出机构（站所）',
};

/**
 * Which kinds may stand over a kind. The order is strict: no kind is found above itself, so that a
 * tree that keeps to it has no circles.
 */
export const parentKinds: Readonly<Record<OrganKind, readonly OrganKind[]>> = {
  province: [],
  city: ['province'],
  // A county of a municipality, or one the province governs itself, has no city above it.
  county: ['city', 'province'],
  department: ['county', 'city', 'province'],
  // 不设区的市 have townships right below the city.
  township: ['county', 'city'],
  village: ['township'],
  station: ['department', 'township', 'county'],
};

/** Kinds that may stand at the top of a county's tree. */
export const rootKinds: readonly OrganKind[] = ['province', 'city', 'county'];

/** How it stands with an organ on a day. Only who is `living` acts; the others are kept for old records. */
export const organStatuses = ['living', 'merged', 'split', 'abolished'] as const;
export type OrganStatus = (typeof organStatuses)[number];

/** What a status is called on screen and in files. */
export const organStatusNames: Readonly<Record<OrganStatus, string>> = {
  living: '存续',
  merged: '已合并',
  split: '已拆分',
  abolished: '已撤销',
};

/** What an organ was from a day on; each change of name, kind, parent or status begins a new one. */
export interface OrganVersion {
  organId: string;
  /** The first day. */
  from: PlainDate;
  /** The first day it is no longer so; absent while it lasts. */
  until?: PlainDate;
  status: OrganStatus;
  kind: OrganKind;
  /** As on the seal, e.g. 云溪县石桥镇人民政府. */
  fullName: string;
  /** As in lists, e.g. 石桥镇. */
  shortName: string;
  /** Absent at the top of the tree. */
  parentId?: string;
}

/** Where an organ stands: the identifiers from the root of the tree down to the organ itself. */
export interface OrganPlace {
  organId: string;
  path: readonly string[];
}

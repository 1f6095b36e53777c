import { decisionKinds } from './decisions.ts';
import { documentKinds } from './documents.ts';
import { eventKinds } from './events.ts';
import { financeKinds } from './finance.ts';
import type { Kind } from './kind.ts';
import { peopleKinds } from './people.ts';

/** Every kind of item, in the order in which they are offered. */
export const kinds = {
  ...documentKinds,
  ...decisionKinds,
  ...financeKinds,
  ...peopleKinds,
  ...eventKinds,
} as const satisfies Record<string, Kind>;

/** The key of a kind, as the database keeps it. */
export type KindKey = keyof typeof kinds;

/** Every kind, in order. */
export const kindKeys = Object.keys(kinds) as [KindKey, ...KindKey[]];

/** Whether a text is the key of a kind. */
export const isKind = (text: string): text is KindKey => Object.hasOwn(kinds, text);

/** What is known of a kind. @throws when there is none of this key: what is stored was checked */
export function kindOf(key: string): Kind {
  if (!isKind(key)) throw new Error(`no kind ${key}`);
  return kinds[key];
}

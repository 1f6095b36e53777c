import type { Authority } from './authority.ts';
import { may, mayOneOf } from './policy.ts';

const menu = {
  today: undefined,
  reviews: mayOneOf(
    'check-items',
    'review-secrecy',
    'review-items',
    'approve-items',
    'approve-important-items',
    'publish-items',
    'answer-referrals',
    'give-second-eyes',
  ),
  items: may('read-items'),
  channels: mayOneOf('manage-channels', 'connect-channels'),
  catalogue: may('read-catalogue'),
  coverage: may('read-catalogue'),
  figures: may('read-items'),
  upkeep: mayOneOf('publish-items', 'review-items', 'answer-referrals', 'configure-publication'),
  organs: may('read-organs'),
  people: may('read-people'),
  audit: may('read-audit'),
  jobs: may('manage-jobs'),
  // The 审计管理员 keeps how long the audit is kept.
  settings: mayOneOf('manage-settings', 'manage-security', 'read-audit'),
  account: undefined,
} as const;

/** A page of the console that stands in its menu. */
export type MenuKey = keyof typeof menu;

/** The pages somebody may open, in the order of the menu. What may be done there the routes decide. */
export const menuOf = (authority: Authority): MenuKey[] =>
  (Object.keys(menu) as MenuKey[]).filter((key) => menu[key]?.(authority).ok ?? true);

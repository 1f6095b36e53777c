import type { PlainDate } from '../../kernel/plain-date.ts';

/** Somebody who works with the system. */
export interface Person {
  id: string;
  name: string;
  /** Where the person works; posts may be at other organs too. */
  organId: string;
  /** 职务, e.g. 党政办主任; gives no rights. */
  jobTitle?: string | undefined;
  mobilePhone?: string | undefined;
  officePhone?: string | undefined;
  email?: string | undefined;
  activeFrom: PlainDate;
  /** The day the account was closed; absent while the person is here. */
  closedOn?: PlainDate | undefined;
  /** Counts changes. */
  version: number;
}

/** A mobile number of the mainland: eleven digits. */
export const mobilePhonePattern = /^1[3-9]\d{9}$/;

/** A fixed line: 区号 where there is one, number, extension: 0871-1234567, 1234567-801. */
export const officePhonePattern = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/;

/**
 * A person in a list where somebody else may have the same name.
 *
 * @param details what tells them apart: organ, 职务, posts; empty ones are left out
 * @example describePerson('张伟', ['石桥镇', '公开办经办人']) // '张伟（石桥镇，公开办经办人）'
 */
export function describePerson(name: string, details: readonly (string | undefined)[]): string {
  const known = details.filter(Boolean);
  return known.length > 0 ? `${name}（${known.join('，')}）` : name;
}

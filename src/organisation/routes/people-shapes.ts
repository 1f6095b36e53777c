import { z } from 'zod';
import { day, id, instant, seenVersion } from '../../platform/http/api/index.ts';
import { mobilePhonePattern, officePhonePattern } from '../domain/person.ts';
import { roleKeys, roles } from '../domain/role.ts';
import type { ListedPerson, PersonDetail } from '../service/people.ts';
import { plainDay } from './organ-shapes.ts';

/** The shapes in which people go in and out. */

export const role = z.enum(roleKeys, '请选择岗位');

/** A text in a form: trimmed; an empty one is none, which takes away what was there. */
const optionalText = (pattern: RegExp | undefined, maximum: number, message: string) =>
  z
    .string()
    .trim()
    .max(maximum, `不能超过 ${maximum} 个字`)
    .refine((text) => text === '' || !pattern || pattern.test(text), message)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional();

const name = z.string('请填写姓名').trim().min(1, '请填写姓名').max(50, '姓名不能超过 50 个字');

const contacts = {
  jobTitle: optionalText(undefined, 50, ''),
  mobilePhone: optionalText(mobilePhonePattern, 20, '手机号应为 11 位数字'),
  officePhone: optionalText(officePhonePattern, 30, '办公电话应写成 0871-1234567 或 1234567-801 的样子'),
  email: optionalText(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 100, '邮箱应写成 name@example.gov.cn 的样子'),
};

/** Somebody new, as entered. */
export const personEntered = z.object({
  name,
  organId: z.uuid('请选择单位'),
  loginName: z.string('请填写登录名').trim().min(1, '请填写登录名').max(40, '登录名不能超过 40 个字'),
  ...contacts,
  activeFrom: plainDay.optional(),
});

/** What is changed of a person; what is absent stays. */
export const personChanged = z.object({
  version: seenVersion,
  name: name.optional(),
  organId: z.uuid('请选择单位').optional(),
  ...contacts,
});

/** A post that is given. */
export const postGiven = z.object({
  role,
  organId: z.uuid('请选择单位'),
  from: plainDay,
  to: plainDay.optional(),
});

/** A post that is lent. */
export const delegationGiven = z.object({
  postId: z.uuid('请选择要委托的岗位'),
  toPersonId: z.uuid('请选择受托人'),
  from: plainDay,
  to: plainDay,
  reason: z.string('请填写委托原因').trim().min(1, '请填写委托原因').max(200, '委托原因不能超过 200 个字'),
});

const organ = z.object({ id, name: z.string() });

const post = z.object({
  id,
  role,
  roleName: z.string(),
  organ,
  from: day,
  to: day.optional(),
  withdrawn: z.boolean(),
});

/** A person in a list. */
export const personListed = z.object({
  id,
  name: z.string(),
  organ,
  jobTitle: z.string().optional(),
  mobilePhone: z.string().optional(),
  officePhone: z.string().optional(),
  activeFrom: day,
  closedOn: day.optional(),
  posts: z.array(post),
});

const delegation = z.object({
  id,
  postId: id,
  role,
  roleName: z.string(),
  organ,
  from: z.object({ id, name: z.string() }),
  to: z.object({ id, name: z.string() }),
  fromDay: day,
  toDay: day,
  reason: z.string(),
});

/** A person with everything that belongs to it. */
export const personDetail = personListed.extend({
  email: z.string().optional(),
  version: z.int(),
  delegations: z.array(delegation),
  account: z
    .object({
      loginName: z.string(),
      lastSignedInAt: instant.nullable(),
      closed: z.boolean(),
      locked: z.boolean(),
      hasSecondFactor: z.boolean(),
    })
    .optional(),
});

/** A person as the list shows it. */
export const presentPerson = ({ organ: organName, organId, posts, ...person }: ListedPerson) => ({
  ...person,
  organ: { id: organId, name: organName },
  posts: posts.map(presentPost),
});

const presentPost = ({ role: key, organId, organ: organName, term, ...rest }: ListedPerson['posts'][number]) => ({
  ...rest,
  ...term,
  role: key,
  roleName: roles[key].name,
  organ: { id: organId, name: organName },
});

/** A person as the page shows it. */
export const presentDetail = ({ person, posts, delegations, account }: PersonDetail) => ({
  ...presentPerson({ ...person, posts }),
  account,
  delegations: delegations.map(({ term, at, organ: organName, role: key, ...each }) => ({
    id: each.id,
    postId: each.postId,
    reason: each.reason,
    role: key,
    roleName: roles[key].name,
    organ: { id: at.place.organId, name: organName },
    from: { id: each.fromPersonId, name: each.fromName },
    to: { id: each.toPersonId, name: each.toName },
    fromDay: term.from,
    toDay: term.to,
  })),
});

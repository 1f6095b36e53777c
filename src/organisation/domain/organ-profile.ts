import { checkCreditCode } from './credit-code.ts';
import { checkDivisionCode } from './division-code.ts';
import type { OrganKind } from './organ.ts';
import { normaliseCode } from './written-code.ts';

/**
 * What is known of an organ besides its place and names: codes and how to reach it. Blank is the empty text.
 * 条例 art. 12 has the guide name the 政府信息公开工作机构 with its address, hours, telephone, fax and e-mail.
 */
export interface OrganProfile {
  /** 12-digit 区划代码 of where it is. */
  divisionCode: string;
  /** 18-character 统一社会信用代码. */
  creditCode: string;
  /** 网站标识码, for an organ with a web site of its own. */
  siteCode: string;
  address: string;
  postcode: string;
  officeHours: string;
  phone: string;
  fax: string;
  /** Where a citizen can write to: an e-mail address. */
  email: string;
  /** Where it can be found on the web. */
  website: string;
  disclosureOffice: string;
  disclosureAddress: string;
  disclosureHours: string;
  disclosurePhone: string;
  disclosureFax: string;
  disclosureEmail: string;
}

/** Some fields of a profile; what is not given stays as it is. */
export type ProfileEdit = { readonly [Key in keyof OrganProfile]?: string | undefined };

/** A field of the profile: what it is called, how long it may be, what it must look like. */
interface ProfileField {
  /** As on forms and in the head of files. */
  label: string;
  maximum: number;
  form: 'text' | 'code' | 'phone' | 'email' | 'web' | 'postcode';
  /** `codes` are matters of the tree, kept by who keeps the tree; `contact` is kept by the organ's own office. */
  group: 'codes' | 'contact';
}

/** Every field in the order of forms and files. */
export const profileFields: Readonly<Record<keyof OrganProfile, ProfileField>> = {
  divisionCode: { label: '区划代码', maximum: 12, form: 'code', group: 'codes' },
  creditCode: { label: '统一社会信用代码', maximum: 18, form: 'code', group: 'codes' },
  siteCode: { label: '网站标识码', maximum: 10, form: 'code', group: 'codes' },
  address: { label: '地址', maximum: 200, form: 'text', group: 'contact' },
  postcode: { label: '邮政编码', maximum: 6, form: 'postcode', group: 'contact' },
  officeHours: { label: '办公时间', maximum: 200, form: 'text', group: 'contact' },
  phone: { label: '联系电话', maximum: 100, form: 'phone', group: 'contact' },
  fax: { label: '传真', maximum: 100, form: 'phone', group: 'contact' },
  email: { label: '电子邮箱', maximum: 200, form: 'email', group: 'contact' },
  website: { label: '网址', maximum: 200, form: 'web', group: 'contact' },
  disclosureOffice: { label: '公开工作机构名称', maximum: 100, form: 'text', group: 'contact' },
  disclosureAddress: { label: '公开工作机构地址', maximum: 200, form: 'text', group: 'contact' },
  disclosureHours: { label: '公开工作机构办公时间', maximum: 200, form: 'text', group: 'contact' },
  disclosurePhone: { label: '公开工作机构电话', maximum: 100, form: 'phone', group: 'contact' },
  disclosureFax: { label: '公开工作机构传真', maximum: 100, form: 'phone', group: 'contact' },
  disclosureEmail: { label: '公开工作机构邮箱', maximum: 200, form: 'email', group: 'contact' },
};

/** The names of the fields, in order. */
export const profileKeys = Object.keys(profileFields) as (keyof OrganProfile)[];

/** A profile of which nothing is known. */
export const emptyProfile = Object.fromEntries(profileKeys.map((key) => [key, ''])) as unknown as OrganProfile;

/** The duties of the 政府信息公开工作机构 (条例 art. 4), the text in the words of the article. */
export const disclosureDuties = [
  { key: 'handle', text: '办理本行政机关的政府信息公开事宜' },
  { key: 'maintain', text: '维护和更新本行政机关公开的政府信息' },
  { key: 'compile', text: '组织编制本行政机关的政府信息公开指南、政府信息公开目录和政府信息公开工作年度报告' },
  { key: 'review', text: '组织开展对拟公开政府信息的审查' },
  { key: 'other', text: '本行政机关规定的与政府信息公开有关的其他职能' },
] as const;

/** A value as it is kept: codes without blanks, everything else trimmed and without line breaks. */
export const normaliseField = (key: keyof OrganProfile, written: string): string =>
  profileFields[key].form === 'code'
    ? normaliseSiteCode(key, normaliseCode(written))
    : written.replace(/\s+/g, ' ').trim();

/** A profile with some fields written anew, as they are kept. */
export const editProfile = (profile: OrganProfile, edit: ProfileEdit): OrganProfile =>
  Object.fromEntries(
    profileKeys.map((key) => [key, normaliseField(key, edit[key] ?? profile[key])]),
  ) as unknown as OrganProfile;

const normaliseSiteCode = (key: keyof OrganProfile, code: string): string =>
  key === 'siteCode' ? code.toLowerCase() : code;

/**
 * What is wrong with a value of the profile, as a sentence; undefined when nothing is. Blank is always allowed.
 *
 * @param value as `normaliseField` gives it
 * @param organ what the codes have to fit
 */
export function checkField(
  key: keyof OrganProfile,
  value: string,
  organ: { kind: OrganKind; parentDivisionCode?: string },
): string | undefined {
  if (value === '') return undefined;
  if (key === 'divisionCode') return checkDivisionCode(value, organ.kind, organ.parentDivisionCode);
  if (key === 'creditCode') return checkCreditCode(value);
  if (key === 'siteCode') return checkSiteCode(value);
  const { label, maximum, form } = profileFields[key];
  if (value.length > maximum) return `${label}不能超过 ${maximum} 个字，现有 ${value.length} 个字。`;
  return checkForm(form, value);
}

function checkForm(form: ProfileField['form'], value: string): string | undefined {
  switch (form) {
    case 'phone':
      // 0999-1234567转801、13800000000；also several, and words beside them such as 值班.
      return /\d{3}/.test(value) && /^[\d\s()（）+\-—－、，,;；/转\p{Script=Han}]+$/u.test(value)
        ? undefined
        : '号码应写成 0999-1234567 的样子，有几个的用顿号隔开。';
    case 'email':
      return /^[^\s@<>"'=]+@[^\s@<>"'=.]+(\.[^\s@<>"'=.]+)+$/.test(value)
        ? undefined
        : '邮箱应写成 name@example.gov.cn 的样子。';
    case 'web':
      return /^https?:\/\/[^\s<>"']+$/i.test(value) ? undefined : '网址应以 http:// 或 https:// 开头。';
    case 'postcode':
      return /^\d{6}$/.test(value) ? undefined : '邮政编码应为 6 位数字。';
    default:
      return undefined;
  }
}

/**
 * What is wrong with a 网站标识码: 10 digits, the first six the division and the last four a serial number, or `bm` and 8
 * digits for a ministry (国办发〔2017〕47号; townships and county departments have as a rule no site of their own).
 *
 * @example checkSiteCode('9901230001') // undefined
 */
const checkSiteCode = (code: string): string | undefined =>
  /^([1-9]\d{9}|bm\d{8})$/.test(code)
    ? undefined
    : '网站标识码应为 10 位数字（前 6 位是区划代码），请对照网站页脚的标识码核对。';

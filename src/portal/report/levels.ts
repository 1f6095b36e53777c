import type { OrganLevel } from '../../report/domain/check/index.ts';

/** The ranks an organ may have, as the form offers them; '' leaves it to the organ's name. */
export const levelChoices: readonly { value: OrganLevel | ''; label: string }[] = [
  { value: '', label: '按机关名称自动判断' },
  { value: 'township', label: '乡镇、街道' },
  { value: 'county', label: '县（市、区）政府及其部门' },
  { value: 'city', label: '设区的市政府及其部门' },
  { value: 'province', label: '省级政府及其部门' },
  { value: 'national', label: '国务院部门' },
];

/** The rank a field of the form names; undefined when it leaves it open or names none. */
export function findLevel(value: string): OrganLevel | undefined {
  const choice = levelChoices.find((each) => each.value === value);
  return choice?.value || undefined;
}

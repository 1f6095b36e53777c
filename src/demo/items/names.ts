import type { Random } from '../../kernel/random.ts';
import { creditCheckCharacter, organisationCheckCharacter } from '../../organisation/domain/credit-code.ts';

/** Division 999128 does not exist, so that no number here can belong to anybody. */
const nowhere = '999128';

/** A citizen's number of nobody, with the right check digit (GB 11643). */
export function drawIdentityNumber(random: Random): string {
  const year = random.integer(1946, 2004);
  const month = String(random.integer(1, 12)).padStart(2, '0');
  const day = String(random.integer(1, 28)).padStart(2, '0');
  const first17 = `${nowhere}${year}${month}${day}${String(random.integer(1, 999)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return first17 + '10X98765432'[sum % 11];
}

/** A mobile number with zeros where the area stands. */
export const drawMobile = (random: Random): string => `1990000${String(random.integer(0, 9999)).padStart(4, '0')}`;

/** The unified code of an invented firm, with right check digits. */
export function drawCreditCode(random: Random, kind: 'legal' | 'household' = 'legal'): string {
  const organisation = `MA${String(random.integer(0, 999_999)).padStart(6, '0')}`;
  const prefix = kind === 'legal' ? '91' : '92';
  const first17 = `${prefix}990128${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + creditCheckCharacter(first17);
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const lastCharacters = [...'山岭泉青涛岸桥波露川舟秋望雨江谷溪禾田实云芳兰菊梅明华国强平'];

/** A natural person as lists name one: 张某某, 张某, 张*泉. */
export function drawMasked(random: Random, style: 'somebody' | 'star' = 'somebody'): string {
  const surname = random.pick(surnames);
  if (style === 'star') return `${surname}*${random.chance(0.8) ? random.pick(lastCharacters) : ''}`;
  return `${surname}${random.chance(0.8) ? '某某' : '某'}`;
}

/** A whole name of nobody, for lists that exist to name people as long as they stand. */
export const drawName = (random: Random): string =>
  `${random.pick(surnames)}${random.pick(lastCharacters)}${random.pick(lastCharacters)}`;

/** What a party to a decision is, told by its name. */
export function partyKindOf(name: string): 'legal' | 'household' | 'natural' {
  if (/[某*]/.test(name)) return 'natural';
  return /公司|厂|合作社|中心|协会|学校|医院|幼儿园$/.test(name) ? 'legal' : 'household';
}

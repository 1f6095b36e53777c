import type { Rule, RuleFinding } from '../../rule.ts';
import { type Passage, readNarrative } from '../narrative.ts';

const source = '《个人信息保护法》第四条、第二十五条；条例第十五条（涉及个人隐私的信息不得公开）';

/** Digits in one run, or in groups parted by single spaces or hyphens. */
const digitRun = /(?<![\dA-Za-z.])\d(?:[ -]?\d){13,18}[ -]?[\dXx]?(?![\dA-Za-z])/g;
const mobileNumber = /(?<![\d.-])(?:\+?86[- ]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?![\d-])/g;
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)/;

/**
 * Whether 18 characters are an identity number: a province, a day of birth, and the check digit of
 * GB 11643 (weighted sum modulo 11).
 *
 * @example 11010519491231002X → true; 110105194912310021 → false
 */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(digits) || !provinces.test(digits)) return false;
  if (!isDay(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

/** Whether 15 digits are an identity number of the first generation: province and day of birth. */
export function isOldIdentityNumber(digits: string): boolean {
  return (
    /^\d{15}$/.test(digits) &&
    provinces.test(digits) &&
    isDay(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))
  );
}

/**
 * Whether 16 to 19 digits are the number of a bank card: the prefix of a card company and the Luhn
 * check digit.
 *
 * @example 6222020000000000000 → true; 6222020000000000001 → false
 */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits) || !/^(?:62|60|4|5[1-5])/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A number of which only the beginning and the end may be shown. */
const mask = (digits: string) => `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`;

/** Long enough for a telephone number: most texts have none, and are passed by quickly. */
const longRun = /\d[\d -]{9}/;

function* listRuns(passage: Passage): Generator<string> {
  if (!longRun.test(passage.folded.text)) return;
  for (const [run] of passage.folded.text.matchAll(digitRun)) yield run.replace(/[ -]/g, '');
}

function found(passage: Passage, what: string, digits: string, rest = ''): RuleFinding {
  return {
    paths: [passage.path],
    message: `${passage.name}有${what} ${mask(digits)}，公布前请删去${rest}。`,
    expected: '',
    found: mask(digits),
  };
}

const identity: Rule = {
  id: 'NAR-IDENTITY-NUMBER',
  severity: 'error',
  title: '正文中的居民身份证号码',
  formula: '正文中没有校验码正确的18位身份证号码，没有15位身份证号码（提示中只显示首尾）',
  source: `${source}；GB 11643`,
  *check(context) {
    for (const passage of readNarrative(context.report).passages) {
      for (const digits of listRuns(passage)) {
        if (isIdentityNumber(digits)) yield found(passage, '居民身份证号码', digits);
        else if (isOldIdentityNumber(digits)) {
          yield { ...found(passage, '疑似15位身份证号码', digits), severity: 'warning' };
        }
      }
    }
  },
};

const card: Rule = {
  id: 'NAR-BANK-CARD',
  severity: 'error',
  title: '正文中的银行卡号',
  formula: '正文中没有校验位正确的16至19位银行卡号（提示中只显示首尾）',
  source,
  *check(context) {
    for (const passage of readNarrative(context.report).passages) {
      for (const digits of listRuns(passage)) {
        if (isCardNumber(digits) && !isIdentityNumber(digits)) yield found(passage, '银行卡号', digits);
      }
    }
  },
};

const contact = /电话|手机|联系|热线|咨询|监督|传真|号码/;

const mobile: Rule = {
  id: 'NAR-MOBILE-NUMBER',
  severity: 'warning',
  title: '正文中的手机号码',
  formula: '正文中没有手机号码；作为本机关联系电话的只提示（一般用固定电话）',
  source,
  *check(context) {
    for (const passage of readNarrative(context.report).passages) {
      const { text } = passage.folded;
      if (!longRun.test(text)) continue;
      for (const match of text.matchAll(mobileNumber)) {
        const digits = `${match[1]}${match[2]}${match[3]}`;
        const isContact = contact.test(text.slice(Math.max(0, match.index - 24), match.index));
        yield isContact
          ? {
              ...found(passage, '手机号码', digits),
              severity: 'notice',
              message: `${passage.name}的联系方式是手机号码 ${mask(digits)}，一般公布办公室固定电话，请核对是否愿意公开。`,
            }
          : found(passage, '手机号码', digits, '或者改为办公室固定电话');
      }
    }
  },
};

/** Rules on personal data left in the text. */
export const personalDataRules: readonly Rule[] = [identity, card, mobile];

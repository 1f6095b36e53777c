/** What a cell's number format does to its number. */
export type NumberFormat =
  | { kind: 'general' }
  | { kind: 'date'; pattern: string }
  | { kind: 'number'; decimals: number; isPercent: boolean; suffix: string };

const general: NumberFormat = { kind: 'general' };

/** Formats that are not written in the file because every program knows them; Chinese forms of the dates. */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-m-d',
  15: 'yyyy-m-d',
  16: 'm-d',
  17: 'yyyy-m',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-m-d h:mm',
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'yyyy-m-d',
  31: 'yyyy年m月d日',
  32: 'h时mm分',
  33: 'h时mm分ss秒',
  34: 'h时mm分',
  35: 'h时mm分ss秒',
  36: 'yyyy年m月',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  55: 'h时mm分',
  56: 'h时mm分ss秒',
  57: 'yyyy年m月',
  58: 'm月d日',
};

/**
 * Reads a number format, by its id or its code. Only the part for positive numbers counts, colours and spacing do not;
 * what is not a plain count of decimals, a percentage, a unit behind the number or a date is `general`.
 *
 * Example: `#,##0.00"万元"` → two decimals, suffix `万元`.
 */
export function readNumberFormat(id: number, code: string | undefined): NumberFormat {
  const written = code ?? builtIn[id];
  if (written === undefined) return general;
  const { pattern, plain } = stripFormat(written);
  if (/^general$/i.test(plain.trim()) || plain.trim() === '@') return general;
  if (/[ymdhs]/i.test(plain.replace(/general/i, ''))) return { kind: 'date', pattern };
  const match = /^[^#0?.,%\uE000]*(?:\uE000[^\uE000]*\uE000[^#0?.,%\uE000]*)*[#0?,]*[0#?](?:\.([0#?]+))?(%?)(.*)$/.exec(
    pattern,
  );
  if (match === null || /[#0?.,%/Ee]/.test((match[3] ?? '').replace(/\uE000[^\uE000]*\uE000/g, ''))) return general;
  const suffix = (match[3] ?? '').replaceAll('\uE000', '').trim();
  return {
    kind: 'number',
    decimals: match[1]?.length ?? 0,
    isPercent: match[2] === '%',
    suffix: /\p{Script=Han}/u.test(suffix) ? suffix : '',
  };
}

/** The first section of a format code; `pattern` keeps literal text between U+E000 marks, `plain` is without it. */
function stripFormat(code: string): { pattern: string; plain: string } {
  let pattern = '';
  let plain = '';
  for (let at = 0; at < code.length && code[at] !== ';'; at++) {
    const sign = code[at] as string;
    if (sign === '"') {
      const end = code.indexOf('"', at + 1);
      const literal = code.slice(at + 1, end === -1 ? code.length : end);
      pattern += `\uE000${literal}\uE000`;
      at += literal.length + 1;
    } else if (sign === '\\' || sign === '!') {
      pattern += `\uE000${code[at + 1] ?? ''}\uE000`;
      at++;
    } else if (sign === '_' || sign === '*') {
      at++;
    } else if (sign === '[') {
      const end = code.indexOf(']', at);
      const inside = code.slice(at + 1, end === -1 ? code.length : end);
      // [h] counts hours over days; everything else in brackets is colour, condition or language.
      if (/^[hms]+$/i.test(inside)) {
        pattern += inside;
        plain += inside;
      }
      at += inside.length + 1;
    } else {
      pattern += sign;
      plain += sign;
    }
  }
  return { pattern, plain };
}

/** A number as a person sees it, and whether its format shows something else than what is stored. */
export interface NumberText {
  text: string;
  /** What is stored, when the display rounds it. */
  stored?: string;
}

/**
 * Writes a stored number: at most 15 significant digits (0.1 + 0.2 is `0.3`), rounded where the format
 * rounds, without grouping and trailing zeros.
 */
export function writeNumber(raw: string, format: NumberFormat, isDate1904: boolean): NumberText {
  const value = Number(raw);
  if (raw.trim() === '' || Number.isNaN(value)) return { text: raw };
  if (format.kind === 'date') return { text: writeDate(value, format.pattern, isDate1904) };
  const exact = Number(value.toPrecision(15));
  if (format.kind === 'general') return { text: plainDecimal(exact) };
  const factor = format.isPercent ? 100 : 1;
  const full = Number((exact * factor).toPrecision(15));
  const shown = roundHalfUp(full, format.decimals);
  const unit = `${format.isPercent ? '%' : ''}${format.suffix}`;
  const text = plainDecimal(shown) + unit;
  return shown === full ? { text } : { text, stored: plainDecimal(full) + unit };
}

/** Rounds the decimal digits, halves away from zero, as spreadsheets do. */
function roundHalfUp(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value)}e${decimals}`);
  if (Number.isNaN(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${decimals}`);
}

/** A number without an exponent. */
function plainDecimal(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value);
  if (!text.includes('e')) return text;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/\.?0+$/, '') : BigInt(Math.round(value)).toString();
}

function writeDate(serial: number, pattern: string, isDate1904: boolean): string {
  // Day 60 of the 1900 system is the 29 February 1900 that never was.
  const days = isDate1904 ? serial + 1462 : serial;
  const epoch = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.round(days * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const pad = (value: number, token: string) => String(value).padStart(Math.min(token.length, 2), '0');
  let isMinute = false;
  return pattern.replace(
    /\uE000([^\uE000]*)\uE000|AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+(?:\.0+)?/gi,
    (token, literal?: string) => {
      if (literal !== undefined) return literal;
      const sign = (token[0] as string).toLowerCase();
      const afterHour = isMinute;
      if (sign !== 'm') isMinute = sign === 'h';
      switch (sign) {
        case 'y':
          return token.length <= 2 ? pad(date.getUTCFullYear() % 100, token) : String(date.getUTCFullYear());
        case 'm':
          return pad(
            afterHour || isFollowedBySeconds(pattern, token) ? date.getUTCMinutes() : date.getUTCMonth() + 1,
            token,
          );
        case 'd':
          return token.length > 2 ? '' : pad(date.getUTCDate(), token);
        case 'h':
          return pad(date.getUTCHours(), token);
        case 's':
          return pad(date.getUTCSeconds(), 'ss');
        default:
          return '';
      }
    },
  );
}

/** `mm:ss` are minutes although no hour stands before them. */
const isFollowedBySeconds = (pattern: string, token: string): boolean =>
  new RegExp(`^${token}[^a-z]*s`, 'i').test(pattern);

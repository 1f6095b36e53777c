import { findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { daysBetween, isWeekend, weekdayName } from './calendar.ts';
import type { NoticeHoliday, YearNotice } from './notice.ts';
import { writeDay } from './words.ts';

/** What is wrong with a notice, and in which line (from 1; 0 for the text as a whole). */
export interface NoticeFault {
  line: number;
  message: string;
}

/** A notice that was read from its text, or everything that is wrong with it. */
export type ReadNotice = { ok: true; notice: YearNotice } | { ok: false; faults: NoticeFault[] };

/** Since 2008 every notice has these (全国年节及纪念日放假办法 art. 2). */
const expected = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** No holiday has been as long as this; a longer one is a slip of the pen. */
const longest = 15;

/**
 * Reads the yearly notice of the General Office of the State Council from its own text, as it stands
 * on www.gov.cn. Whatever the text says twice is compared: 共8天 with the days, 星期日 with the date.
 *
 * @example readNotice('国务院办公厅关于2026年部分节假日安排的通知\n…\n一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n…')
 */
export function readNotice(text: string): ReadNotice {
  const lines = text.normalize('NFC').split(/\r\n|\r|\n/);
  const title = /关于(\d{4})年部分节假日安排的通知/.exec(lines.map(plain).join(''));
  if (!title) {
    const message =
      '没有找到标题“国务院办公厅关于××××年部分节假日安排的通知”。请把通知全文（从标题到日期）存成文本文件后导入。';
    return { ok: false, faults: [{ line: 0, message }] };
  }
  const year = Number(title[1]);
  const faults: NoticeFault[] = [];
  const holidays = itemsOf(lines).flatMap((item): NoticeHoliday[] => {
    const read = readItem(item, year);
    faults.push(...read.faults.map((message) => ({ line: item.line, message })));
    return read.holiday ? [read.holiday] : [];
  });
  for (const name of year >= 2008 && faults.length === 0 ? expected : []) {
    if (holidays.some((holiday) => holiday.name.includes(name))) continue;
    faults.push({ line: 0, message: `缺少${name}的安排，请核对通知是否完整。每个节日应单独成行，如“一、元旦：……”。` });
  }
  faults.push(...faultsBetween(holidays));
  if (faults.length > 0) return { ok: false, faults };
  const documentNumber = findDocumentNumber(lines);
  const publishedOn = findDateLine(lines);
  return {
    ok: true,
    notice: {
      year,
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      ...(documentNumber ? { documentNumber } : {}),
      ...(publishedOn ? { publishedOn } : {}),
      holidays,
    },
  };
}

/**
 * Writes a notice as its text reads, so that what is kept can be read, changed and imported again.
 *
 * @example writeNotice(notice) // '国务院办公厅关于2026年部分节假日安排的通知\n国办发明电〔2025〕7号\n一、元旦：1月1日（周四）至3日 …'
 */
export function writeNotice({ year, title, documentNumber, publishedOn, holidays }: YearNotice): string {
  const dayIn = (day: PlainDate) =>
    `${writeDay(day, { year: day.slice(0, 4) !== String(year) })}（${weekdayName(day)}）`;
  const items = holidays.map(({ name, from, to, makeUpDays }, index) => {
    const count = daysBetween(from, to).length;
    const span = from === to ? dayIn(from) : `${dayIn(from)}至${writeFull(to, from)}（${weekdayName(to)}）`;
    const worked = makeUpDays.length > 0 ? `${makeUpDays.map(dayIn).join('、')}上班。` : '';
    return `${numerals[index] ?? index + 1}、${name}：${span}放假，共${count}天。${worked}`;
  });
  return [
    title,
    ...(documentNumber ? [documentNumber] : []),
    ...items,
    '国务院办公厅',
    ...(publishedOn ? [writeDay(publishedOn)] : []),
    '',
  ].join('\n');
}

const writeFull = (day: PlainDate, after: PlainDate): string =>
  writeDay(day, { year: day.slice(0, 4) !== after.slice(0, 4) });

const numerals = '一二三四五六七八九十';

/** Without blanks of any kind, full-width digits and signs as plain ones. */
const plain = (line: string): string => line.normalize('NFKC').replace(/\s/g, '');

interface Item {
  line: number;
  name: string;
  text: string;
}

/** The numbered paragraphs, each with the lines it runs over. */
function itemsOf(lines: readonly string[]): Item[] {
  const items: Item[] = [];
  let open: Item | undefined;
  for (const [index, written] of lines.entries()) {
    const line = plain(written);
    const [, name, text] = /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、])([^:]{2,40}):(.*)$/.exec(line) ?? [];
    if (name !== undefined && text !== undefined) {
      open = { line: index + 1, name: name.replace(/\(.*\)$/, ''), text };
      items.push(open);
    } else if (/^(?:节假日期间|国务院办公厅|\d{4}年\d{1,2}月\d{1,2}日$|$)/.test(line)) open = undefined;
    else if (open) open.text += line;
  }
  return items;
}

/** 2月15日(周日), 15日, 2022年12月31日(星期六、除夕). Month and year may be left out. */
const dated = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g;

function readItem({ name, text }: Item, year: number): { holiday?: NoticeHoliday; faults: string[] } {
  const faults: string[] = [];
  const off: PlainDate[] = [];
  const makeUpDays: PlainDate[] = [];
  let month = 0;
  const readDays = (clause: string): { day: PlainDate; at: number; end: number }[] =>
    [...clause.matchAll(dated)].flatMap((match) => {
      const [whole, writtenYear, writtenMonth, date = '', remark = ''] = match;
      month = Number(writtenMonth ?? month);
      const day = findPlainDate(`${writtenYear ?? year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
      if (!day) {
        faults.push(`“${name}”一项中的“${whole}”不是有效日期，请对照通知原文改正。`);
        return [];
      }
      const [, weekday] = /(?:周|星期)([一二三四五六日天])/.exec(remark) ?? [];
      if (weekday && weekdayName(day) !== `周${weekday.replace('天', '日')}`) {
        faults.push(`“${name}”一项中的${writeDay(day)}是${weekdayName(day)}，不是周${weekday}，请对照通知原文改正。`);
      }
      return [{ day, at: match.index, end: match.index + whole.length }];
    });
  for (const sentence of text.split(/[。;]/)) {
    // 鼓励各单位安排休息: asks for leave, gives no day off.
    if (/鼓励|建议/.test(sentence)) continue;
    const dates = readDays(sentence);
    if (dates.length === 0) continue;
    // Between two dates stands what the first of them is; the sign 至 makes a span of the two.
    for (let index = 0; index < dates.length; index += 1) {
      const first = dates[index];
      const second = dates[index + 1];
      if (!first) continue;
      const isSpan = second !== undefined && /^(?:至|到|-|—|~)$/.test(sentence.slice(first.end, second.at));
      const last = isSpan && second ? second : first;
      const to = last.day;
      if (to < first.day) {
        faults.push(`“${name}”一项从${writeDay(first.day)}到${writeDay(to)}，先后颠倒；跨年的请写明年份。`);
      }
      const verb = /放假|补休|调休|上班/.exec(sentence.slice(last.end))?.[0];
      if (!verb) {
        faults.push(`“${name}”一项中的${writeDay(first.day)}没有写明放假还是上班，请对照通知原文改正。`);
      } else if (verb === '上班') makeUpDays.push(...daysBetween(first.day, to));
      else off.push(...daysBetween(first.day, to).slice(0, 400));
      if (isSpan) index += 1;
    }
  }
  off.sort();
  const [from] = off;
  const to = off.at(-1);
  if (from === undefined || to === undefined) {
    return {
      faults: faults.length > 0 ? faults : [`“${name}”一项没有写明哪几天放假，应写成“1月1日至3日放假”的样子。`],
    };
  }
  const days = daysBetween(from, to);
  if (days.length > longest || days.length < 1) {
    faults.push(`“${name}”一项放假${days.length}天，超出常理，请核对起止日期。`);
  } else if (days.some((day) => !off.includes(day) && !isWeekend(day))) {
    faults.push(`“${name}”一项的放假日期不连续，请核对。`);
  }
  const [, told] = /共(\d{1,2})天/.exec(text) ?? [];
  if (told && Number(told) !== days.length) {
    faults.push(`“${name}”一项写明共${told}天，按起止日期是${days.length}天，请对照通知原文改正。`);
  }
  for (const day of makeUpDays) {
    if (!isWeekend(day)) faults.push(`${writeDay(day)}是${weekdayName(day)}，不是周末，不需要调休上班，请核对。`);
  }
  for (const day of new Set([from, to, ...makeUpDays])) {
    const isNear = day.startsWith(String(year)) || day >= `${year - 1}-12-01`;
    if (!isNear || day > `${year}-12-31`) faults.push(`${writeDay(day)}不在${year}年的安排之内，请核对年份。`);
  }
  return { holiday: { name, from, to, makeUpDays: makeUpDays.sort() }, faults };
}

/** What does not fit between the holidays of a notice. */
function faultsBetween(holidays: readonly NoticeHoliday[]): NoticeFault[] {
  const faults: NoticeFault[] = [];
  const seen = new Map<PlainDate, string>();
  const put = (day: PlainDate, words: string) => {
    const before = seen.get(day);
    if (before) faults.push({ line: 0, message: `${writeDay(day)}既写在“${before}”，又写在“${words}”，请核对。` });
    seen.set(day, words);
  };
  for (const { name, from, to, makeUpDays } of holidays) {
    for (const day of daysBetween(from, to)) put(day, `${name}放假`);
    for (const day of makeUpDays) put(day, `${name}调休上班`);
  }
  return faults;
}

function findDocumentNumber(lines: readonly string[]): string | undefined {
  const found = /(国办?发明电)[[(〔【](\d{4})[\])〕】](\d{1,3})号/.exec(lines.map(plain).join('\n'));
  return found ? `${found[1]}〔${found[2]}〕${found[3]}号` : undefined;
}

/** The last line that is nothing but a day. */
function findDateLine(lines: readonly string[]): PlainDate | undefined {
  const found = lines.map((line) => /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain(line))).findLast((each) => each);
  const [, year = '', month = '', date = ''] = found ?? [];
  return findPlainDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

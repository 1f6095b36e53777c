import { findPlainDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import { before, matchesOf, textCheck, wholeCheck } from '../detector.ts';

const base = { group: 'date', severity: 'warn', waivable: 'author' } as const;

const western =
  /(?<![\d第-])((?:19|20)\d{2}) ?(?:年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日|([-/.])(\d{1,2})\4(\d{1,2})(?![\d-]|[.]\d))/g;
const numerals = '〇零○一二三四五六七八九';
const chineseDay =
  /([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,4})日/g;

/** The number that is written: 二十一 is 21. */
function countOf(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const digit = (character = '') => '一二三四五六七八九'.indexOf(character) + 1;
  return (written.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones);
}

const yearOf = (written: string): number =>
  Number(
    [...written]
      .map((character) => ('零○'.includes(character) ? 0 : numerals.indexOf(character) - (character === '〇' ? 0 : 2)))
      .join(''),
  );

const dayOf = (year: number, month: number, day: number): PlainDate | undefined =>
  findPlainDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

interface WrittenDay {
  start: number;
  end: number;
  year: number;
  month: number;
  day: number;
}

/** Every day that is written out in a text, whether there is such a day or not. */
function* daysIn(text: string): Generator<WrittenDay> {
  for (const match of matchesOf(western, text)) {
    const [all, year, month, day, , otherMonth, otherDay] = match;
    yield {
      start: match.index,
      end: match.index + all.length,
      year: Number(year),
      month: Number(month ?? otherMonth),
      day: Number(day ?? otherDay),
    };
  }
  for (const match of matchesOf(chineseDay, text)) {
    const [all, year = '', month = '', day = ''] = match;
    yield {
      start: match.index,
      end: match.index + all.length,
      year: yearOf(year),
      month: countOf(month),
      day: countOf(day),
    };
  }
}

export const impossibleDateCheck = textCheck({
  ...base,
  key: 'impossible-date',
  name: '不存在的日期',
  means: '日期写错，使文件的时间、期限无从认定。',
  mend: '对照原件改正。',
  source: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）',
  message: '没有这一天，请核对日期。',
  hint: /\d[-年月/.]|年/,
  *find(piece) {
    for (const { start, end, year, month, day } of daysIn(piece.plain.text)) {
      if (dayOf(year, month, day)) continue;
      // 2026.13.45 may be the number of a version or of an address.
      if (/(?:版本?|V|v|IP|编号|序号|条|[:：]\/\/)[:：]?$/.test(before(piece, start, 4))) continue;
      yield { start, end };
    }
    for (const match of matchesOf(
      /(?<![\d第])(?:1[3-9]|[2-9]\d)月(?:\d{1,2})日|(?<!\d)(?:0?[13578]|1[02])月3[2-9]日|(?<!\d)(?:0?[469]|11)月3[1-9]日|(?<!\d)0?2月3\d日/g,
      piece.plain.text,
    )) {
      // With a year before it, it was looked at above.
      if (/\d{4}年 ?$/.test(before(piece, match.index, 6))) continue;
      yield { start: match.index, end: match.index + match[0].length };
    }
  },
});

const weekdays = '日一二三四五六';

export const weekdayCheck = textCheck({
  ...base,
  key: 'weekday',
  name: '星期与日期不符',
  means: '日期与星期对不上，群众不知道以哪个为准。',
  mend: '对照日历改正日期或星期。',
  source: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）',
  message: '星期与日期不符。',
  hint: /星期|周[一二三四五六日天]|礼拜/,
  *find({ plain }) {
    for (const written of daysIn(plain.text)) {
      const day = dayOf(written.year, written.month, written.day);
      const said = /^ ?[(,、]? ?((?:星期|周|礼拜)([一二三四五六日天]))/.exec(
        plain.text.slice(written.end, written.end + 8),
      );
      if (!day || !said?.[1]) continue;
      const right = weekdays.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
      if (right === said[2]?.replace('天', '日')) continue;
      const start = written.end + said[0].length - said[1].length;
      const suggestion = said[1].slice(0, -1) + right;
      yield {
        start,
        end: start + said[1].length,
        suggestion,
        message: `${written.year}年${written.month}月${written.day}日是${suggestion}，请核对日期或星期。`,
        content: plain.text.slice(written.start, start + said[1].length),
      };
    }
  },
});

/** Years whose numerals are mixed: 二0二六年, 二O二六年, 20二六年; and months or days in the other writing than the year. */
const mixedYear =
  /(?<![\d〇零○OoＯ一二三四五六七八九])(?=[〇零○OoＯ0-9一二三四五六七八九]{4}年)(?=[^年]*[一二三四五六七八九])(?=[^年]*[0-9OoＯ])[〇零○OoＯ0-9一二三四五六七八九]{4}年/g;
const zeroYear =
  /(?<![\d一二三四五六七八九])(二[零○]二[零○一二三四五六七八九]|二[零○][零○一][零○一二三四五六七八九])年(?=[一二三四五六七八九十]{1,3}月)/g;
const mixedMonth =
  /(?<!\d)(?:19|20)\d{2}年(?:[一二三四五六七八九十]{1,3}月(?:\d{1,2}日)?|\d{1,2}月[一二三四五六七八九十]{1,3}日)|[一二][〇零○一二三四五六七八九]{3}年(?:\d{1,2}月(?:\d{1,2}日)?|[一二三四五六七八九十]{1,3}月\d{1,2}日)/g;

const toChinese = (written: string): string =>
  [...written]
    .map((character) =>
      /[零○OoＯ0]/.test(character) ? '〇' : /\d/.test(character) ? numerals.charAt(Number(character) + 2) : character,
    )
    .join('');

export const mixedDateCheck = textCheck({
  ...base,
  key: 'mixed-date',
  name: '日期数字写法混用',
  means: '同一日期里汉字、阿拉伯数字混用，或者“〇”写成“0”“O”“零”。',
  mend: '一键改正；成文日期用阿拉伯数字。',
  source: 'GB/T 15835-2011；GB/T 9704-2012 第7.3.5条',
  message: '日期的数字写法不规范。',
  hint: /年/,
  *find({ plain }) {
    for (const pattern of [mixedYear, zeroYear]) {
      for (const { 0: written, index } of matchesOf(pattern, plain.text)) {
        const suggestion = toChinese(written);
        yield {
          start: index,
          end: index + written.length,
          suggestion,
          message: `年份的数字写法混用，应写作“${suggestion}”；公文的成文日期用阿拉伯数字。`,
        };
      }
    }
    for (const { 0: written, index } of matchesOf(mixedMonth, plain.text)) {
      yield {
        start: index,
        end: index + written.length,
        message: '同一日期里汉字与阿拉伯数字混用，请统一；公文的成文日期用阿拉伯数字。',
      };
    }
  },
});

/** The last line that is nothing but a day: where a document is signed. */
const signed =
  /^ ?(?:\d{4}年 ?\d{1,2}月 ?\d{1,2}日|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,4}日) ?$/;

export const futureDateCheck = wholeCheck({
  ...base,
  key: 'future-date',
  name: '晚于今天的成文日期',
  means: '成文、落款的日期还没有到，多半写错。',
  mend: '核对后改正；确需预先落款的请说明。',
  source: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）',
  *findAll({ pieces, item, surroundings: { today } }) {
    if (item.formedOn > today) {
      yield {
        check: 'future-date',
        message: `成文日期 ${item.formedOn} 晚于今天，请核对。`,
        excerpt: item.formedOn,
        spans: [],
        place: { part: 'field', field: 'formedOn', label: '成文日期' },
        content: item.formedOn,
      };
    }
    const body = pieces.filter(({ place, label }) => place.part === 'body' && label === '');
    const last = body.findLast(({ plain }) => signed.test(plain.text));
    const [written] = last ? daysIn(last.plain.text) : [];
    const day = written && dayOf(written.year, written.month, written.day);
    if (!last || !written || !day || day <= today) return;
    const { start, end } = last.plain.locate(written.start, written.end);
    yield {
      check: 'future-date',
      message: `落款日期 ${day} 晚于今天，请核对。`,
      excerpt: last.plain.text.trim(),
      spans: [{ place: last.place, start, end }],
      place: last.place,
      content: day,
    };
  },
});

export const formedAfterPublishedCheck = wholeCheck({
  ...base,
  key: 'formed-after-published',
  name: '成文日期晚于发布日期',
  means: '先发布后成文，不合情理。',
  mend: '核对两个日期，改正写错的一个。',
  source: '政府信息公开条例第26条（形成之日起算）',
  *findAll({ item: { formedOn, publishedOn } }) {
    if (publishedOn === undefined || formedOn <= publishedOn) return;
    yield {
      check: 'formed-after-published',
      message: `成文日期 ${formedOn} 晚于首次发布日期 ${publishedOn}，请核对。内容有变更的，请填写变更日期。`,
      excerpt: `${formedOn} / ${publishedOn}`,
      spans: [],
      place: { part: 'field', field: 'formedOn', label: '成文日期' },
      content: `${formedOn}/${publishedOn}`,
    };
  },
});

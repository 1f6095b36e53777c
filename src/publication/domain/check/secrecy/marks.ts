import { after, before, Claims, matchesOf, textCheck } from '../detector.ts';
import type { Piece } from '../document.ts';

const level = '(?:绝密|机密|秘密)';
/** 机密★5年, 秘密★1年, 绝密★长期, 机密★2026年12月31日, 秘密★决定公布前, and a level with a star alone. */
const starred = new RegExp(
  `(?<!工作|商业|警务)${level} ?[★☆*✩✮⭐٭]{1,2} ?(?:长期|\\d+ ?(?:年|个月|月|天|日)(?:\\d+月\\d+日)?|[一二三四五六七八九十]+(?:年|个月)|[\\u4e00-\\u9fa5]{2,10}(?:前|后))?|[★☆*]${level}[★☆*]?`,
  'g',
);
const labelled = new RegExp(`(?:密级|秘密等级|保密等级|涉密等级|定密|密 级)[:为是]? ?[(\\[【]?(${level}|内部)`, 'g');
const bracketed = new RegExp(`[【\\[〔(《<]${level}[】\\]〕)》>]`, 'g');
const alone = new RegExp(`^[ \\n]*(${level})(?: ?(?:级|件|文件))?(?: ?\\d+ ?(?:年|个月))?[ \\n]*$`);
const withTerm = new RegExp(`${level} ?(?:长期|\\d{1,2} ?(?:年|个月))(?=$|[\\s)】\\]])`, 'g');
/** 绝密级国家秘密 in a text of law is no mark; nor is a mark somebody explains. */
const explained = /(?:例如|如|标注|标志|标识|标明|字样|分为|格式|形式|样式|写作|应当标|举例)[:为是“"‘(]{0,3}$/;

const isCell = ({ place, label }: Piece): boolean => label !== '' || place.part === 'field';

export const secrecyMarkCheck = textCheck({
  key: 'secrecy-mark',
  name: '密级标志',
  group: 'secrecy',
  severity: 'block',
  waivable: 'nobody',
  means: '带有密级标志的文件是国家秘密载体，不得公开，也不得在本系统中处理。',
  mend: '立即停止，把原件按保密规定处理；已在网上的，24小时内报告保密行政管理部门。确已解密的，用标明解密的文本重新起草。',
  source: '保密法第22条、第31条、第35条；保密法实施条例第21条、第61条；GB/T 9704-2012',
  message: '密级标志。带密级标志的文件不得公开，也不得在本系统中处理：请立即停止，报告保密审查员。',
  hint: /绝密|机密|秘密|密级/,
  *find(piece) {
    const { text } = piece.plain;
    const seen = new Set<number>();
    const isNew = (start: number) => {
      if ([-2, -1, 0, 1, 2].some((away) => seen.has(start + away))) return false;
      seen.add(start);
      return true;
    };
    for (const pattern of [starred, labelled, bracketed, withTerm]) {
      for (const { 0: mark, index } of matchesOf(pattern, text)) {
        if (explained.test(before(piece, index, 8))) continue;
        if (pattern !== starred && /^(?:的|是指|分|与|和|、)/.test(after(piece, index + mark.length, 2))) continue;
        if (pattern === labelled && mark.endsWith('内部')) continue;
        if (isNew(index)) yield { start: index, end: index + mark.length, content: mark };
      }
    }
    const mark = alone.exec(text);
    if (mark?.[1] && !(isCell(piece) && /类型|分类|名称|内容|项目/.test(piece.label))) {
      const start = text.indexOf(mark[1]);
      if (isNew(start)) yield { start, end: start + mark[1].length, content: mark[1] };
    }
  },
});

const internal =
  '(?:内部资料|内部文件|内部材料|内部参考|内部使用|内部掌握|内部传阅|工作秘密|敏感信息|严禁外传|不得外传|禁止外传|请勿外传|不准外传|严禁外泄|不得对外|注意保存|妥善保管|阅后收回|会后收回|阅后即焚|限内部使用|仅供内部(?:使用|参考|掌握|学习)?|仅限内部(?:使用|传阅|掌握)?|未经(?:批准|许可|授权)(?:不得|严禁|禁止)(?:外传|复制|转载|公开|翻印))';
const internalAlone = new RegExp(
  `^[ \\n★☆*【\\[(]*((?:${internal}|妥善保管)(?:[ ,、;!。★☆*]*(?:${internal}|请?注意保密|不得复制|请妥善保管|编号))*)[ \\n★☆*】\\])!。:]*(?:\\d*)$`,
);
const internalBracketed = new RegExp(
  `[【\\[(〔]((?:${internal})(?:[ ,、;!]*(?:${internal}|不得复制|注意保密))*)[】\\])〕]`,
  'g',
);
const internalStarred = new RegExp(`((?:${internal}))[★☆*]|[★☆*]((?:${internal}))`, 'g');
/** Words that are a mark wherever they stand: nobody writes them about something else. */
const plainly =
  /(?:本|此|该)(?:资料|材料|文件|件|表|名单|通知)(?:属于?|为|系|仅)?(?:内部资料|内部文件|工作秘密|供内部|限内部)[\u4e00-\u9fa5]{0,4}|(?:资料|材料|文件|内容|名单|数据|信息|简报|专报|刊物|汇编|纪要),? ?(?:严禁|不得|请勿|禁止|不准)(?:外传|外泄|对外提供|对外公开)/g;

export const internalMarkCheck = textCheck({
  key: 'internal-mark',
  name: '内部资料、工作秘密标志',
  group: 'secrecy',
  severity: 'block',
  waivable: 'secrecy-reviewer',
  means: '标有内部资料、工作秘密、严禁外传、注意保存等字样的，原本不是为公开而作。',
  mend: '先问清原制作单位；可以公开的，由其出具去掉标志的文本；标志写错了的，由保密审查员说明后删去。',
  source: '保密法第64条；保密法实施条例第73条；各地政府信息公开保密审查办法',
  message: '内部资料或工作秘密的标志，不能带着标志公开。请与制作单位核实，由保密审查员确认。',
  hint: /内部|工作秘密|外传|外泄|注意保存|保管|收回|敏感信息|对外|未经/,
  *find(piece) {
    const { text } = piece.plain;
    const claims = new Claims(text.length);
    const mark = internalAlone.exec(text);
    if (mark?.[1]) {
      const start = text.indexOf(mark[1]);
      // 妥善保管 alone is said of goods too.
      if (mark[1] !== '妥善保管' && mark[1] !== '敏感信息') {
        claims.take(start, start + mark[1].length);
        yield { start, end: start + mark[1].length };
      }
    }
    for (const pattern of [internalBracketed, internalStarred, plainly]) {
      for (const match of matchesOf(pattern, text)) {
        const words = match[1] ?? match[2] ?? match[0];
        const start = match.index + match[0].indexOf(words);
        const end = start + words.length;
        if (explained.test(before(piece, match.index, 8))) continue;
        if (claims.take(start, end)) yield { start, end };
      }
    }
  },
});

const draft = '(?:讨论稿|征求意见稿|送审稿|草案|初稿|修改稿|审议稿|审稿|报批稿|代拟稿|内部稿|未定稿|待定稿|汇报稿)';
const drafts = new RegExp(
  `[(〔【\\[]((?:第?[一二三四五六七八九十\\d]+次?)?${draft}(?:[\\d一二三四五六]*)?)[)〕】\\]]|^[ \\n]*(${draft})[ \\n]*$`,
  'g',
);

export const draftMarkCheck = textCheck({
  key: 'draft-mark',
  name: '过程稿标志',
  group: 'secrecy',
  severity: 'warn',
  waivable: 'author',
  means: '讨论稿、送审稿是过程性信息，不是定稿；征求意见的除外。',
  mend: '换成正式印发的定稿；本来就是征求意见的请说明。',
  source: '条例第16条第2款',
  message: '标着过程稿，可能不是定稿。请换成正式印发的文本；本来就是征求意见的请说明。',
  hint: /稿|草案/,
  *find({ plain }, { item, title }) {
    const planned = plain.text.search(/预算|决算|计划/);
    const isPlanned = (at: number) => /预算|决算|计划/.test(title) || (planned >= 0 && planned < at);
    const isAsking = item.kind.includes('consult') || /征求|征集|听证|公开征|意见反馈|采纳/.test(title);
    for (const match of matchesOf(drafts, plain.text)) {
      const words = match[1] ?? match[2] ?? '';
      if (isAsking && /征求意见稿|草案/.test(words)) continue;
      // 预算草案 is what a budget is called before it is approved: (草案) of a budget is its name.
      if (words === '草案' && isPlanned(match.index)) continue;
      const start = match.index + match[0].indexOf(words);
      yield { start, end: start + words.length };
    }
  },
});

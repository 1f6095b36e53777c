import { writeDocumentNumber } from '../../document-number.ts';
import { matchesOf, textCheck } from '../detector.ts';

const open = '[〔﹝\\[(【〈<{「『]';
const close = '[〕﹞\\])】〉>}」』]';
/** 机关代字, a year in any brackets, perhaps 第, a number, perhaps 号. */
const written = new RegExp(
  `([\\u4e00-\\u9fa5A-Za-z]{1,12}) ?(${open}) ?(\\d{4}|\\d{2}) ?(年?)(${close}) ?(第?) ?(\\d{1,5})( ?号)?(?!\\d)`,
  'g',
);
/** 云政办发2026〕12号, 云政办发〔2026 12号: one bracket is missing. */
const halfOpen = new RegExp(
  `([\\u4e00-\\u9fa5]{1,10}[发函字办令规告批报呈请纪通]) ?(\\d{4}) ?${close} ?(第?)(\\d{1,5}) ?号`,
  'g',
);
const halfClosed = new RegExp(
  `([\\u4e00-\\u9fa5]{1,10}[发函字办令规告批报呈请纪通]) ?${open} ?(\\d{4}) ?(第?)(\\d{1,5}) ?号`,
  'g',
);
/** Words before a bracket that belong to no 机关代字. */
const leading =
  /^.*(?:根据|依据|按照|依照|据|按|依|印发|转发|执行|落实|贯彻|废止|以|和|与|及|或|见|文号为?|发文字号|字号|号为|编号为?|的|即|关于|详见|参见|修改|收到|参照|引用)/;
/** What numbers things by years and serials in its own way. */
const otherSeries =
  /(?:公告|通告|令|合同|协议|标|项目|票|期|卷|附件|附表|表|图|第|版|案|民初|民终|行初|行终|刑初|执|许可?证?|证|备|工单|号|单|届|次|学年|年度)$/;

function spell([, organ = '', , year = '', , , , serial = '']: RegExpExecArray): string | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year;
  if (!/^(?:19|20)\d{2}$/.test(fullYear) || Number(serial) === 0) return undefined;
  return writeDocumentNumber({ organ, year: Number(fullYear), serial: Number(serial) });
}

export const documentNumberCheck = textCheck({
  key: 'document-number',
  name: '发文字号写法',
  group: 'wording',
  severity: 'warn',
  waivable: 'author',
  means: '发文字号写法不规范，公众检索不到。',
  mend: '一键改为规范写法：六角括号、四位年份、不写“第”、序号前不补 0。',
  source: 'GB/T 9704-2012 第7.2.5条',
  message: '发文字号写法不规范。',
  hint: /\d ?[〕﹞\])】〉>}」』]|[〔﹝[(【]\d{4}/,
  *find(piece) {
    const { text } = piece.plain;
    for (const match of matchesOf(written, text)) {
      const [
        all,
        words = '',
        opened = '',
        year = '',
        yearWord = '',
        closed = '',
        ordinal = '',
        serial = '',
        suffix = '',
      ] = match;
      const organ = words.replace(leading, '');
      if (organ === '' || otherSeries.test(organ)) continue;
      const isOrgan = /[发函字办规批报呈请纪通监罚许审税财人社农林水民教卫建交环]$/.test(organ);
      // Without 号 it is a document only where the letters before it say so.
      if (
        suffix === '' &&
        (!isOrgan ||
          opened === '(' ||
          year.length === 2 ||
          /^(?:年|月|期|次|个|[-.、])/.test(text.slice(match.index + all.length)))
      )
        continue;
      if (year.length === 2 && !isOrgan) continue;
      // 云市监罚字〔2026〕第012号: decisions of enforcement are numbered by rules of their own.
      const isDecision = /字$/.test(organ);
      const isRight =
        opened === '〔' &&
        closed === '〕' &&
        year.length === 4 &&
        yearWord === '' &&
        suffix.trim() === '号' &&
        (isDecision || (ordinal === '' && !serial.startsWith('0'))) &&
        !/ /.test(all);
      if (isRight) continue;
      const suggestion = spell(match)?.slice(words.length - organ.length);
      if (suggestion === undefined) continue;
      const start = match.index + words.length - organ.length;
      yield { start, end: match.index + all.length, suggestion, message: `发文字号应写作“${suggestion}”。` };
    }
    for (const pattern of [halfOpen, halfClosed]) {
      for (const { 0: all, 1: words = '', 2: year = '', 4: serial = '', index } of matchesOf(pattern, text)) {
        const organ = words.replace(leading, '');
        if (organ === '' || !/^(?:19|20)/.test(year)) continue;
        const suggestion = writeDocumentNumber({ organ, year: Number(year), serial: Number(serial) });
        const start = index + words.length - organ.length;
        yield { start, end: index + all.length, suggestion, message: `发文字号少了半边括号，应写作“${suggestion}”。` };
      }
    }
  },
});

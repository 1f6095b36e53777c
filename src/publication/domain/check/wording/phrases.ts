import { matchesOf, textCheck } from '../detector.ts';

interface Phrase {
  /** With the flag g. */
  wrong: RegExp;
  right(matched: string): string;
  because: string;
}

/** 固定提法 that are often written incompletely. Names of persons are no matter of the program: such come by import. */
const phrases: readonly Phrase[] = [
  {
    wrong: /党(?=(?:十[一二三四五六七八九]|二十[一二]?)大(?!道|街|厦|队|学|型))/g,
    right: () => '党的',
    because: '代表大会的简称应写“党的×大”',
  },
  {
    wrong: /(?:十[一二三四五六七八九]|二十)届[一二三四五六七八九]中全合/g,
    right: (matched) => matched.replace('全合', '全会'),
    because: '应为“全会”',
  },
  {
    wrong: /中国特色的社会主义/g,
    right: () => '中国特色社会主义',
    because: '固定提法没有“的”',
  },
  { wrong: /全国人大代表大会/g, right: () => '全国人民代表大会', because: '全称不写“人大代表大会”' },
  { wrong: /人民代表大会常委会议/g, right: () => '人民代表大会常务委员会会议', because: '全称应写“常务委员会会议”' },
  { wrong: /中共中央国务院/g, right: () => '中共中央、国务院', because: '两个机关之间用顿号' },
  { wrong: /党中央国务院/g, right: () => '党中央、国务院', because: '两个机关之间用顿号' },
  { wrong: /县委县政府/g, right: () => '县委、县政府', because: '两个机关之间用顿号' },
  { wrong: /镇党委镇?政府(?=[\u4e00-\u9fa5，。])/g, right: () => '镇党委、政府', because: '两个机关之间用顿号' },
  {
    wrong: /政府信息公开条列/g,
    right: () => '政府信息公开条例',
    because: '应为“条例”',
  },
  { wrong: /“三农问题”/g, right: () => '“三农”问题', because: '引号只引“三农”' },
  { wrong: /两个百年奋斗目标/g, right: () => '“两个一百年”奋斗目标', because: '固定提法是“两个一百年”' },
  { wrong: /五位一体的总体布局/g, right: () => '“五位一体”总体布局', because: '固定提法没有“的”' },
  { wrong: /四个全面的战略布局/g, right: () => '“四个全面”战略布局', because: '固定提法没有“的”' },
];

export const phraseCheck = textCheck({
  key: 'fixed-phrase',
  name: '固定提法',
  group: 'wording',
  severity: 'warn',
  waivable: 'author',
  means: '固定提法写得不完整、不规范，属政治性表述错误。',
  mend: '一键改为规范写法。',
  source: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）',
  message: '固定提法不规范。',
  hint: /./,
  *find({ plain }) {
    for (const { wrong, right, because } of phrases) {
      for (const { 0: matched, index } of matchesOf(wrong, plain.text)) {
        const suggestion = right(matched);
        yield {
          start: index,
          end: index + matched.length,
          suggestion,
          message: `${because}，请改为“${suggestion}”。`,
          content: plain.text.slice(index, index + matched.length + 4),
        };
      }
    }
  },
});

/**
 * - `count`: things counted (件, 条, 人次 …).
 * - `money`: an amount, valued in 元.
 * - `share`: a percentage, valued in percent.
 * - `points`: percentage points.
 * - `times`: a multiple (倍).
 * - `duration`: hours, working days, months.
 */
export type QuantityKind = 'count' | 'money' | 'share' | 'points' | 'times' | 'duration';

export interface Unit {
  text: string;
  kind: QuantityKind;
  /** What one unit is worth: 10000 for 万元. */
  scale: number;
}

const counts =
  '人次 件次 户次 场次 批次 起 件 条 份 次 篇 个 人 名 位 场 期 部 项 例 宗 册 本 张 块 处 户 家 页 幅 版 种 类 台 套 辆 面 座 所 间 支 轮 遍 亩 吨 票 笔 封 首 集 档 则 单 通 枚 组 队 字 步 桩';

const money: readonly (readonly [string, number])[] = [
  ['亿元', 100_000_000],
  ['万元', 10_000],
  ['千元', 1_000],
  ['元', 1],
];

const durations = '个工作日 工作日 个小时 小时 分钟 个月 天 周岁 周年 岁';

const units = new Map<string, Unit>();
for (const text of durations.split(' ')) units.set(text, { text, kind: 'duration', scale: 1 });
for (const text of counts.split(' ')) units.set(text, { text, kind: 'count', scale: 1 });
for (const [text, scale] of money) units.set(text, { text, kind: 'money', scale });
units.set('%', { text: '%', kind: 'share', scale: 1 });
units.set('‰', { text: '‰', kind: 'share', scale: 0.1 });
units.set('个百分点', { text: '个百分点', kind: 'points', scale: 1 });
units.set('百分点', { text: '百分点', kind: 'points', scale: 1 });
units.set('倍', { text: '倍', kind: 'times', scale: 1 });

const longest = Math.max(...[...units.keys()].map((text) => text.length));

/** Characters after which what looks like a unit is part of a longer word: 部分, 条例, 名称. */
const longerWords: Record<string, RegExp> = {
  条: /^条(?:例|款|规|文)/,
  名: /^名(?:称|录|单|镇)/,
  部: /^部(?:分|门|委|署)/,
  场: /^场(?:所|镇|景)/,
  人: /^人(?:民|大(?!次))/,
  项: /^项目(?:库|部)/,
  位: /^位(?:居|列|于)/,
  面: /^面(?:向|对|积)/,
  单: /^单位/,
  类: /^类似/,
  组: /^组(?:织|成|长)/,
  所: /^所(?:有|属|在)/,
  期: /^期(?:间|限)/,
  版: /^版(?:面|块|本)/,
  通: /^通(?:过|知|报)/,
  支: /^支(?:持|部)/,
  次: /^次(?:性|年)/,
  处: /^处(?:理|置|罚|长|室)/,
  本: /^本(?:级|年|次|镇|乡|单)/,
  首: /^首(?:次|页)/,
  步: /^步(?:骤|行)/,
  字: /^字(?:样|号)/,
};

/**
 * The unit that begins at a place in a folded text, the longest that fits, or undefined.
 *
 * @example '部分组成' at 0 → undefined; '个百分点' at 0 → 个百分点; '万元' at 0 → 万元 worth 10000
 */
export function findUnit(text: string, at: number): Unit | undefined {
  for (let length = longest; length > 0; length--) {
    const unit = units.get(text.slice(at, at + length));
    if (!unit) continue;
    const longer = longerWords[unit.text];
    if (longer?.test(text.slice(at, at + 4))) return undefined;
    return unit;
  }
  return undefined;
}

import type { Disclosure, Exemption } from './item.ts';
import type { FieldRemark } from './kinds/kind.ts';

/** A ground on which something is not disclosed by itself. */
interface Ground {
  name: string;
  /** As a sentence cites it, e.g. 条例第十四条. */
  article: string;
  disclosure: 'withheld' | 'on-request';
  /** Which of several it is; one has to be named. */
  parts?: Readonly<Record<string, string>>;
  /** The organ may, but need not: it has to say why it does (D-16). */
  discretionary?: true;
  /** What the reason has to name, for the form and for the sentence when it is missing. */
  asks: string;
}

/**
 * Every ground there is (条例 art. 13 to 16). 不予公开 rests on art. 14, 15 or 16 and on nothing else; 依申请公开 on
 * art. 13 paragraph 2: what art. 19 to 21 do not ask to be published.
 */
export const grounds = {
  '14-state-secret': {
    name: '依法确定为国家秘密',
    article: '条例第十四条',
    disclosure: 'withheld',
    asks: '定密依据（文件或者保密事项范围条款），不写涉密内容',
  },
  '14-law-forbids': {
    name: '法律、行政法规禁止公开',
    article: '条例第十四条',
    disclosure: 'withheld',
    asks: '禁止公开的法律、行政法规名称和条款',
  },
  '14-security': {
    name: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    article: '条例第十四条',
    disclosure: 'withheld',
    parts: { state: '国家安全', public: '公共安全', economic: '经济安全', stability: '社会稳定' },
    asks: '可能造成的具体危害',
  },
  '15-third-party': {
    name: '公开会对第三方合法权益造成损害',
    article: '条例第十五条',
    disclosure: 'withheld',
    parts: { business: '商业秘密', privacy: '个人隐私', other: '其他合法权益' },
    asks: '涉及的权益、第三方是否同意公开，以及不公开是否会对公共利益造成重大影响',
  },
  '16-internal': {
    name: '内部事务信息',
    article: '条例第十六条第一款',
    disclosure: 'withheld',
    parts: { personnel: '人事管理', logistics: '后勤管理', procedure: '内部工作流程' },
    discretionary: true,
    asks: '决定不公开的理由（该条是“可以不予公开”）',
  },
  '16-process': {
    name: '过程性信息',
    article: '条例第十六条第二款',
    disclosure: 'withheld',
    parts: { minutes: '讨论记录', draft: '过程稿', letters: '磋商信函', reports: '请示报告' },
    discretionary: true,
    asks: '决定不公开的理由（该款是“可以不予公开”）',
  },
  '16-enforcement-file': {
    name: '行政执法案卷信息',
    article: '条例第十六条第二款',
    disclosure: 'withheld',
    discretionary: true,
    asks: '决定不公开的理由，并确认没有法律、法规、规章规定应当公开',
  },
  '13-on-request': {
    name: '不属于主动公开范围，可以依申请公开',
    article: '条例第十三条第二款',
    disclosure: 'on-request',
    asks: '不涉及公众利益调整、不需要公众广泛知晓或者参与决策的理由',
  },
} as const satisfies Record<string, Ground>;
export type GroundKey = keyof typeof grounds;

/** Every ground, in the order of the articles. */
export const groundKeys = Object.keys(grounds) as [GroundKey, ...GroundKey[]];

/** Whether a text is the key of a ground. */
export const isGround = (text: string): text is GroundKey => Object.hasOwn(grounds, text);

/** What is known of a ground. */
export const groundOf = (key: GroundKey): Ground => grounds[key];

/** The grounds of a 公开属性; none for 主动公开. */
export const groundsFor = (disclosure: Disclosure): GroundKey[] =>
  groundKeys.filter((key) => groundOf(key).disclosure === disclosure);

/** Items of art. 20 that are named; the fifteenth only refers to other rules. */
const namedItems = 14;

/**
 * What is wrong with the 公开属性 of an item (条例 art. 13 to 16, 19, 20; 国办发〔2016〕80号: 依申请公开 and 不予公开 with
 * their reasons).
 *
 * @example checkDisclosure({ disclosure: 'withheld' }) // refused: only art. 14, 15, 16 are grounds
 * @example checkDisclosure({ disclosure: 'on-request', article20: 7, … }) // refused: 预算 is to be published
 */
export function checkDisclosure({
  disclosure,
  exemption,
  article20,
}: {
  disclosure: Disclosure;
  exemption?: Exemption | undefined;
  article20?: number | undefined;
}): FieldRemark[] {
  if (disclosure === 'proactive') {
    return exemption ? [{ field: 'exemption', message: '主动公开的信息不需要不公开的理由，请删去。' }] : [];
  }
  if (disclosure === 'on-request' && article20 !== undefined && article20 <= namedItems) {
    return [
      {
        field: 'disclosure',
        message: `这类信息属于条例第二十条第${ordinal(article20)}项应当主动公开的内容，不能定为依申请公开。确有不公开情形的，请选“不予公开”并写明依据第十四条、第十五条或者第十六条的哪一项。`,
      },
    ];
  }
  const ground = exemption && isGround(exemption.ground) ? groundOf(exemption.ground) : undefined;
  if (!exemption || !ground || ground.disclosure !== disclosure) return [missingGround(disclosure)];
  if (ground.parts && !Object.hasOwn(ground.parts, exemption.part ?? '')) {
    const parts = Object.values(ground.parts).join('、');
    return [{ field: 'exemption.part', message: `请选择属于哪一种：${parts}（${ground.article}）。` }];
  }
  return [...exemption.reason.trim()].length < 5
    ? [{ field: 'exemption.reason', message: `请写明${ground.asks}（${ground.article}）。` }]
    : [];
}

const missingGround = (disclosure: 'withheld' | 'on-request'): FieldRemark => ({
  field: 'exemption.ground',
  message:
    disclosure === 'withheld'
      ? '不予公开只能依据条例第十四条、第十五条、第十六条，请选择其中一项；没有这些情形的，应当公开（条例第十三条）。拿不准的，可以报请确定（条例第十七条）。'
      : '请选择依申请公开的依据（条例第十三条）。',
});

/** 第一 … 第十五 without 第. */
export function ordinal(number: number): string {
  const digits = [...'零一二三四五六七八九'];
  if (number < 10) return digits[number] ?? '';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

/**
 * A ground as it is told, with its article.
 *
 * @example describeExemption({ ground: '16-process', part: 'draft', reason: '…' }) // '过程性信息（过程稿），条例第十六条第二款：…'
 */
export function describeExemption({ ground, part, reason }: Exemption): string {
  if (!isGround(ground)) return reason;
  const { name, article, parts } = groundOf(ground);
  const which = part === undefined ? '' : `（${parts?.[part] ?? part}）`;
  return `${name}${which}，${article}：${reason}`;
}

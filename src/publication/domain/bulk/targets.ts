import type { Kind } from '../kinds/kind.ts';

/** What a column of a file can fill: a field of the kind, or something every item has. */
export interface BulkTarget {
  /** `fields.<key>`, or `title`, `summary`, `documentNumber`, `formedOn`, `expiresOn`. */
  key: string;
  label: string;
  required: boolean;
  /** Other headings it is known by, e.g. those of the 双公示 tables. */
  aliases: readonly string[];
}

/** Other headings of fields, by their key: those of the 行政许可和行政处罚 “双公示” tables and of common programs. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  documentNumber: [
    '行政许可决定文书号',
    '行政许可决定书文号',
    '行政处罚决定书文号',
    '行政处罚决定文书号',
    '行政强制决定书文号',
    '决定书文号',
    '文书号',
    '文号',
    '案号',
  ],
  formedOn: ['许可决定日期', '处罚决定日期', '强制决定日期', '作出决定日期', '决定日期', '许可日期', '处罚日期'],
  expiresOn: ['公示截止期', '公示截止日期', '公示期限', '公示至'],
  partyKind: ['相对人类别', '当事人类别', '行政相对人类型'],
  partyName: ['行政相对人', '相对人名称', '当事人', '当事人名称', '被处罚人', '申请人', '企业名称', '单位名称', '名称'],
  partyCode: ['行政相对人代码', '行政相对人代码1', '行政相对人代码统一社会信用代码', '信用代码', '社会信用代码'],
  partyHead: ['法定代表人', '法人代表', '负责人', '法定代表人姓名'],
  licenceKind: ['许可类型'],
  content: ['许可事项', '许可事项内容', '项目名称'],
  certificateName: ['证书名称'],
  certificateNumber: ['许可证编号', '许可证号', '证书编号'],
  licensedFrom: ['有效期起', '有效期开始', '许可有效期自', '有效期开始日期'],
  licensedUntil: ['有效期止', '有效期截止', '许可有效期至', '许可截止期', '有效期截止日期'],
  facts: ['违法行为', '违法行为类型', '案由', '事实'],
  basis: ['处罚依据', '强制依据', '法律依据', '依据'],
  penaltyKind: ['处罚类别', '处罚类别1', '处罚类型'],
  result: ['处罚结果', '处罚决定'],
  fine: ['罚款', '罚款数额'],
  confiscated: ['没收违法所得没收非法财物的金额', '没收违法所得'],
  measure: ['强制类别', '强制措施', '强制种类'],
};

/** What columns of a file can fill for a kind, in the order of its form. */
export function targetsOf(kind: Kind): BulkTarget[] {
  const target = (key: string, label: string, required: boolean): BulkTarget => ({
    key,
    label,
    required,
    aliases: aliases[key.replace('fields.', '')] ?? [],
  });
  return [
    ...(kind.documentNumber ? [target('documentNumber', kind.documentNumber.label, kind.documentNumber.required)] : []),
    target('formedOn', kind.formedLabel ?? '形成日期', true),
    ...kind.fields.map((field) => target(`fields.${field.key}`, field.label, field.required === true)),
    ...(kind.expiry ? [target('expiresOn', '公示截止期', kind.expiry === 'required')] : []),
    target('title', '标题', false),
    target('summary', '内容概述', false),
  ];
}

/**
 * Columns that are never read, because nothing in them may be published: identity numbers, telephones, homes, accounts.
 * Their contents are not even kept.
 */
export const isPrivateHeading = (heading: string): boolean =>
  /身份证|公民身份|证件号|证照号码.*自然人|手机|电话|联系方式|住址|家庭地址|银行|账号|开户|出生|代码.*自然人/.test(
    heading,
  );

/** Which column fills which target: the index of the column, from 0, by the key of the target. */
export type Matching = Readonly<Record<string, number>>;

/**
 * Matches the headings of a file with what they can fill: the label or another known heading to the letter first, then a
 * heading that contains the label. No column fills two targets.
 *
 * @example matchColumns(['序号', '行政相对人名称', '许可决定日期'], targetsOf(kinds.licence))
 * // { 'fields.partyName': 1, formedOn: 2 }
 */
export function matchColumns(headings: readonly string[], targets: readonly BulkTarget[]): Matching {
  const plain = headings.map(plainHeading);
  const matched = new Map<string, number>();
  const taken = new Set<number>(headings.flatMap((heading, index) => (isPrivateHeading(heading) ? [index] : [])));
  const assign = (find: (heading: string, names: readonly string[]) => boolean): void => {
    for (const { key, label, aliases: others } of targets) {
      if (matched.has(key)) continue;
      const names = [label, ...others].map(plainHeading);
      const index = plain.findIndex((heading, at) => heading !== '' && !taken.has(at) && find(heading, names));
      if (index < 0) continue;
      matched.set(key, index);
      taken.add(index);
    }
  };
  assign((heading, [label]) => heading === label);
  assign((heading, names) => names.includes(heading));
  assign((heading, [label = '']) => label.length > 2 && heading.includes(label));
  return Object.fromEntries(matched);
}

/** A heading without blanks, brackets with what stands in them, marks and lines. */
const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*_:：、,，.。"“”/\\-]/g, '');

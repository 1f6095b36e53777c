/**
 * How serious a finding is.
 *
 * - `block`: must not go out; mended, or judged by who may.
 * - `warn`: mended, or judged with a reason.
 * - `info`: told, nothing is asked for.
 */
export type Severity = 'block' | 'warn' | 'info';

/** Who may say of a finding that it may stay, with a reason. */
export type Waiver = 'author' | 'secrecy-reviewer' | 'nobody';

/** What a check looks for. */
export const checkGroups = {
  secrecy: '涉密与内部标志',
  personal: '个人信息',
  wording: '文字表述',
  date: '日期',
  completeness: '要素齐全',
  link: '链接与图片',
  attachment: '附件',
  duplicate: '重复',
} as const;
export type CheckGroup = keyof typeof checkGroups;

/** A check as people read of it. */
export interface CheckDeclaration {
  /** Kebab-case, stable. */
  key: string;
  name: string;
  group: CheckGroup;
  severity: Severity;
  waivable: Waiver;
  /** Why it matters, in one Chinese sentence. */
  means: string;
  /** What to do about it, in one Chinese sentence. */
  mend: string;
  /** The rule it rests on. */
  source: string;
}

/** Where in an item something stands; offsets are UTF-16 units of the text of that place. */
export type Place =
  | { part: 'title' | 'summary' }
  | { part: 'field'; field: string; label: string }
  /**
   * `block`: index among the blocks of the body that hold text; the whole body without it. `where` in words, as somebody
   * finds it who counts: 正文第3段, without the cells of tables; 表格第2行第4列, 表2第2行第4列 where there are several.
   */
  | { part: 'body'; block?: number; where?: string }
  /** `piece` in words: 正文第3段, 工作表“名单”B7. `hidden`: nobody sees it who opens the file as usual. */
  | { part: 'attachment'; attachmentId: string; name: string; piece: string; hidden: boolean }
  | { part: 'item' };

/** A stretch of the text of a place. */
export interface Span {
  place: Place;
  start: number;
  end: number;
  /** What it is replaced by when it is mended by one click. */
  replacement?: string;
}

/** Something a check found. */
export interface Hit {
  check: string;
  /** Differs from the one of the check where the case does. */
  severity?: Severity;
  waivable?: Waiver;
  /** What it is and what to do, in Chinese, without personal data. */
  message: string;
  /** The words around it, personal data masked. */
  excerpt: string;
  /** The first is where it is shown; all are replaced by one click. Empty for what concerns the whole. */
  spans: readonly Span[];
  /** Where it is shown when it has no spans. */
  place: Place;
  /** What makes it the same finding when the checks run again: a judgement hangs on it. */
  content: string;
  /** The corrected spelling. */
  suggestion?: string;
  links?: readonly { label: string; href: string }[];
  passages?: readonly SharedPassage[];
}

/** The same words in this text and in another. */
export interface SharedPassage {
  here: { start: number; end: number };
  there: { start: number; end: number };
  text: string;
}

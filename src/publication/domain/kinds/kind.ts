import type { ColumnKey } from '../../../catalogue/domain/columns.ts';
import type { TimeLimit } from '../../../catalogue/domain/time-limit.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { FieldValue, RelationKind } from '../item.ts';

/** What a field holds: `money` is a whole number of 分, `day` a `YYYY-MM-DD`, `choice` the key of a choice. */
export type FieldType = 'text' | 'long-text' | 'day' | 'money' | 'number' | 'choice' | 'lines' | 'yes-no';

/** A field that a kind of item has beside title, text and attachments. */
export interface FieldDeclaration {
  /** camelCase; as `ItemText.fields` has it. */
  key: string;
  label: string;
  type: FieldType;
  /** Without it the item does not leave the draft. */
  required?: true;
  /** Of a choice: what each key is called. */
  choices?: Readonly<Record<string, string>>;
  /** One sentence below the field. */
  help?: string;
  /** Most characters of a text, or of each line; 200 for `text` and `lines`, 5000 for `long-text`. */
  maximum?: number;
  /** Asked for only when a choice or a yes-no has one of these values. */
  when?: { field: string; is: readonly FieldValue[] };
  /** What is wrong with a value of the right type, as a sentence. */
  check?(value: FieldValue): FieldFault | undefined;
}

/** What is wrong with a field, and how it could be written instead. */
export interface FieldFault {
  message: string;
  /** What the person may take over with one click. */
  suggestion?: string;
}

/** The same with its place: `fields.<key>` or a field of the item, such as `documentNumber`. */
export interface FieldRemark extends FieldFault {
  field: string;
}

/** Everything of an item that its kind looks at. */
export interface KindContent {
  title: string;
  bodyText: string;
  formedOn: PlainDate;
  documentNumber?: string | undefined;
  expiresOn?: PlainDate | undefined;
  fields: Readonly<Record<string, FieldValue>>;
  attachments: readonly unknown[];
}

/** What can be set and what the checks of kinds go by. */
export interface KindRules {
  /** Calendar days for which opinions have to be asked for. */
  consultationDays: number;
}

/** An item that has to be named before this one may be published. */
export interface RelationNeed {
  relation: RelationKind;
  /** Of which kind the other is; any when absent. */
  toKinds?: readonly string[];
  /** The sentence when it is missing, with the rule. */
  message: string;
}

/** A kind of item: what it is asked for, how long there is, what is not said of people. */
export interface Kind {
  name: string;
  /** Under which heading it stands where one is chosen. */
  group: KindGroup;
  /** For somebody who does this twice a year. */
  help: string;
  /** The item of 条例 art. 20, 1 to 15. */
  article20?: number;
  /** Where on the platform it stands unless somebody chooses another column. */
  column: ColumnKey;
  fields: readonly FieldDeclaration[];
  /** 公开时限, with the rule. */
  limit: { rule: TimeLimit; source: string };
  /** What 成文日期 is called here, e.g. 决定日期. */
  formedLabel?: string;
  /** 发文字号; absent when the kind has none. `official`: as 党政机关公文格式 demands. */
  documentNumber?: { label: string; required: boolean; form: 'official' | 'free' };
  /** Whether there has to be a text; where there is none the fields say it all. */
  body: 'required' | 'optional';
  /**
   * - `party`: names one person or firm; of a natural person only the surname.
   * - `list`: names people because it exists to name them; goes down or loses the names after its last day.
   * - `none`: names nobody but those in office.
   */
  personalData: 'none' | 'party' | 'list';
  needs?: readonly RelationNeed[];
  /** What it may say of other items beside that. */
  relations?: readonly RelationKind[];
  /** 有效性 is kept. */
  validity?: true;
  /** Whether it has a last day. */
  expiry?: 'required' | 'optional';
  /** Goes to the 主要领导 unless somebody decides otherwise. */
  important?: true;
  /** Entered from a spreadsheet too. */
  bulk?: true;
  /** What is wrong with several fields together. */
  check?(content: KindContent, rules: KindRules): FieldRemark[];
}

/** The headings of the list from which a kind is chosen. */
export const kindGroups = {
  documents: '政策文件',
  decisions: '行政执法决定',
  finance: '财政和项目',
  people: '公示和招考',
  emergencies: '应急管理',
  organ: '机构信息',
  interaction: '征集和回应',
  other: '其他',
} as const;
export type KindGroup = keyof typeof kindGroups;

export const limits = {
  usual: {
    rule: { kind: 'working-days', days: 20, trigger: 'formation' },
    source: '《中华人民共和国政府信息公开条例》第二十六条',
  },
  onChange: {
    rule: { kind: 'on-change', days: 20 },
    source: '《中华人民共和国政府信息公开条例》第二十六条',
  },
  atOnce: { rule: { kind: 'any-time' }, source: '应当及时公开' },
} as const satisfies Record<string, Kind['limit']>;

/** A field of the usual sort, required. */
export const needed = (
  key: string,
  label: string,
  type: FieldType,
  more: Omit<FieldDeclaration, 'key' | 'label' | 'type'> = {},
): FieldDeclaration => ({ key, label, type, required: true, ...more });

/** A field that may stay empty. */
export const optional = (
  key: string,
  label: string,
  type: FieldType,
  more: Omit<FieldDeclaration, 'key' | 'label' | 'type'> = {},
): FieldDeclaration => ({ key, label, type, ...more });

/** What stands in a field, when it is a text that is not blank. */
export function textIn(fields: KindContent['fields'], key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A day that comes before another one, as a remark at the later. */
export function inOrder(
  fields: KindContent['fields'],
  first: { key: string; label: string },
  then: { key: string; label: string },
): FieldRemark[] {
  const [from, to] = [textIn(fields, first.key), textIn(fields, then.key)];
  return from !== undefined && to !== undefined && to < from
    ? [{ field: `fields.${then.key}`, message: `${then.label}不能早于${first.label}，请核对。` }]
    : [];
}

import { findPlainDate } from '../../../kernel/plain-date.ts';
import { checkDocumentNumber } from '../document-number.ts';
import type { FieldValue } from '../item.ts';
import type { FieldDeclaration, FieldFault, FieldRemark, Kind, KindContent, KindRules } from './kind.ts';

/** What counts until somebody sets something else. */
export const standardRules: KindRules = { consultationDays: 30 };

/**
 * Everything that is wrong with an item by its kind: fields that are missing or not of their type, what the kind itself
 * demands, the 发文字号, the text, the last day.
 *
 * @example checkKind(kinds.news, { …, fields: {} }) // [{ field: 'fields.source', message: '请填写信息来源。' }]
 */
export function checkKind(kind: Kind, content: KindContent, rules: KindRules = standardRules): FieldRemark[] {
  return [
    ...checkFields(kind, content.fields),
    ...checkNumber(kind, content.documentNumber),
    ...(kind.body === 'required' && content.bodyText.trim() === '' && content.attachments.length === 0
      ? [{ field: 'bodyHtml', message: '正文是空的，请填写正文或者附上文件。' }]
      : []),
    ...(kind.expiry === 'required' && content.expiresOn === undefined
      ? [{ field: 'expiresOn', message: `请填写${kind.name}的截止日；期满后系统自动撤下或者隐去姓名和号码。` }]
      : []),
    ...(kind.expiry === undefined && content.expiresOn !== undefined
      ? [{ field: 'expiresOn', message: `${kind.name}没有公示截止日，请留空。` }]
      : []),
    ...(kind.check?.(content, rules) ?? []),
  ];
}

/** What is missing or not of its type among the fields of a kind; also what the kind does not have. */
export function checkFields(kind: Kind, fields: KindContent['fields']): FieldRemark[] {
  const known = new Set(kind.fields.map(({ key }) => key));
  const strange = Object.keys(fields)
    .filter((key) => !known.has(key))
    .map((key) => ({ field: `fields.${key}`, message: `${kind.name}没有这一栏，请刷新页面后重新填写。` }));
  return [...strange, ...kind.fields.flatMap((field) => checkField(field, fields))];
}

/** Whether a field is asked for, by what stands in the others. */
export const isAsked = ({ when }: FieldDeclaration, fields: KindContent['fields']): boolean =>
  when === undefined || when.is.includes(fields[when.field] ?? '');

/** Whether nothing stands in a field; 0 and 否 are something. */
const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((line) => String(line).trim() === ''));

function checkField(field: FieldDeclaration, fields: KindContent['fields']): FieldRemark[] {
  if (!isAsked(field, fields)) return [];
  const value = fields[field.key];
  const place = `fields.${field.key}`;
  if (value === undefined || isBlank(value)) {
    return field.required
      ? [{ field: place, message: `请${field.type === 'choice' ? '选择' : '填写'}${field.label}。` }]
      : [];
  }
  const fault = checkType(field, value) ?? field.check?.(value);
  return fault ? [{ field: place, ...fault }] : [];
}

/** What a value has to be, by the type of its field. */
function checkType(field: FieldDeclaration, value: FieldValue): FieldFault | undefined {
  const { label, type } = field;
  const wrong = (message: string): FieldFault => ({ message });
  switch (type) {
    case 'day':
      return typeof value === 'string' && findPlainDate(value)
        ? undefined
        : wrong(`${label}应为日期，写成 2026-01-31 的样子。`);
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? undefined
        : wrong(`${label}应为金额，最多两位小数，不能小于零。`);
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? undefined
        : wrong(`${label}应为整数，不能小于零。`);
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.choices ?? {}, value)
        ? undefined
        : wrong(`请从列表中选择${label}。`);
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : wrong(`${label}应为是或者否。`);
    case 'lines':
      return Array.isArray(value) && value.every((line) => typeof line === 'string')
        ? tooLong(label, value as readonly string[], field.maximum ?? 200)
        : wrong(`${label}应为文字，一行一项。`);
    default:
      return typeof value === 'string'
        ? tooLong(label, [value], field.maximum ?? (type === 'long-text' ? 5_000 : 200))
        : wrong(`${label}应为文字。`);
  }
}

function tooLong(label: string, texts: readonly string[], maximum: number): FieldFault | undefined {
  const longest = Math.max(0, ...texts.map((text) => [...text].length));
  return longest > maximum ? { message: `${label}不能超过 ${maximum} 个字，现有 ${longest} 个字。` } : undefined;
}

function checkNumber({ name, documentNumber: rule }: Kind, written: string | undefined): FieldRemark[] {
  const field = 'documentNumber';
  if (written === undefined || written.trim() === '') {
    return rule?.required ? [{ field, message: `请填写${rule.label}。` }] : [];
  }
  if (!rule) return [{ field, message: `${name}没有文号，请留空。` }];
  if ([...written].length > 100) return [{ field, message: `${rule.label}不能超过 100 个字。` }];
  const fault = rule.form === 'official' ? checkDocumentNumber(written) : undefined;
  return fault ? [{ field, ...fault }] : [];
}

import { kindOf } from '../../../publication/domain/kinds/index.ts';
import type { FieldDeclaration } from '../../../publication/domain/kinds/kind.ts';
import type { DraftSent, ItemDetail } from '../../api/shapes.ts';
import { sentClearances, type WrittenClearances, writtenClearances } from './clearances.ts';

/** The value of a field of a kind as a form holds it. */
type WrittenValue = string | boolean | undefined;

/** A relation as it is written: to an item of the system, or to a document by its name. */
export interface WrittenRelation {
  kind: NonNullable<DraftSent['relations']>[number]['kind'];
  toItemId?: string;
  toDocument?: string;
  /** What the other is called, for the form. */
  label?: string;
}

/** A draft as the form holds it; names are those of the API, so that remarks find their field. */
export interface DraftForm {
  title: string;
  summary: string;
  changeNote: string;
  kind: string;
  formedOn: string;
  documentNumber: string;
  columnKey: string;
  fieldKey?: string;
  /** The line of the catalogue it is for. */
  catalogueItemId?: string | undefined;
  important: boolean;
  expiresOn: string;
  expiryAct: 'withdraw' | 'de-identify';
  disclosure: NonNullable<DraftSent['disclosure']>;
  exemption: { ground?: string; part?: string; reason: string };
  origin: {
    kind: NonNullable<DraftSent['origin']>['kind'];
    source: string;
    leadOrganId?: string;
    otherOrgans: string;
    disclosedBy: 'maker' | 'us';
  };
  fields: Record<string, WrittenValue>;
  relations: WrittenRelation[];
  clearances: WrittenClearances;
}

/** An item as a form shows it. */
export function formOf(item: ItemDetail): DraftForm {
  const { text } = item;
  const origin = item.origin as Partial<Record<string, unknown>> & { kind: DraftForm['origin']['kind'] };
  const declared = kindOf(item.kind).fields;
  return {
    title: text.title,
    summary: text.summary,
    changeNote: text.changeNote,
    kind: item.kind,
    formedOn: item.formedOn,
    documentNumber: item.documentNumber ?? '',
    columnKey: item.columnKey,
    ...(item.fieldKey ? { fieldKey: item.fieldKey } : {}),
    ...(item.catalogueItem ? { catalogueItemId: item.catalogueItem.id } : {}),
    important: item.important,
    expiresOn: item.expiresOn ?? '',
    expiryAct: item.expiryAct ?? 'withdraw',
    disclosure: item.disclosure,
    exemption: { reason: '', ...item.exemption },
    origin: {
      kind: origin.kind,
      source: typeof origin.source === 'string' ? origin.source : '',
      ...(typeof origin.leadOrganId === 'string' ? { leadOrganId: origin.leadOrganId } : {}),
      otherOrgans: Array.isArray(origin.otherOrgans) ? origin.otherOrgans.join('\n') : '',
      disclosedBy: origin.disclosedBy === 'us' ? 'us' : 'maker',
    },
    fields: Object.fromEntries(declared.map((field) => [field.key, showValue(field, text.fields[field.key])])),
    clearances: writtenClearances(item.clearances),
    relations: item.related
      .filter(({ end }) => end === 'from')
      .map(({ kind, other, toDocument }) => ({
        kind,
        ...(other ? { toItemId: other.id, label: other.title } : {}),
        ...(toDocument ? { toDocument } : {}),
      })),
  };
}

/** A form as it is sent; what stands empty is emptied. */
export function changesOf(form: DraftForm): Omit<DraftSent, 'version'> {
  const kind = kindOf(form.kind);
  const fields = kind.fields.flatMap((field): [string, string | number | boolean | string[]][] => {
    const value = readValue(field, form.fields[field.key]);
    return value === undefined ? [] : [[field.key, value]];
  });
  const { ground, part, reason } = form.exemption;
  return {
    title: form.title,
    summary: form.summary,
    changeNote: form.changeNote,
    kind: form.kind as NonNullable<DraftSent['kind']>,
    ...(form.formedOn ? { formedOn: form.formedOn } : {}),
    documentNumber: kind.documentNumber ? form.documentNumber || null : null,
    columnKey: form.columnKey as NonNullable<DraftSent['columnKey']>,
    fieldKey: (form.fieldKey ?? null) as NonNullable<DraftSent['fieldKey']> | null,
    catalogueItemId: form.catalogueItemId ?? null,
    important: form.important,
    expiresOn: kind.expiry ? form.expiresOn || null : null,
    ...(form.expiresOn ? { expiryAct: form.expiryAct } : {}),
    disclosure: form.disclosure,
    ...(form.disclosure === 'proactive' || !ground ? {} : { exemption: { ground, ...(part ? { part } : {}), reason } }),
    origin: originOf(form.origin),
    fields: Object.fromEntries(fields),
    clearances: sentClearances(form.clearances),
    relations: form.relations
      .filter(({ toItemId, toDocument }) => toItemId || toDocument?.trim())
      .map(({ kind: relation, toItemId, toDocument }) =>
        toItemId ? { kind: relation, toItemId } : { kind: relation, toDocument: toDocument?.trim() ?? '' },
      ),
  };
}

/**
 * What is to be put into a form after the server has changed what was saved of it: what the server changed and nobody has
 * written over since.
 *
 * @param saved the form as it was saved
 * @param changed the form as the server has it now
 * @param written the form as it stands
 */
export function amendForm(saved: DraftForm, changed: DraftForm, written: DraftForm): Partial<DraftForm> {
  const amended: Partial<DraftForm> = {};
  for (const name of ['title', 'summary', 'documentNumber'] as const) {
    if (changed[name] !== saved[name] && written[name] === saved[name]) amended[name] = changed[name];
  }
  const fields = Object.entries(changed.fields).filter(
    ([key, value]) => value !== saved.fields[key] && written.fields[key] === saved.fields[key],
  );
  if (fields.length > 0) amended.fields = Object.fromEntries(fields);
  return amended;
}

function originOf({
  kind,
  source,
  leadOrganId,
  otherOrgans,
  disclosedBy,
}: DraftForm['origin']): NonNullable<DraftSent['origin']> {
  switch (kind) {
    case 'joint':
      return { kind, leadOrganId: leadOrganId ?? '', otherOrgans: linesOf(otherOrgans) };
    case 'from-public':
      return { kind, source };
    case 'from-organ':
      return { kind, source, disclosedBy };
    default:
      return { kind };
  }
}

/** How a stored value of a field stands in its control: money in 元, lines below each other. */
export function showValue({ type }: FieldDeclaration, value: unknown): WrittenValue {
  if (value === undefined) return type === 'yes-no' ? undefined : '';
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.join('\n');
  if (type === 'money' && typeof value === 'number') return (value / 100).toFixed(2);
  return String(value);
}

/**
 * What is stored of what stands in a control. What is not a number where there should be one is kept as it was typed,
 * and the server says what is wrong with it.
 *
 * @example readValue({ type: 'money', … }, '1,200.5') // 120050
 */
export function readValue(
  { type }: Pick<FieldDeclaration, 'type'>,
  written: WrittenValue,
): string | number | boolean | string[] | undefined {
  if (typeof written === 'boolean') return written;
  const text = written?.trim() ?? '';
  if (text === '') return undefined;
  if (type === 'lines') return linesOf(text);
  if (type === 'number') return /^\d{1,15}$/.test(text) ? Number(text) : text;
  if (type === 'money') {
    const plain = text.replace(/[,，\s]/g, '');
    return /^\d{1,12}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : text;
  }
  return written;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

import type { FieldValue, ItemText } from '../item.ts';
import { Claims } from './detector.ts';
import type { Span } from './finding.ts';
import { replaceStretches } from './replace.ts';
import { editHtml } from './rich-text.ts';

/** What of a draft can be changed by one click. */
export type Changeable = Pick<ItemText, 'title' | 'summary' | 'bodyHtml' | 'fields'>;

/** The lines of a field that holds several, as one text and back. */
const lineBreak = '\n';

/** A field as a text the checks read; undefined for what is no writing: amounts, choices, 是 and 否. */
export const writtenField = (value: FieldValue | undefined): string | undefined =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(lineBreak) : undefined;

/**
 * Puts the replacements of spans in their places: in title, summary, body and fields. What stands in an attachment, and what
 * has no replacement, stays.
 *
 * @returns only what is different now
 */
export function applySpans(text: Changeable, spans: readonly Span[]): Partial<Changeable> {
  const changed: { -readonly [Key in keyof Changeable]?: Changeable[Key] } = {};
  for (const part of ['title', 'summary'] as const) {
    const edits = spans.filter(({ place }) => place.part === part);
    if (edits.length > 0) changed[part] = replaceAll(text[part], edits);
  }
  const edits = spans.flatMap(({ place, start, end, replacement }) =>
    place.part === 'body' && place.block !== undefined && replacement !== undefined
      ? [{ block: place.block, start, end, replacement }]
      : [],
  );
  if (edits.length > 0) changed.bodyHtml = editHtml(text.bodyHtml, dropOverlaps(edits));
  const fields: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(text.fields)) {
    const inField = spans.filter(({ place }) => place.part === 'field' && place.field === key);
    const written = writtenField(value);
    if (inField.length === 0 || written === undefined) continue;
    const replaced = replaceAll(written, inField);
    fields[key] = Array.isArray(value) ? replaced.split(lineBreak) : replaced;
  }
  if (Object.keys(fields).length > 0) changed.fields = { ...text.fields, ...fields };
  return changed;
}

const replaceAll = (text: string, spans: readonly Span[]): string =>
  replaceStretches(
    text,
    spans.flatMap(({ start, end, replacement }) =>
      replacement === undefined ? [] : [{ start, end, put: replacement }],
    ),
  );

/** Of two edits of the same words the wider one counts. */
function dropOverlaps<Edit extends { block: number; start: number; end: number }>(edits: readonly Edit[]): Edit[] {
  const ends = new Map<number, number>();
  for (const { block, end } of edits) ends.set(block, Math.max(ends.get(block) ?? 0, end));
  const claims = new Map([...ends].map(([block, end]) => [block, new Claims(end)]));
  return edits
    .toSorted((one, other) => other.end - other.start - (one.end - one.start))
    .filter(({ block, start, end }) => claims.get(block)?.take(start, end));
}

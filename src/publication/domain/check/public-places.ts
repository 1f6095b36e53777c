import type { FieldValue, Item, ItemText, Relation } from '../item.ts';
import { isKind, kindOf } from '../kinds/index.ts';
import { writtenField } from './apply.ts';
import type { Place } from './finding.ts';
import { decoded, type ReadHtml } from './rich-text.ts';

/** What an item says, as far as the checks read it. */
export type CheckedText = Pick<ItemText, 'title' | 'summary' | 'bodyHtml'> &
  Partial<Pick<ItemText, 'fields' | 'changeNote'>>;

/** A text of an item that becomes public with it. */
export interface PublicPlace {
  place: Place;
  text: string;
  /** What it is called beside it; empty where it has no name. */
  label: string;
  /** `writing`: read by every check. `words`: read for what may never go out, and for nothing else. */
  as: 'writing' | 'words';
}

/**
 * Every text of an item that can become public but for its body and its attachments, in the order of the form. The one
 * list: what is added to an item and shown to anybody is added here, and so is read before it goes out. Fields that the
 * kind does not know are read too: the kind may have been changed.
 */
export function publicPlaces(
  item: Pick<Item, 'kind' | 'documentNumber'> & Partial<Pick<Item, 'origin' | 'exemption'>>,
  text: CheckedText,
  html: ReadHtml,
  relations: readonly Pick<Relation, 'toDocument'>[],
): PublicPlace[] {
  const words = (place: Place, written: string | undefined, label = ''): PublicPlace[] =>
    written === undefined || written.trim() === '' ? [] : [{ place, text: written, label, as: 'words' }];
  const field = (key: string, label: string): Place => ({ part: 'field', field: key, label });
  const { origin } = item;
  return [
    { place: { part: 'title' }, text: text.title, label: '', as: 'writing' },
    { place: { part: 'summary' }, text: text.summary, label: '', as: 'writing' },
    ...fieldPlaces(item.kind, text.fields ?? {}),
    ...words(field('documentNumber', '文号'), item.documentNumber),
    ...words(field('changeNote', '修改说明'), text.changeNote),
    ...relations.flatMap(({ toDocument }) => words(field('relations', '关联信息'), toDocument)),
    ...(origin && 'source' in origin ? words(field('origin', '信息来源'), origin.source) : []),
    ...(origin && 'otherOrgans' in origin ? words(field('origin', '联合制作机关'), origin.otherOrgans.join('\n')) : []),
    ...words(field('exemption', '不公开的理由'), item.exemption?.reason),
    ...html.links.flatMap(({ href, block }) => words({ part: 'body', block }, decoded(href))),
    ...html.pictures.flatMap(({ alt, block }) =>
      words({ part: 'body', ...(block === undefined ? {} : { block }) }, alt),
    ),
  ];
}

/** The fields of the kind in their order, and what else stands there. */
function fieldPlaces(kind: string, fields: Readonly<Record<string, FieldValue>>): PublicPlace[] {
  const declared = isKind(kind) ? kindOf(kind).fields : [];
  const known = declared.flatMap(({ key, label, type }): PublicPlace[] => {
    const text = textOf(fields[key]);
    const as = type === 'day' || type === 'choice' ? 'words' : 'writing';
    return text === undefined ? [] : [{ place: { part: 'field', field: key, label }, text, label, as }];
  });
  const others = Object.entries(fields).flatMap(([key, value]): PublicPlace[] => {
    if (declared.some((each) => each.key === key)) return [];
    const text = textOf(value);
    return text === undefined
      ? []
      : [{ place: { part: 'field', field: key, label: '其他要素' }, text, label: '', as: 'words' }];
  });
  return [...known, ...others];
}

function textOf(value: FieldValue | undefined): string | undefined {
  const text = writtenField(value);
  return text === undefined || text.trim() === '' ? undefined : text;
}

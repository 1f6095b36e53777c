import type { ColumnKey } from '../../catalogue/domain/columns.ts';
import type { FieldKey } from '../../catalogue/domain/fields.ts';
import {
  type Audience,
  type Carrier,
  type CarrierUse,
  carrierKeys,
  type Level,
  type Manner,
} from '../../catalogue/domain/item.ts';
import { findTimeLimit } from '../../catalogue/domain/time-limit-words.ts';
import type { CatalogueContentSent, CatalogueLine } from '../api/shapes.ts';

/** The fields of a line of a catalogue as a form has them. */
export interface ContentValues {
  fieldKey?: FieldKey;
  article20?: number;
  columnKey: ColumnKey;
  topic: string;
  name: string;
  content: string;
  basis: string;
  limitWords: string;
  publisher: string;
  carriers: Partial<Record<Carrier, CarrierUse | 'unused'>>;
  audience: Audience;
  audienceWords?: string;
  manner: Manner;
  levels: Level[];
}

const unused = Object.fromEntries(carrierKeys.map((key) => [key, 'unused'])) as ContentValues['carriers'];

/** What the form of a new line begins with. */
export const blankContent: Partial<ContentValues> = {
  carriers: { ...unused, website: 'required' },
  audience: 'everyone',
  manner: 'proactive',
  limitWords: '自信息形成或者变更之日起20个工作日内',
  levels: [],
};

/** A line as its form begins. */
export const valuesOf = (line: CatalogueLine): Partial<ContentValues> => ({
  ...(line.fieldKey ? { fieldKey: line.fieldKey } : {}),
  ...(line.article20 ? { article20: line.article20 } : {}),
  columnKey: line.columnKey,
  topic: line.topic,
  name: line.name,
  content: line.content,
  basis: line.basis,
  limitWords: line.limitWords,
  publisher: line.publisher,
  carriers: { ...unused, ...(line.carriers as ContentValues['carriers']) },
  audience: line.audience,
  audienceWords: line.audienceWords,
  manner: line.manner,
  levels: [...line.levels],
});

/**
 * What is sent of the form. The words of the limit go along with what they mean; where they are not understood the form
 * has refused them before.
 */
export function contentSent(values: ContentValues): Omit<CatalogueContentSent, 'fieldKey' | 'article20'> {
  const { fieldKey: _field, article20: _number, carriers, limitWords, columnKey, audienceWords, ...rest } = values;
  const limit = findTimeLimit(limitWords);
  if (!limit) throw new Error('the form lets no unclear limit pass');
  const used = Object.entries(carriers).filter(([, use]) => use === 'required' || use === 'optional');
  return {
    ...rest,
    // The form offers no column that holds nothing.
    columnKey: columnKey as CatalogueContentSent['columnKey'],
    limit,
    limitWords,
    carriers: Object.fromEntries(used) as NonNullable<CatalogueContentSent['carriers']>,
    audienceWords: rest.audience === 'group' ? (audienceWords ?? '') : '',
  };
}

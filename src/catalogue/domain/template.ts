import { isColumn } from './columns.ts';
import { isField } from './fields.ts';
import {
  type Carrier,
  type CarrierUse,
  type CatalogueContent,
  carrierKeys,
  carrierMarks,
  carriers,
  type Level,
  levels,
} from './item.ts';
import { findTimeLimit } from './time-limit-words.ts';

/** A library of templates, as a file of seeds/reference/catalogue holds it. */
export interface TemplateLibrary {
  /** e.g. `article-20`, `article-21-township`, `field-social-assistance`. */
  key: string;
  name: string;
  /** Where it is from. */
  source: string;
  /** Which kinds of organ it is for. */
  suits: readonly ('county' | 'department' | 'township')[];
  items: readonly Template[];
}

/** An item to be taken over into a catalogue. */
export interface Template extends CatalogueContent {
  /** `article-20/7`: the library and the number in it. */
  key: string;
}

/** What a file says of an item; what is absent the file says for all its items. */
interface WrittenItem {
  number: number;
  field?: string;
  article20?: number;
  column: string;
  topic: string;
  name: string;
  content: string;
  basis: string;
  limit: string;
  publisher: string;
  carriers: string;
  audience?: string;
  manner?: CatalogueContent['manner'];
  levels: string;
}

/** A file of templates as it is written. */
export interface WrittenLibrary extends Omit<TemplateLibrary, 'items'> {
  defaults?: Partial<WrittenItem>;
  items: readonly (Partial<WrittenItem> & { number: number })[];
}

/** Reads a file of templates; throws where it says something nobody can follow, since it comes with the program. */
export function readLibrary({ key, name, source, suits, defaults, items }: WrittenLibrary): TemplateLibrary {
  return {
    key,
    name,
    source,
    suits,
    items: items.map((item) => readItem(key, { ...defaults, ...item } as WrittenItem)),
  };
}

function readItem(library: string, written: WrittenItem): Template {
  const key = `${library}/${written.number}`;
  const must = <T>(value: T | undefined, what: string): T => {
    if (value === undefined || value === '') throw new Error(`template ${key}: ${what}`);
    return value;
  };
  const { field, column, audience } = written;
  if (field !== undefined && !isField(field)) throw new Error(`template ${key}: no field ${field}`);
  return {
    key,
    fieldKey: field,
    article20: written.article20,
    columnKey: must(isColumn(column) ? column : undefined, `no column ${column}`),
    topic: must(written.topic, 'no topic'),
    name: must(written.name, 'no name'),
    content: must(written.content, 'no content'),
    basis: must(written.basis, 'no basis'),
    limit: must(findTimeLimit(must(written.limit, 'no limit')), `unclear limit ${written.limit}`),
    limitWords: written.limit,
    publisher: must(written.publisher, 'no publisher'),
    carriers: must(readCarriers(written.carriers), `unclear carriers ${written.carriers}`),
    audience: audience === undefined ? 'everyone' : 'group',
    audienceWords: audience ?? '',
    manner: written.manner ?? 'proactive',
    levels: must(readLevels(written.levels), `unclear levels ${written.levels}`),
  };
}

/**
 * The boxes of 公开渠道和载体 as they are written: ■ has to be used, □ may be. A name without a box has to be used.
 *
 * @example readCarriers('■政府网站 □两微一端') // { website: 'required', 'social-media': 'optional' }
 */
export function readCarriers(written: string): CatalogueContent['carriers'] | undefined {
  const found: Partial<Record<Carrier, CarrierUse>> = {};
  const pieces = written
    .normalize('NFKC')
    // A box begins a new name, whatever stood before it.
    .split(/[\s、,，;；\n]+|(?=[■□☑☐√])/)
    .filter((piece) => piece !== '');
  for (const piece of pieces) {
    const key = findCarrier(piece.replace(/^[■□☑☐√]/, ''));
    if (key) found[key] = /^[□☐]/.test(piece) ? 'optional' : 'required';
    else if (/[^■□☑☐√_]/.test(piece)) found.other ??= /^[□☐]/.test(piece) ? 'optional' : 'required';
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** What carriers are called in the lists of others. */
const otherNames: Readonly<Partial<Record<Carrier, readonly string[]>>> = {
  website: ['网站', '政府信息公开平台', '门户网站'],
  'social-media': ['微信', '政务新媒体', '微信公众号', '微博'],
  'press-conference': ['发布会听证会', '发布会', '听证会', '新闻发布会'],
  press: ['报刊', '报纸'],
  'service-centre': ['政务服务大厅', '便民服务中心'],
  'on-site': ['入户现场', '入户', '现场'],
  'bulletin-board': ['公示栏', '公告栏', '村公示栏', '电子屏', '社区企事业单位村公示栏电子屏', '公开栏', '村务公开栏'],
};

function findCarrier(written: string): Carrier | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s/()（）_]/g, '');
  return carrierKeys.find(
    (key) => plain(carriers[key]) === plain(written) || otherNames[key]?.includes(plain(written)),
  );
}

/** The boxes as they are written; `readCarriers` reads them back. */
export const carrierWords = (chosen: CatalogueContent['carriers']): string =>
  carrierKeys
    .flatMap((key) => {
      const use = chosen[key];
      return use ? [`${carrierMarks[use]}${carriers[key]}`] : [];
    })
    .join(' ');

/**
 * 公开层级 as they are written.
 *
 * @example readLevels('县级、乡级') // ['county', 'township']
 */
export function readLevels(written: string): Level[] | undefined {
  const found = (Object.keys(levels) as Level[]).filter((level) =>
    new RegExp({ county: '县|市|区', township: '乡|镇|街道', village: '村|社区' }[level]).test(written),
  );
  return found.length > 0 ? found : undefined;
}

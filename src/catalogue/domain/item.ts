import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ColumnKey } from './columns.ts';
import type { FieldKey } from './fields.ts';
import type { TimeLimit } from './time-limit.ts';

/** 公开渠道和载体 of the official catalogues (国办发〔2019〕54号), by the words beside their boxes. */
export const carriers = {
  website: '政府网站',
  gazette: '政府公报',
  'social-media': '两微一端',
  'press-conference': '发布会/听证会',
  broadcast: '广播电视',
  press: '纸质媒体',
  'reading-point': '公开查阅点',
  'service-centre': '政务服务中心',
  'convenience-station': '便民服务站',
  'on-site': '入户/现场',
  'bulletin-board': '社区/企事业单位/村公示栏（电子屏）',
  targeted: '精准推送',
  other: '其他',
} as const;
export type Carrier = keyof typeof carriers;
export const carrierKeys = Object.keys(carriers) as [Carrier, ...Carrier[]];

/** ■ has to be used, □ may be used. */
export const carrierMarks = { required: '■', optional: '□' } as const;
export type CarrierUse = keyof typeof carrierMarks;

/** 公开对象. */
export const audiences = { everyone: '全社会', group: '特定群体' } as const;
export type Audience = keyof typeof audiences;

/** 公开方式. */
export const manners = { proactive: '主动', 'on-request': '依申请' } as const;
export type Manner = keyof typeof manners;

/** 公开层级. */
export const levels = { county: '县级', township: '乡级', village: '村级' } as const;
export type Level = keyof typeof levels;
export const levelKeys = Object.keys(levels) as [Level, ...Level[]];

/** Where an item comes from: a list of templates, or the organ itself. */
export type ItemOrigin =
  | { kind: 'template'; template: string }
  | { kind: 'own' }
  | { kind: 'import'; importId: string };

/** What an official catalogue says of an item, whoever has it. */
export interface CatalogueContent {
  /** One of the 26 fields; absent for items of art. 20 and 21 themselves. */
  fieldKey?: FieldKey | undefined;
  /** The item of 条例 art. 20 it falls under. */
  article20?: number | undefined;
  /** Where on the platform it is published. */
  columnKey: ColumnKey;
  /** 一级事项. */
  topic: string;
  /** 二级事项. */
  name: string;
  /** 公开内容（要素）. */
  content: string;
  /** 公开依据. */
  basis: string;
  limit: TimeLimit;
  /** 公开时限 in the words of the catalogue. */
  limitWords: string;
  /** 公开主体 in words, e.g. 乡镇人民政府. */
  publisher: string;
  carriers: Readonly<Partial<Record<Carrier, CarrierUse>>>;
  audience: Audience;
  /** Which group; empty when it is everyone. */
  audienceWords: string;
  manner: Manner;
  levels: readonly Level[];
}

/** The post that answers for an item: a role at the organ, and the person where one was named. */
export interface ResponsiblePost {
  role: string;
  /** The organ itself, or one below it that does the work. */
  organId: string;
  personId?: string | undefined;
}

/** A line of the 公开事项目录 of an organ. */
export interface CatalogueItem extends CatalogueContent {
  countyId: string;
  id: string;
  organId: string;
  origin: ItemOrigin;
  responsible?: ResponsiblePost | undefined;
  sortOrder: number;
  /** The first day it is owed. */
  since: PlainDate;
  /** The first day the present limit holds; what was due before is not owed by it. */
  limitSince: PlainDate;
  /** The first day it is no longer owed; absent while it is. */
  endedOn?: PlainDate | undefined;
  endedBecause?: string | undefined;
  /** Counts changes; who changes it names the one he has seen. */
  version: number;
  changedAt: Date;
  changedBy: string;
}

/** What of an item is content, without whose it is and what became of it. */
export function contentOf<Words extends string | undefined>(
  item: Omit<CatalogueContent, 'limitWords'> & { limitWords?: Words },
): Omit<CatalogueContent, 'limitWords'> & { limitWords: Words } {
  const { columnKey, topic, name, content, basis, limit, limitWords, publisher, carriers } = item;
  const { fieldKey, article20, audience, audienceWords, manner, levels } = item;
  return {
    fieldKey,
    article20,
    columnKey,
    topic,
    name,
    content,
    basis,
    limit,
    limitWords: limitWords as Words,
    publisher,
    carriers,
    audience,
    audienceWords,
    manner,
    levels,
  };
}

import type { ItemSearch } from '../../../src/console/api/shapes.ts';
import { dayInChina } from '../../../src/kernel/plain-date.ts';
import { apiOf, ask, fileBody } from './api.ts';

/** What of the demonstration a page is opened with, where its address names a record. */
export interface Records {
  memo: string;
  draft: string;
  underReview: string;
  published: string;
  repealed: string;
  urgent: string;
  withdrawn: string;
  referred: string;
  batch: string;
  ledger: string;
  catalogueItem: string;
  catalogueImport: string;
  duty: string;
  reminder: string;
  cleaning: string;
  organ: string;
  organImport: string;
  person: string;
  handOver: string;
}

/**
 * Every page of the console, with who may open all of it. A page that looks different at different times stands here
 * with each of its faces.
 */
export const pages: Readonly<Record<string, (records: Records) => readonly string[]>> = {
  'xian.zhuguan': ({
    published,
    repealed,
    referred,
    catalogueItem,
    duty,
    reminder,
    cleaning,
    organ,
    organImport,
    person,
  }) => [
    '/',
    '/today',
    '/today/memos/new',
    '/publication/items?year=2026',
    `/publication/items/${published}`,
    `/publication/items/${repealed}`,
    `/publication/items/${referred}`,
    '/publication/channels',
    '/publication/channels/accounts',
    '/publication/figures',
    '/publication/figures/items',
    '/catalogue',
    '/catalogue/adopt',
    '/catalogue/items/new',
    `/catalogue/items/${catalogueItem}`,
    `/catalogue/items/${catalogueItem}/edit`,
    '/catalogue/imports',
    '/catalogue/duties?pressing=true',
    `/catalogue/duties/${duty}`,
    '/catalogue/coverage',
    '/catalogue/coverage/fields',
    '/catalogue/coverage/columns',
    '/catalogue/coverage/columns/notices',
    '/catalogue/reminders',
    `/catalogue/reminders/${reminder}`,
    '/upkeep',
    '/upkeep/assessments',
    '/upkeep/cleanings',
    `/upkeep/cleanings/${cleaning}`,
    '/upkeep/referrals',
    '/upkeep/routes',
    '/upkeep/words',
    '/organs',
    `/organs/${organ}`,
    `/organs/${organ}/edit`,
    `/organs/${organ}/change`,
    '/organs/new',
    '/organs/import',
    `/organs/import/${organImport}`,
    '/people',
    `/people/${person}`,
    '/people/hand-overs',
    '/calendar',
    '/calendar?year=2027',
    '/account',
    '/account/password',
    '/account/totp',
    '/account/sessions',
    '/nothing-here',
  ],
  'shiqiao.jingban': ({ memo, published, catalogueImport }) => [
    '/today',
    `/today/memos/${memo}`,
    `/publication/items/${published}/channels`,
    '/publication/channels/transfers',
    '/publication/imports',
    '/publication/batches',
    `/catalogue/imports/${catalogueImport}`,
  ],
  'shiqiao.xinxi': ({ draft, published, ledger, batch }) => [
    `/publication/items/${draft}`,
    `/publication/items/${published}/versions`,
    `/publication/imports/${ledger}`,
    `/publication/batches/${batch}`,
  ],
  'shiqiao.fuzeren': ({ underReview, urgent, withdrawn }) => [
    '/today',
    '/publication/items',
    '/publication/items/new',
    '/publication/reviews',
    `/publication/items/${underReview}`,
    `/publication/items/${urgent}`,
    `/publication/items/${withdrawn}`,
  ],
  'minzheng.jingban': ({ handOver }) => [`/people/hand-overs/${handOver}`],
  xitong: ({ person }) => [
    '/people/new',
    `/people/${person}`,
    `/people/${person}/hand-over`,
    '/calendar/import',
    '/jobs',
    '/jobs/schedules',
    '/settings',
  ],
  anquan: ({ person }) => [`/people/${person}`],
  shenji: () => ['/audit'],
};

/** Looks up, or makes where the demonstration has none, a record for every page that shows one. */
export async function findRecords(): Promise<Records> {
  const county = apiOf('xian.zhuguan');
  const clerk = apiOf('shiqiao.jingban');
  const author = apiOf('shiqiao.xinxi');
  const head = apiOf('shiqiao.fuzeren');
  const townId = (await ask(clerk.GET('/api/session'))).person?.organ.id ?? '';
  const item = (api: Api, query: ItemQuery) =>
    ask(api.GET('/api/publication/items', { params: { query } })).then(first);
  const looked: Record<keyof Records, Promise<string>> = {
    memo: ask(clerk.POST('/api/memos', { body: { title: '核对公开栏照片' } })).then(idOf),
    draft: item(author, { states: ['draft'], mine: 'true' }),
    underReview: ask(head.GET('/api/publication/reviews', { params: { query: { state: 'office-review' } } })).then(
      first,
    ),
    published: item(clerk, { kinds: ['announcement'], states: ['published'], withinId: townId }),
    repealed: item(county, { validity: 'repealed' }),
    urgent: item(head, { owed: 'true' }),
    withdrawn: item(head, { states: ['withdrawn'] }),
    referred: item(county, { states: ['referred'] }),
    batch: beginBatch(author),
    ledger: beginLedger(author, townId),
    catalogueItem: ask(county.GET('/api/catalogue/items', { params: { query: { organId: townId } } })).then(first),
    catalogueImport: beginCatalogueImport(clerk, townId),
    duty: ask(county.GET('/api/catalogue/duties')).then(first),
    reminder: ask(county.GET('/api/catalogue/reminders')).then(first),
    cleaning: ask(head.POST('/api/publication/cleanings', { body: { organId: townId, year: 2026 } })).then(idOf),
    organ: Promise.resolve(townId),
    organImport: beginOrganImport(county),
    person: ownId(apiOf('minzheng.jingban')),
    handOver: beginHandOver(apiOf('minzheng.jingban')),
  };
  const records = Object.entries(looked).map(async ([name, looking]) => {
    const id = await looking;
    // A page without its record would prove nothing.
    if (!id) throw new Error(`the demonstration has nothing to open a page with as ${name}`);
    return [name, id] as const;
  });
  return Object.fromEntries(await Promise.all(records)) as unknown as Records;
}

type Api = ReturnType<typeof apiOf>;
type ItemQuery = { [Name in keyof ItemSearch]: Exclude<ItemSearch[Name], undefined> };

const idOf = ({ id }: { id: string }): string => id;

/** The id of the first of a list; nothing of an empty one. */
const first = ({ items: [found] }: { items: readonly { id: string }[] }): string => found?.id ?? '';

/** A spreadsheet of decisions with one row that is right and one that is not. */
async function beginBatch(api: Api): Promise<string> {
  const lines = [
    '许可决定日期,行政相对人名称,许可事项,标题',
    '2026-11-02,石桥镇某砖瓦厂,临时占道,',
    '去年,石桥镇某饭店,临时占道,',
  ];
  const { id } = await ask(
    api.POST('/api/publication/batches', {
      params: { query: { kind: 'licence' } },
      ...fileBody('许可决定.csv', lines.join('\r\n')),
    }),
  );
  return id;
}

/** A ledger of what was published elsewhere. */
async function beginLedger(api: Api, organId: string): Promise<string> {
  const lines = ['标题,发布日期,链接', '镇里召开防汛会议,2026-06-02,https://www.example.gov.cn/1', '没有日期的一条,,'];
  const { id } = await ask(
    api.POST('/api/publication/imports', {
      params: { query: { organId } },
      ...fileBody('发布台账.csv', lines.join('\r\n')),
    }),
  );
  return id;
}

/** The catalogue of the town with one name changed. */
async function beginCatalogueImport(api: Api, organId: string): Promise<string> {
  const exported = await ask(
    api.GET('/api/catalogue/export', { params: { query: { organId, format: 'csv' } }, parseAs: 'text' }),
  );
  const { id } = await ask(
    api.POST('/api/catalogue/imports', {
      params: { query: { organId } },
      ...fileBody('公开事项目录.csv', String(exported).replace('政策', '有关政策')),
    }),
  );
  return id;
}

/** The list of organs with another name of one. */
async function beginOrganImport(api: Api): Promise<string> {
  const exported = await ask(api.GET('/api/organs/export', { params: { query: { format: 'csv' } }, parseAs: 'text' }));
  const { id } = await ask(
    api.POST('/api/organs/imports', {
      params: { query: { day: dayInChina(new Date()) } },
      ...fileBody('机构名册.csv', String(exported).replaceAll('石桥镇政府', '石桥镇人民政府')),
    }),
  );
  return id;
}

/** The record of the one who asks among the people of his organ, and of the others. */
async function listColleagues(api: Api): Promise<{ own: string; others: readonly string[] }> {
  const { person } = await ask(api.GET('/api/session'));
  const { items } = await ask(api.GET('/api/people', { params: { query: { organId: person?.organ.id ?? '' } } }));
  return {
    own: first({ items: items.filter(({ name }) => name === person?.name) }),
    others: items.filter(({ name }) => name !== person?.name).map(idOf),
  };
}

const ownId = async (api: Api): Promise<string> => (await listColleagues(api)).own;

/** Somebody hands over to a colleague, who has not confirmed yet. */
async function beginHandOver(api: Api): Promise<string> {
  const { own, others } = await listColleagues(api);
  const body = { fromPersonId: own, toPersonId: others[0] ?? '', reason: '岗位调整', postIds: [] };
  return idOf(await ask(api.POST('/api/hand-overs', { body })));
}

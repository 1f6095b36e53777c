import { type Random, seededRandom } from '../../src/kernel/random.ts';
import type { AnnualReport, TableValues } from '../../src/report/domain/annual-report.ts';

// Sentences in the many ways reports have of telling their figures, worked out from the tables, so
// that a checker has nothing to report on them; beside them counts of other business, which add up.

/** A sentence and the cells it states, each exactly. */
export interface Spoken {
  text: string;
  cells: readonly string[];
}

const cellAt = (report: AnnualReport, path: string): number => {
  const [table = '', row = '', column = ''] = path.split('.');
  const value = (report[table as 'requests'] as TableValues)[row]?.[column];
  if (typeof value !== 'number') throw new Error(`no figure at ${path}`);
  return value;
};

/** The same report with a narrative that tells its figures in words chosen by `seed`. */
export function speakOf(report: AnnualReport, seed: number): { report: AnnualReport; spoken: Spoken[] } {
  const random = seededRandom(seed);
  const value = (path: string) => cellAt(report, path);
  const requests = tellRequests(random, value, report.year ?? 0);
  const results = tellResults(random, value, Object.keys(report.requests));
  const remedies = tellRemedies(random, value);
  const documents = tellDocuments(random, value, report.form);
  const sections = report.sections.map((section) => ({ ...section }));
  const [overview, , onRequests, onRemedies] = sections;
  if (!overview || !onRequests || !onRemedies) throw new Error('six sections');
  const inOverview = random.chance(0.6);
  overview.text = [
    `（一）主动公开。${tellPublished(random)}${documents.text}`,
    `（二）依申请公开情况。${inOverview ? requests.text + results.text : random.pick(plain)}`,
    `（三）政府信息管理。${random.pick(others)}`,
    `（四）平台建设。${random.pick(others)}`,
    `（五）监督保障。${random.pick(others)}`,
  ].join('\n');
  onRequests.text = inOverview ? '' : `${requests.text}\n${results.text}`;
  onRemedies.text = remedies.text;
  return { report: { ...report, sections }, spoken: [requests, results, remedies, documents] };
}

const plain = ['严格落实登记、审核、答复各环节要求。', '申请渠道畅通，指南及时更新。'];
const others = [
  '办理12345热线工单189件，其中救助121件、投诉33件、咨询35件，办结率100%。',
  '全年召开专题会议3次，组织培训2期、120余人次。',
  '22个村均设置公开栏，更新村务信息560条。',
  '收到群众来信12件、网民留言5条，均已答复。',
  '2019年以来累计发布政策解读300余篇。',
  '联系电话：0000-1234567，办公时间8:30至17:30。',
  '办理人大代表建议6件、政协提案4件，共10件，按期答复率100%。',
  '开展“5·15”政务公开日活动1次，发放宣传单1.2万余份。',
];

/** 一百二十三 in place of 123, now and then. */
function say(random: Random, figure: number): string {
  return figure < 100 && random.chance(0.15) ? numeral(figure) : String(figure);
}

const digits = '零一二三四五六七八九';

function numeral(figure: number): string {
  if (figure < 10) return figure === 2 ? '两' : (digits[figure] ?? '');
  const tens = Math.floor(figure / 10);
  const ones = figure % 10;
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

function tellPublished(random: Random): string {
  const parts = [random.integer(1, 300), random.integer(1, 300), random.integer(1, 80)] as const;
  const total = parts.reduce((sum, part) => sum + part, 0);
  const [site, media, board] = parts;
  return random.pick([
    `全年主动公开政府信息${total}条，其中网站${site}条、微信公众号${media}条、公示栏${board}条。`,
    `共公开信息${total}条。通过门户网站公开信息${site}条，通过微信公众号公开信息${media}条，通过公示栏公开信息${board}条。`,
    `本年度主动公开信息${total}条（其中，政务动态${site}条，公告公示${media}条，其他${board}条）。`,
    `主动公开政府信息${total}条，其中政务动态类${site}条，占${((site / total) * 100).toFixed(2)}%；公告类${media}条。`,
    `主动公开政府信息${total}条，其中机构信息${site}条，内有领导信息${Math.ceil(site / 2)}条；工作信息${media}条；其他信息${board}条。`,
    `主动公开信息近${total + 3}条。`,
  ]);
}

const row = (key: string, column = 'total') => `requests.${key}.${column}`;

function tellRequests(random: Random, value: (path: string) => number, year: number): Spoken {
  const cells = [row('newlyReceived'), row('carriedIn'), row('handledTotal'), row('carriedOut')];
  const [newly, before, handled, after] = cells.map(value) as [number, number, number, number];
  const n = (figure: number) => say(random, figure);
  if (newly === 0 && random.chance(0.6)) {
    const none = random.pick(['未收到政府信息公开申请。', '没有收到公开政府信息的申请。', '未收到依申请公开事项。']);
    return { text: `${year}年，本单位${none}`, cells: [row('newlyReceived')] };
  }
  return random.pick<Spoken>([
    {
      text: `${year}年共收到政府信息公开申请${n(newly)}件，上年结转${n(before)}件；办结${n(handled)}件，结转下年度继续办理${n(after)}件。`,
      cells,
    },
    {
      text: `本年新收政府信息公开申请数量${n(newly)}件，${year - 1}年结转${n(before)}件，按期答复${n(handled)}件，结转${year + 1}年度${n(after)}件。`,
      cells,
    },
    {
      text: `全年受理政府信息公开申请${n(newly + before)}件，包括上年结转${n(before)}件，已答复${n(handled)}件，尚有${n(after)}件结转下年办理。`,
      cells: cells.slice(1),
    },
    {
      text: `全年收到${n(newly)}件政府信息公开申请，加上上年结转的${n(before)}件，共${n(newly + before)}件，均依法办理。`,
      cells: cells.slice(0, 2),
    },
    {
      text: `收到政府信息公开申请${n(newly)}件，其中自然人申请${n(value(row('newlyReceived', 'natural')))}件；全年办结申请${n(handled)}件。`,
      cells: [row('newlyReceived'), row('newlyReceived', 'natural'), row('handledTotal')],
    },
  ]);
}

const kinds = [
  ['disclosed', '予以公开'],
  ['partlyDisclosed', '部分公开'],
  ['withheld', '不予公开'],
  ['unavailable', '无法提供'],
  ['refused', '不予处理'],
  ['other', '其他处理'],
] as const;

function tellResults(random: Random, value: (path: string) => number, rows: readonly string[]): Spoken {
  const groups = kinds.map(([prefix, name]) => {
    const cells = rows
      .filter((key) =>
        prefix === 'disclosed' || prefix === 'partlyDisclosed' ? key === prefix : key.startsWith(prefix),
      )
      .map((key) => row(key));
    return { name, cells, count: cells.reduce((sum, path) => sum + value(path), 0) };
  });
  const total = value(row('handledTotal'));
  const said = groups.filter(({ count }) => count > 0 || random.chance(0.3));
  if (said.length === 0) return { text: '', cells: [] };
  const text = random.pick([
    () => `申请办理结果：${said.map(({ name, count }) => `${name}${count}件`).join('、')}。`,
    () => `申请办理结果中，${said.map(({ name, count }) => `${name}的有${count}件`).join('；')}。`,
    () =>
      `办结的${total}件申请中，${said.map(({ name, count }) => `${name}${count}件，占${total === 0 ? 0 : ((count / total) * 100).toFixed(1)}%`).join('；')}。`,
    () => `答复申请${total}件，其中${said.map(({ name, count }) => `“${name}”${count}件`).join('，')}。`,
  ])();
  return { text, cells: said.flatMap(({ cells }) => cells) };
}

function tellRemedies(random: Random, value: (path: string) => number): Spoken {
  const block = (key: string) =>
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((each) => `remedies.${key}.${each}`);
  const [upheld, corrected, other, pending, all] = block('reconsideration') as [string, string, string, string, string];
  const direct = 'remedies.directSuit.total';
  const later = 'remedies.suitAfterReconsideration.total';
  const suits = value(direct) + value(later);
  if (value(all) + suits === 0 && random.chance(0.7)) {
    return {
      text: random.pick(['未发生政府信息公开行政复议、行政诉讼。', '没有因政府信息公开引起的行政复议和行政诉讼案件。']),
      cells: [all, direct, later],
    };
  }
  return random.pick<Spoken>([
    { text: `政府信息公开行政复议${value(all)}件、行政诉讼${suits}件。`, cells: [all, direct, later] },
    {
      text: `行政复议：共${value(all)}件，结果维持${value(upheld)}件、纠正${value(corrected)}件、其他结果${value(other)}件、尚未审结${value(pending)}件。\n行政诉讼：未经复议直接起诉${value(direct)}件，复议后起诉${value(later)}件。`,
      cells: [all, upheld, corrected, other, pending, direct, later],
    },
    { text: `因信息公开被申请行政复议${value(all)}起，被提起行政诉讼${suits}起。`, cells: [all, direct, later] },
  ]);
}

function tellDocuments(random: Random, value: (path: string) => number, form: AnnualReport['form']): Spoken {
  const cell = (key: string, column: string) => `proactive.${key}.${column}`;
  const decisions = ['licences', 'penalties', 'compulsions'].map((key) => cell(key, 'decisions'));
  if (form === '2019') {
    const made = cell('normativeDocuments', 'made');
    return { text: `新制定规范性文件${value(made)}件。`, cells: [made] };
  }
  const documents = ['issued', 'repealed', 'inForce'].map((column) => cell('normativeDocuments', column));
  const [issued = 0, repealed = 0, inForce = 0] = documents.map(value);
  return random.pick<Spoken>([
    {
      text: `制发行政规范性文件${issued}件，废止行政规范性文件${repealed}件，现行有效行政规范性文件${inForce}件。`,
      cells: documents,
    },
    {
      text: `作出行政许可决定${value(decisions[0] as string)}件、行政处罚决定${value(decisions[1] as string)}件、行政强制决定${value(decisions[2] as string)}件。`,
      cells: decisions,
    },
    { text: '公开行政许可信息25条、行政处罚信息12条，解读规范性文件3件。', cells: [] },
  ]);
}

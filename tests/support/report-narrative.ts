import { seededRandom } from '../../src/kernel/random.ts';
import type { Section, TableValues } from '../../src/report/domain/annual-report.ts';
import type { FormId } from '../../src/report/domain/forms/index.ts';
import { getForm } from '../../src/report/domain/forms/index.ts';

/** What the narrative speaks of. */
export interface NarrativeFacts {
  form: FormId;
  year: number;
  organ: string;
  proactive: TableValues;
  requests: TableValues;
  remedies: TableValues;
  wording: number;
}

const figure = (tables: TableValues, row: string, column: string): number => {
  const value = tables[row]?.[column];
  if (typeof value !== 'number') throw new Error(`no figure at ${row}.${column}`);
  return value;
};

/** The paragraph before section 一: basis, statistic period, where to ask. */
export function writePreamble(facts: NarrativeFacts): string {
  const notice =
    facts.form === '2021'
      ? '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）'
      : '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）';
  return (
    `本报告依照《中华人民共和国政府信息公开条例》和${notice}编制。` +
    `所列数据的统计期限自${facts.year}年1月1日起至${facts.year}年12月31日止。` +
    '如对本报告有疑问，请与云溪县政务公开办公室联系。'
  );
}

/** Six sections whose every count agrees with the tables and with itself. */
export function writeSections(facts: NarrativeFacts): Section[] {
  const random = seededRandom(facts.wording);
  const texts = [
    writeOverview(facts),
    '',
    random.chance(0.15) ? `本表由${facts.organ}的登记台账汇总形成。` : '',
    '',
    random.pick(problems),
    random.pick(closings),
  ];
  return getForm(facts.form).sections.map((section, index) => ({
    number: section.number,
    heading: section.heading,
    text: texts[index] ?? '',
  }));
}

function writeOverview(facts: NarrativeFacts): string {
  const random = seededRandom(facts.wording + 1);
  const site = random.integer(20, 400);
  const media = random.integer(5, 200);
  const board = random.integer(1, 60);
  const made = figure(facts.proactive, 'normativeDocuments', facts.form === '2021' ? 'issued' : 'made');
  const documents = made === 0 ? '未制发行政规范性文件' : `制发行政规范性文件${made}件`;
  return [
    `（一）主动公开。全年主动公开政府信息${site + media + board}条，其中门户网站${site}条、政务新媒体${media}条、公示栏${board}条；${documents}。`,
    `（二）依申请公开。${writeRequests(facts.requests)}`,
    `（三）政府信息管理。${random.pick(managements)}`,
    `（四）政府信息公开平台建设。${random.pick(platforms)}`,
    `（五）监督保障。${writeRemedies(facts.remedies)}全年组织政务公开培训${random.integer(1, 6)}次。`,
  ].join('\n');
}

function writeRequests(requests: TableValues): string {
  const received = figure(requests, 'newlyReceived', 'total');
  const carriedIn = figure(requests, 'carriedIn', 'total');
  const handled = figure(requests, 'handledTotal', 'total');
  const carriedOut = figure(requests, 'carriedOut', 'total');
  if (received + carriedIn === 0) return '本年度未收到政府信息公开申请，无上年结转申请。';
  return (
    `本年新收政府信息公开申请${received}件，上年结转${carriedIn}件；` +
    `办结${handled}件，结转下年度继续办理${carriedOut}件。`
  );
}

function writeRemedies(remedies: TableValues): string {
  const reconsiderations = figure(remedies, 'reconsideration', 'total');
  const suits = figure(remedies, 'directSuit', 'total') + figure(remedies, 'suitAfterReconsideration', 'total');
  if (reconsiderations + suits === 0) return '未发生政府信息公开行政复议和行政诉讼。';
  return `涉及政府信息公开的行政复议${reconsiderations}件、行政诉讼${suits}件。`;
}

const managements = [
  '拟公开的信息先审查后发布，公文办理时同步确定公开属性。',
  '对已公开的信息定期清理，失效内容及时标注。',
];
const platforms = [
  '栏目按照基层政务公开标准目录设置，便民服务大厅设有查阅点。',
  '办事指南与公示栏内容同步更新，群众可在服务大厅查阅。',
];
const problems = [
  '存在的主要问题：一是部分公开内容更新不够及时；二是工作人员业务能力有待提升。\n改进情况：一是明确栏目责任人，按月检查更新；二是加强学习培训，提高办理水平。',
  '一是政策解读形式较为单一，二是村级公开栏内容不够规范。下一步将丰富图文解读，统一村级公开栏的内容和格式。',
];
const closings = [
  '本年度未收取政府信息公开信息处理费，无其他需要报告的事项。',
  '按照《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，收取信息处理费0元。',
];

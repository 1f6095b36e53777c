import { addDays, dayInChina } from '../../kernel/plain-date.ts';
import { seededRandom, seedOf } from '../../kernel/random.ts';
import type { Referee } from '../../publication/domain/event.ts';
import { writeRows } from './body.ts';
import { addEvent, roleOf } from './journey.ts';
import { drawIdentityNumber, drawMobile } from './names.ts';
import type { PlannedItem } from './planned-item.ts';
import { type Fate, planSubjectItem, type Writing } from './subject-items.ts';
import { momentOf, shiftWorkingDays, workingDayFrom } from './times.ts';

/** Something that lies on somebody's desk on the day the demonstration is loaded. */
interface Desk {
  organ: string;
  subject: string;
  /** Working days since 形成. */
  ago: number;
  fate: Omit<Fate, 'planned' | 'author' | 'referred'> & {
    author?: string;
    referred?: { referee: Referee; answer?: { by: string; opinion: string } };
  };
  /** What is different about it. */
  change?: (item: PlannedItem, writing: Writing) => PlannedItem;
}

/**
 * What waits for the people of the demonstration: every one of 石桥镇 finds something to do on 今天要办, the county
 * something to answer, and the worst mistakes are there to be found.
 */
export const planDesks = (writing: Writing): PlannedItem[] => [...planSingle(writing), ...planBatch(writing)];

/** How many decisions 石桥镇 has entered from one spreadsheet. */
const batchSize = 5;

/** Decisions of one spreadsheet that stand in the same review, so that one opinion may be given to all of them. */
function planBatch(writing: Writing): PlannedItem[] {
  const organ = writing.world.organs.find(({ key }) => key === 'shiqiao');
  const subject = writing.seeds.subjects.find(({ key }) => key === 'homestead-approval');
  if (!organ || !subject) return [];
  const day = shiftWorkingDays(writing.calendar, writing.today, -4);
  const author = writing.world.person('shiqiao.jingban');
  const planned = Array.from({ length: batchSize }, (_, at) => {
    const random = seededRandom(seedOf(`batch/${at}`));
    return planSubjectItem(
      writing,
      { ...subject, key: `batch-${at + 1}-${subject.key}` },
      organ,
      { day, period: periodOf(day), serial: at + 1, random },
      { planned: true, lead: 2, until: 'office-review', author },
    );
  }).filter((item) => item !== undefined);
  const [first] = planned;
  // Entered and sent off together, and passed with one opinion each time.
  return planned.map((item) => {
    const events = (first?.events ?? []).map((event) =>
      event.act === 'pass' ? { ...event, detail: { ...event.detail, bulk: 'shiqiao-batch' } } : event,
    );
    const savedAt = events[0]?.at ?? writing.now;
    return {
      ...item,
      events,
      texts: item.texts.map((text) => ({ ...text, savedAt })),
      source: 'bulk',
      batch: 'shiqiao-batch',
    };
  });
}

const planSingle = (writing: Writing): PlannedItem[] =>
  desks.flatMap(({ organ: key, subject: wanted, ago, fate, change }, at) => {
    const organ = writing.world.organs.find((each) => each.key === key);
    const subject = writing.seeds.subjects.find((each) => each.key === wanted);
    if (!organ || !subject) throw new Error(`no desk ${key}/${wanted}`);
    const random = seededRandom(seedOf(`desk/${key}/${wanted}/${at}`));
    const day = shiftWorkingDays(writing.calendar, writing.today, -ago);
    const { author, referred, ...rest } = fate;
    const planned = planSubjectItem(
      writing,
      { ...subject, key: `desk-${at + 1}-${wanted}` },
      organ,
      { day, period: periodOf(day), serial: at + 1, random },
      {
        lead: Math.max(1, ago - 1),
        ...rest,
        planned: true,
        ...(referred ? { referred: referralOf(referred, writing) } : {}),
        ...(author ? { author: writing.world.person(author) } : {}),
      },
    );
    return planned ? [change ? change(planned, writing) : planned] : [];
  });

function referralOf(
  { referee, answer }: NonNullable<Desk['fate']['referred']>,
  { world }: Writing,
): NonNullable<Fate['referred']> {
  return { referee, ...(answer ? { answer: { person: world.person(answer.by), opinion: answer.opinion } } : {}) };
}

function periodOf(day: string) {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return { year, month, quarter: Math.ceil(month / 3) };
}

const back = (at: 'secrecy-review' | 'office-review' | 'department-check', why: string, change: string) => ({
  returned: { at, why, change },
  until: 'draft' as const,
});

/** A table with the numbers of nobody, as somebody pastes it from the register of the service. */
function withNumbers(item: PlannedItem): PlannedItem {
  const random = seededRandom(seedOf(`numbers/${item.key}`));
  const rows = Array.from({ length: 9 }, (_, at) => [
    String(at + 1),
    `${['赵', '钱', '孙', '李', '周'][at % 5]}某某`,
    drawIdentityNumber(random),
    drawMobile(random),
    String(random.integer(3, 14) * 100),
  ]);
  const table = writeRows(['序号', '申请人', '公民身份号码', '联系电话', '金额（元）'], rows, '附：申请人登记表');
  return { ...item, texts: item.texts.map((text) => ({ ...text, bodyHtml: `${text.bodyHtml}\n${table}` })) };
}

/** A number as people write it who do not know the standard. */
const withWrongNumber = (item: PlannedItem): PlannedItem => ({
  ...item,
  mark: undefined,
  documentNumber: `石府发[${item.formedOn.slice(0, 4)}]第08号`,
});

/** To be published by itself, the next working day at nine. */
function scheduled(item: PlannedItem, { calendar, now, world }: Writing): PlannedItem {
  const last = item.events.at(-1);
  if (!last) return item;
  const publishAt = momentOf(workingDayFrom(calendar, addDays(dayInChina(now), 1)), 9 * 60);
  const clerk = world.person(`${item.organ}.jingban`);
  const at = new Date(last.at.getTime() + 1_800_000);
  const detail = { publishAt: publishAt.toISOString() };
  const role = roleOf(clerk, ['office-clerk']);
  const events = addEvent(item.events, { act: 'schedule', toState: 'approved', at, person: clerk, role, detail });
  return { ...item, events, publishAt };
}

const desks: readonly Desk[] = [
  // 石桥镇: one thing for each of the accounts on the page for signing in.
  {
    organ: 'shiqiao',
    subject: 'housing',
    ago: 9,
    fate: {
      author: 'shiqiao.xinxi',
      ...back('office-review', '公示期少于规定的七日，请调整截止日期。', '调整公示截止日期'),
    },
  },
  {
    organ: 'shiqiao',
    subject: 'hardship',
    ago: 5,
    fate: { author: 'shiqiao.xinxi', until: 'draft', mistakes: ['personal-data'] },
    change: withNumbers,
  },
  {
    organ: 'shiqiao',
    subject: 'transfer-funds',
    ago: 31,
    fate: { author: 'shiqiao.jingban', until: 'draft', lead: 2, mistakes: ['overdue-draft'] },
  },
  {
    organ: 'shiqiao',
    subject: 'work-plan',
    ago: 6,
    fate: { author: 'shiqiao.jingban', until: 'draft', mistakes: ['document-number'] },
    change: withWrongNumber,
  },
  { organ: 'shiqiao', subject: 'township-notice', ago: 6, fate: { author: 'shiqiao.xinxi', until: 'approved' } },
  {
    organ: 'shiqiao',
    subject: 'news',
    ago: 4,
    fate: { author: 'shiqiao.xinxi', until: 'approved' },
    change: scheduled,
  },
  { organ: 'shiqiao', subject: 'irrigation', ago: 3, fate: { author: 'shiqiao.xinxi', until: 'department-check' } },
  { organ: 'shiqiao', subject: 'low-income', ago: 2, fate: { village: 0, until: 'department-check' } },
  { organ: 'shiqiao', subject: 'farmland', ago: 4, fate: { village: 1, until: 'secrecy-review' } },
  {
    organ: 'shiqiao',
    subject: 'homestead-approval',
    ago: 4,
    fate: { author: 'shiqiao.jingban', until: 'secrecy-review' },
  },
  { organ: 'shiqiao', subject: 'town-land', ago: 6, fate: { author: 'shiqiao.xinxi', until: 'office-review' } },
  {
    organ: 'shiqiao',
    subject: 'township-penalty',
    ago: 8,
    fate: { author: 'shiqiao.jingban', until: 'office-review' },
  },
  { organ: 'shiqiao', subject: 'rural-policy', ago: 7, fate: { author: 'shiqiao.jingban', until: 'deputy-approval' } },
  { organ: 'shiqiao', subject: 'carers', ago: 5, fate: { author: 'shiqiao.xinxi', until: 'deputy-approval' } },
  { organ: 'shiqiao', subject: 'township-plan', ago: 8, fate: { author: 'shiqiao.jingban', until: 'chief-approval' } },
  { organ: 'shiqiao', subject: 'work-plan', ago: 10, fate: { author: 'shiqiao.jingban', until: 'chief-approval' } },
  {
    organ: 'shiqiao',
    subject: 'money-labour',
    ago: 7,
    fate: {
      village: 0,
      ...back('department-check', '应到代表人数与村民代表名册不一致，请核对后重新提交。', '更正代表人数'),
    },
  },
  {
    organ: 'shiqiao',
    subject: 'warning-township',
    ago: 1,
    fate: { author: 'shiqiao.jingban', urgent: 'owed', mistakes: ['urgent-owed'] },
  },
  {
    organ: 'yingji',
    subject: 'weather',
    ago: 6,
    fate: { author: 'yingji.jingban', urgent: 'owed', mistakes: ['urgent-owed'] },
  },
  // Questions for the county and for the 保密行政管理部门, open and answered.
  {
    organ: 'shiqiao',
    subject: 'hardship',
    ago: 8,
    fate: { author: 'shiqiao.xinxi', lead: 2, referred: { referee: 'county' } },
  },
  { organ: 'nongye', subject: 'machinery', ago: 20, fate: { lead: 3, referred: { referee: 'county' } } },
  { organ: 'fagai', subject: 'project-approval', ago: 9, fate: { lead: 2, referred: { referee: 'secrecy-office' } } },
  { organ: 'caizheng', subject: 'tender-result', ago: 14, fate: { lead: 2, referred: { referee: 'county' } } },
  ...(['minzheng', 'weijian', 'liuhe', 'caizheng', 'qingxi'] as const).map(
    (organ, at): Desk => ({
      organ,
      subject: {
        minzheng: 'orphans',
        weijian: 'health-service',
        liuhe: 'hardship',
        caizheng: 'tender-result',
        qingxi: 'rural-policy',
      }[organ],
      ago: 60 + at * 75,
      fate: {
        lead: 6,
        referred: {
          referee: 'county',
          answer: {
            by: 'xian.zhuguan',
            opinion:
              ['可以公开，涉及个人的只保留姓氏。', '不属于不予公开的情形，同意公开。', '经研究，可以公开。'][at % 3] ??
              '可以公开。',
          },
        },
      },
    }),
  ),
  // The county office itself.
  { organ: 'office', subject: 'county-notice', ago: 5, fate: { until: 'office-review' } },
  { organ: 'office', subject: 'county-news', ago: 2, fate: { until: 'secrecy-review' } },
  { organ: 'office', subject: 'clarification', ago: 3, fate: { until: 'chief-approval' } },
  // 县民政局, whose clerk is shown too.
  {
    organ: 'minzheng',
    subject: 'association-permit',
    ago: 4,
    fate: {
      author: 'minzheng.jingban',
      ...back(
        'secrecy-review',
        '附件扫描件中可以看到公民身份号码，请遮盖后重新上传（条例第十五条）。',
        '遮盖附件中的号码',
      ),
    },
  },
  { organ: 'minzheng', subject: 'department-notice', ago: 6, fate: { author: 'minzheng.jingban', until: 'approved' } },
  {
    organ: 'minzheng',
    subject: 'tender',
    ago: 27,
    fate: { author: 'minzheng.jingban', until: 'draft', mistakes: ['overdue-draft'] },
  },
  // What lies around elsewhere.
  {
    organ: 'fenglin',
    subject: 'farmland',
    ago: 44,
    fate: { until: 'secrecy-review', lead: 3, mistakes: ['overdue-draft'] },
  },
  {
    organ: 'zhuling',
    subject: 'township-notice',
    ago: 38,
    fate: { until: 'office-review', lead: 4, mistakes: ['overdue-draft'] },
  },
  {
    organ: 'ziran',
    subject: 'land-penalty',
    ago: 19,
    fate: { until: 'deputy-approval', lead: 4, mistakes: ['overdue-draft'] },
  },
];

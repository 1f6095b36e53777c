import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { seededRandom, seedOf } from '../../kernel/random.ts';
import { ordinal } from '../../publication/domain/grounds.ts';
import type { PlannedItem, PlannedRelation } from './planned-item.ts';
import type { SubjectSeed, TopicSeed } from './seeds.ts';
import { sayDay } from './slots.ts';
import { planSubjectItem, type Writing } from './subject-items.ts';
import type { WorldOrgan } from './world.ts';

/** One normative document on its way: asked about, issued, explained; later amended or replaced. */
interface Edition {
  topic: TopicSeed;
  organ: WorldOrgan;
  day: PlainDate;
  /** 1 for the first, 2 for what changes it. */
  number: number;
  change: 'none' | 'amends' | 'repeals';
  asked: boolean;
  explained: boolean;
}

/**
 * The normative documents of the county with what belongs to them: opinions asked for and their outcome before,
 * the interpretation after, the document that amends or replaces it some time later.
 */
export function planRegulations(writing: Writing, from: PlainDate): PlannedItem[] {
  return writing.seeds.regulations.topics.flatMap((topic, at) => {
    const organ = writing.world.organs.find(({ key }) => key === topic.organ);
    if (!organ) throw new Error(`no organ ${topic.organ}`);
    const random = seededRandom(seedOf(`regulation/${topic.key}`));
    const first = addDays(from, 90 + ((at * 41) % 560) + random.integer(0, 20));
    const change = (['repeals', 'amends', 'none'] as const)[at % 3] ?? 'none';
    const editions: Edition[] = [
      {
        topic,
        organ,
        day: first,
        number: 1,
        change: 'none',
        asked: random.chance(0.6),
        explained: random.chance(0.74),
      },
    ];
    if (change !== 'none') {
      const day = addDays(first, random.integer(330, 520));
      editions.push({
        topic,
        organ,
        day,
        number: 2,
        change,
        asked: random.chance(0.5),
        explained: random.chance(0.74),
      });
    }
    let before: PlannedItem | undefined;
    return editions.flatMap((edition) => {
      const planned = planEdition(writing, edition, before);
      before = planned.document;
      return planned.all;
    });
  });
}

function planEdition(writing: Writing, edition: Edition, before: PlannedItem | undefined) {
  const { topic, organ, day, number, change } = edition;
  const { regulations } = writing.seeds;
  const random = seededRandom(seedOf(`edition/${topic.key}/${number}`));
  const year = Number(day.slice(0, 4));
  const effectiveOn = addDays(day, 30);
  const validUntil = addDays(addDays(day, 30), 365 * 5);
  const words = {
    about: topic.about,
    whom: topic.whom,
    name: topic.name,
    effective: sayDay(effectiveOn),
    until: sayDay(validUntil),
    oldNumber: '原文件',
  };
  const isAmendment = change === 'amends';
  const plan = (key: string, subject: Omit<SubjectSeed, 'key' | 'organs'>, on: PlainDate, lead?: number) =>
    planSubjectItem(
      writing,
      { ...subject, key, organs: organ.key, field: topic.field, let: { ...words, ...subject.let } } as SubjectSeed,
      organ,
      { day: on, period: { year: Number(on.slice(0, 4)) }, serial: number, random: random.fork() },
      lead === undefined ? {} : { lead },
    );
  const all: PlannedItem[] = [];

  let consultation: PlannedItem | undefined;
  if (edition.asked) {
    const on = addDays(day, -random.integer(62, 80));
    const closes = addDays(on, 33);
    const { intro, ways, outcome } = regulations.consultation;
    consultation = plan(
      `${topic.key}-opinions`,
      {
        kind: 'consultation',
        column: 'consultations',
        channels: ['wechat'],
        let: { closes: sayDay(closes) },
        title: ['关于《{name}（征求意见稿）》公开征求意见的公告'],
        summary: '就{about}的规定向社会公开征求意见，截止日期{closes}。',
        fields: {
          opinionsFrom: addDays(on, 2),
          opinionsTo: closes,
          channels: '信函：云溪县政务中心{short}；政府信息公开平台“征集调查”栏目；电话：{phone}',
        },
        body: [
          intro,
          ...ways.map((each) => `${each}`).slice(0, 1),
          '## 主要内容',
          ...topic.articles.slice(0, 4),
          '意见反馈截止日期为{closes}。',
        ],
      },
      on,
      1,
    );
    const [received, adopted] = [random.integer(9, 46), random.integer(3, 8)];
    const partly = random.integer(0, 3);
    const result = plan(
      `${topic.key}-outcome`,
      {
        kind: 'consultation-outcome',
        column: 'consultations',
        let: {
          count: String(received),
          adopted: String(adopted),
          partly: String(partly),
          refused: String(received - adopted - partly),
          written: String(Math.floor(received / 3)),
          mail: String(Math.floor(received / 3)),
          calls: String(received - 2 * Math.floor(received / 3)),
        },
        title: ['《{name}（征求意见稿）》公开征求意见采纳情况'],
        summary: '共收到意见{count}条，采纳{adopted}条，未采纳的已说明理由。',
        fields: {
          received: '{count}',
          adopted: '{adopted}',
          reasons: '与上级规定不一致，或者属于其他部门职责，已逐一说明。',
        },
        body: [outcome, '感谢社会各界的关心和支持。联系电话：{phone}。'],
      },
      addDays(closes, random.integer(3, 9)),
    );
    if (consultation) all.push(consultation);
    if (result && consultation) all.push({ ...result, relations: [{ kind: 'outcome-of', to: consultation.key }] });
  }

  const document = plan(
    `${topic.key}-document`,
    {
      kind: 'normative-document',
      column: 'normative-documents',
      line: 'article-20/1',
      article20: 1,
      mark: `${organ.code}规`,
      channels: ['wechat', 'archive', 'library', ...(organ.key === 'office' ? ['gazette'] : [])],
      title: isAmendment
        ? ['{organ}关于修改《{name}》的决定']
        : ['{organ}关于印发《{name}》的通知', '{organ}关于印发《{name}》的通知'],
      summary: isAmendment
        ? '修改《{name}》的部分条款，自{effective}起施行。'
        : '规定{about}的对象、标准、程序和监督，自{effective}起施行。',
      fields: {
        drafter: '{office}',
        effectiveOn,
        ...(isAmendment ? {} : { validUntil }),
        legalReview: '已通过合法性审核',
      },
      body: isAmendment ? amendment(topic) : articles(writing, topic, change === 'repeals'),
    },
    day,
  );
  if (!document) return { all, document: undefined };
  const relations: PlannedRelation[] = [];
  if (before && change !== 'none') relations.push({ kind: change, to: before.key });
  else if (random.chance(0.3)) {
    relations.push({
      kind: 'repeals',
      toDocument: `《${topic.name}（试行）》（${organ.code}规〔${year - 4}〕${random.integer(1, 9)}号）`,
    });
  }
  const published = document.events.find(({ act }) => act === 'publish');
  all.push({
    ...document,
    relations,
    mistakes: [...document.mistakes, ...(published && !edition.explained ? (['no-interpretation'] as const) : [])],
  });
  if (published && edition.explained) {
    const { background, basis, answers } = regulations.interpretation;
    const interpretation = plan(
      `${topic.key}-interpretation`,
      {
        kind: 'interpretation',
        column: 'interpretations',
        article20: 15,
        channels: ['wechat'],
        let: {
          place1: '{~place}',
          place2: '{~place}',
          count: 'int:9:46',
          adopted: 'int:3:8',
          meetings: 'int:2:5',
          before: 'int:5:8',
          after: 'int:2:4',
        },
        title: isAmendment
          ? ['《关于修改〈{name}〉的决定》政策解读']
          : ['《{name}》政策解读', '一问一答读懂《{name}》'],
        summary: '说明《{name}》的制定背景、依据、适用对象、办理程序和主要变化。',
        fields: { form: random.pick(['text', 'question', 'picture']), interpreter: '{office}', contact: '{phone}' },
        body: ['## 一、背景', background, '## 二、依据和过程', basis, '## 三、主要内容', ...answers],
      },
      dayInChina(published.at),
    );
    if (interpretation) all.push({ ...interpretation, relations: [{ kind: 'interprets', to: document.key }] });
  }
  return { all, document };
}

function articles({ seeds: { regulations } }: Writing, { articles: own }: TopicSeed, repealing: boolean) {
  const { purpose, scope, principle, duty, supervision, liability, end, endRepealing } = regulations;
  const all = [
    purpose,
    scope,
    principle,
    duty,
    ...own.map((each) => [each]),
    supervision,
    liability,
    repealing ? endRepealing : end,
  ];
  return [
    '各乡镇人民政府，清泉街道办事处，县政府各部门：',
    '现将《{name}》印发给你们，请认真贯彻执行。（此件公开发布）',
    '## {name}',
    ...all.map((variants, at) => variants.map((each) => `第${ordinal(at + 1)}条　${each}`)),
  ];
}

const amendment = ({ articles: own }: TopicSeed) => [
  '为适应工作需要，经研究，决定对《{name}》作如下修改：',
  `一、将第五条修改为：“${own[0] ?? ''}”`,
  `二、将第六条修改为：“${own[1] ?? ''}”`,
  `三、增加一条，作为第十二条：“${own.at(-1) ?? ''}”`,
  '四、条款顺序作相应调整。本决定自{effective}起施行。《{name}》根据本决定作相应修改，重新公布。（此件公开发布）',
];

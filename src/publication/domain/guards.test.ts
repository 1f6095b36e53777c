import { describe, expect, test } from 'vitest';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { failure } from '../../kernel/result.ts';
import { decideAct } from './acting.ts';
import {
  countyId,
  eventsOf,
  eventsUntil,
  type Person,
  person,
  situation,
  staff,
  town,
  urgentEvents,
} from './fixtures/situation.ts';
import { readHistory, stateOf } from './history.ts';
import type { Item } from './item.ts';
import type { Situation, Wish } from './situation.ts';
import type { State, WorkflowAct } from './states.ts';

const referredTo = (referee: 'county' | 'secrecy-office') =>
  eventsOf(
    ['begin', 'draft'],
    ['submit', 'department-check', { detail: { steps: ['department-check', 'secrecy-review', 'office-review'] } }],
    ['refer', 'referred', { by: staff.check, detail: { referee } }],
  );

interface Case {
  duty: string;
  who: Person;
  act: WorkflowAct;
  events: ReturnType<typeof eventsOf>;
  changes?: Partial<Item>;
  with?: Partial<Wish>;
  others?: Partial<Omit<Situation, 'item' | 'history' | 'wish' | 'authority'>>;
  says: RegExp;
}

const cases: Case[] = [
  {
    duty: 'what is disclosed only on request is not published',
    who: staff.clerk,
    act: 'publish',
    events: eventsUntil('approved'),
    changes: { disclosure: 'on-request' },
    says: /“依申请公开”，不能发布.+第十三条/,
  },
  {
    duty: 'a notice whose last day is over while it was reviewed is not published for nothing',
    who: staff.clerk,
    act: 'publish',
    events: eventsUntil('approved'),
    changes: { expiresOn: getPlainDate('2026-03-01') },
    says: /截止日是 2026-03-01，早于发布的日子.+退回起草人/,
  },
  {
    duty: 'nor by a leader in a hurry',
    who: staff.chief,
    act: 'publish-urgently',
    events: eventsUntil('draft'),
    changes: { expiresOn: getPlainDate('2026-03-01') },
    says: /截止日是 2026-03-01，早于发布的日子/,
  },
  {
    duty: 'a notice that is over is not sent to the reviewers',
    who: staff.author,
    act: 'submit',
    events: eventsUntil('draft'),
    changes: { expiresOn: getPlainDate('2026-03-01') },
    says: /截止日是 2026-03-01，早于发布的日子/,
  },
  {
    duty: 'a notice is not set for a day on which it is over',
    who: staff.clerk,
    act: 'schedule',
    events: eventsUntil('approved'),
    changes: { expiresOn: getPlainDate('2026-03-20') },
    // Past midnight in China.
    with: { publishAt: new Date('2026-03-20T16:30:00Z') },
    says: /截止日是 2026-03-20，早于发布的日子.+改为截止日以前的时间/,
  },
  {
    duty: 'what is to be published is not filed away',
    who: staff.clerk,
    act: 'file',
    events: eventsUntil('approved'),
    says: /“主动公开”，请办理发布/,
  },
  {
    duty: 'an opinion holds for the text it was given on',
    who: staff.clerk,
    act: 'publish',
    events: eventsUntil('approved'),
    changes: { textNumber: 2 },
    says: /送审以后文本有改动/,
  },
  {
    duty: 'a text with open findings is not submitted',
    who: staff.author,
    act: 'submit',
    events: eventsUntil('draft'),
    others: { textReady: failure('findings', '还有 2 处检查结果没有处理。') },
    says: /还有 2 处/,
  },
  {
    duty: 'urgent publication is asked for once, and who asked is named',
    who: staff.clerk,
    act: 'request-urgent',
    events: eventsOf(['begin', 'draft'], ['request-urgent', 'draft']),
    says: /起草人已经申请紧急发布，正在等领导决定/,
  },
  {
    duty: 'nobody is asked to publish in a hurry what is not to be published',
    who: staff.author,
    act: 'request-urgent',
    events: eventsUntil('draft'),
    changes: { disclosure: 'on-request' },
    says: /“依申请公开”，不能发布/,
  },
  {
    duty: 'what no hurry excuses is told to who asks, and not only to the leader',
    who: staff.author,
    act: 'request-urgent',
    events: eventsUntil('draft'),
    others: { textPassable: failure('blocked', '正文中有完整的身份证号。') },
    says: /身份证号/,
  },
  {
    duty: 'without a leader but who wrote it nobody could decide about the hurry',
    who: staff.author,
    act: 'request-urgent',
    events: eventsUntil('draft'),
    others: { writers: [staff.author.id, staff.deputy.id, staff.chief.id] },
    says: /没有可以办理紧急发布的分管领导、主要领导（起草人除外）.+安全管理员/,
  },
  {
    duty: 'what nobody asked for is not declined',
    who: staff.deputy,
    act: 'decline-urgent',
    events: eventsOf(
      ['begin', 'draft'],
      ['request-urgent', 'draft'],
      ['decline-urgent', 'draft', { by: staff.deputy }],
    ),
    says: /没有人申请紧急发布/,
  },
  {
    duty: 'a hurry is over once it was discarded',
    who: staff.deputy,
    act: 'decline-urgent',
    events: eventsOf(['begin', 'draft'], ['request-urgent', 'draft'], ['discard', 'discarded'], ['restore', 'draft']),
    says: /没有人申请紧急发布/,
  },
  {
    duty: 'no hurry excuses a full identity number',
    who: staff.deputy,
    act: 'publish-urgently',
    events: eventsUntil('draft'),
    others: { textPassable: failure('blocked', '正文中有完整的身份证号。') },
    says: /身份证号/,
  },
  {
    duty: 'an opinion is written',
    who: staff.secrecy,
    act: 'pass',
    events: eventsUntil('secrecy-review'),
    with: { opinion: ' ' },
    says: /请写明审查意见/,
  },
  {
    duty: 'a return gives its reason',
    who: staff.secrecy,
    act: 'return',
    events: eventsUntil('secrecy-review'),
    with: { opinion: '', to: 'draft' },
    says: /请写明原因/,
  },
  {
    duty: 'no full 身份证号码 is kept with an opinion, however it is written',
    who: staff.secrecy,
    act: 'return',
    events: eventsUntil('secrecy-review'),
    with: { opinion: '张三 110105 19491231 002X 未脱敏', to: 'draft' },
    says: /不能写完整的身份证号码/,
  },
  {
    duty: 'a return goes back and not ahead',
    who: staff.secrecy,
    act: 'return',
    events: eventsUntil('secrecy-review'),
    with: { to: 'office-review' },
    says: /请选择退回到哪个环节：起草、部门负责人检查。/,
  },
  {
    duty: 'who neither wrote nor submitted does not take back',
    who: { ...staff.author, id: '另一信息员', name: '另一信息员' },
    act: 'take-back',
    events: eventsUntil('department-check'),
    says: /只有起草人或者提交人/,
  },
  {
    duty: 'nothing is taken back once somebody has given an opinion',
    who: staff.author,
    act: 'take-back',
    events: eventsUntil('secrecy-review'),
    says: /部门负责人已经办理过/,
  },
  {
    duty: 'a question to the secrecy office is not answered by the county',
    who: staff.county,
    act: 'answer-referral',
    events: referredTo('secrecy-office'),
    with: { answer: 'disclose' },
    says: /保密行政管理部门/,
  },
  {
    duty: 'a question to the county is not answered by a paper of the organ itself',
    who: staff.secrecy,
    act: 'register-answer',
    events: referredTo('county'),
    with: { answer: 'disclose', documentNumber: '3号', documentDay: getPlainDate('2026-03-01') },
    says: /由其在系统中答复/,
  },
  {
    duty: 'an answer on paper has its number and its day, and not one to come',
    who: staff.secrecy,
    act: 'register-answer',
    events: referredTo('secrecy-office'),
    with: { answer: 'disclose', documentDay: getPlainDate('2026-03-09') },
    says: /有 2 处填写有误/,
  },
  {
    duty: 'the county does not ask itself',
    who: staff.check,
    act: 'refer',
    events: eventsUntil('department-check'),
    with: { referee: 'county' },
    others: { isCountyOffice: true },
    says: /不能报请自己/,
  },
  {
    duty: 'after the answer 不予公开 it is not submitted for publication',
    who: staff.author,
    act: 'submit',
    events: eventsOf(
      ['begin', 'draft'],
      ['refer', 'referred', { detail: { referee: 'county' } }],
      ['answer-referral', 'draft', { by: staff.county, detail: { answer: 'withhold' } }],
    ),
    says: /答复是不予公开.+第十七条/,
  },
  {
    duty: 'a publication is not scheduled into the past',
    who: staff.clerk,
    act: 'schedule',
    events: eventsUntil('approved'),
    with: { publishAt: new Date('2026-03-02T01:29:00Z') },
    says: /定时发布的时间/,
  },
  {
    duty: 'what nobody sees is not taken down',
    who: staff.head,
    act: 'withdraw',
    events: eventsUntil('office-review'),
    says: /没有对外公开/,
  },
  {
    duty: 'only a review that is owed is made up for',
    who: staff.deputy,
    act: 'second-look',
    events: urgentEvents(),
    with: { step: 'deputy-approval' },
    says: /还欠：部门负责人检查、保密审查、公开办复审/,
  },
  {
    duty: 'what another organ has made is left to it (art. 10)',
    who: staff.author,
    act: 'submit',
    events: eventsUntil('draft'),
    changes: { origin: { kind: 'from-organ', source: '县水利局', disclosedBy: 'maker' } },
    says: /从县水利局获取.+本机关不能发布/,
  },
  {
    duty: 'what concerns another organ waits for its word (art. 11)',
    who: staff.clerk,
    act: 'publish',
    events: eventsUntil('approved'),
    changes: { clearances: { consultations: [{ organ: '县水利局' }] } },
    says: /涉及县水利局.+协商.+第十一条/,
  },
  {
    duty: 'a publication is not scheduled beyond a year',
    who: staff.clerk,
    act: 'schedule',
    events: eventsUntil('approved'),
    with: { publishAt: new Date('2027-03-04T01:30:00Z') },
    says: /一年之内/,
  },
  {
    duty: 'without a secrecy opinion nothing is published, whatever the events say',
    who: staff.clerk,
    act: 'publish',
    events: eventsUntil('approved', ['office-review', 'deputy-approval']),
    says: /还缺少“保密审查”的意见.+《条例》第十七条/,
  },
  {
    duty: 'nor when the last reviewer turns out to have written on it',
    who: staff.clerk,
    act: 'publish',
    events: eventsUntil('approved'),
    others: { writers: [staff.author.id, staff.chief.id] },
    says: /最后的审查人起草或者修改过/,
  },
  {
    duty: 'what was never reviewed is not filed either',
    who: staff.clerk,
    act: 'file',
    events: eventsOf(
      ['begin', 'draft'],
      ['submit', 'secrecy-review', { detail: { steps: ['secrecy-review'] } }],
      ['pass', 'approved', { by: staff.secrecy }],
    ).map((event) => (event.act === 'submit' ? { ...event, detail: { steps: [] } } : event)),
    changes: { disclosure: 'withheld' },
    says: /还缺少“保密审查”的意见/,
  },
  {
    duty: 'where nobody reviews, nothing is submitted',
    who: staff.author,
    act: 'submit',
    events: eventsUntil('draft'),
    others: {
      seconds: [],
      holders: {
        'department-check': [],
        'secrecy-review': [],
        'office-review': [],
        'deputy-approval': [],
        'chief-approval': [],
      },
    },
    says: /还没有人办理“部门负责人检查、保密审查.+安全管理员任命/,
  },
];

describe('what else has to hold', () => {
  test.each(cases)('$duty', ({ who, act, events, changes, with: wished, others, says }) => {
    const decided = decideAct(
      act,
      situation(who, events, { ...(changes ? { changes } : {}), ...(wished ? { with: wished } : {}), ...others }),
    );
    expect(decided.ok ? '可以办理' : decided.problem.message).toMatch(says);
  });
});

describe('a village of the township', () => {
  const village = { organId: 'qianjin', path: ['government', 'shiqiao', 'qianjin'] };
  const places = { organ: { countyId, place: town }, draftingOrgan: { countyId, place: village } };
  const submit = (place: typeof village) =>
    decideAct('submit', situation(person('村文书', ['village-officer'], place), eventsUntil('draft'), { places })).ok;

  test('drafts for the township that discloses; another village does not meddle', () => {
    expect(submit(village)).toBe(true);
    expect(submit({ organId: 'shangping', path: ['government', 'shiqiao', 'shangping'] })).toBe(false);
  });
});

describe('where an act leads', () => {
  const leads = (
    who: Person,
    act: WorkflowAct,
    events: ReturnType<typeof eventsOf>,
    more: Parameters<typeof situation>[2] = {},
  ) => {
    const decided = decideAct(act, situation(who, events, more));
    return decided.ok ? decided.value.to : decided.problem.message;
  };
  const all: [string, State, string][] = [
    ['the first review of the route', 'department-check', leads(staff.author, 'submit', eventsUntil('draft'))],
    [
      'past reviews the route does not have',
      'office-review',
      leads(staff.secrecy, 'pass', eventsUntil('secrecy-review', ['secrecy-review', 'office-review'])),
    ],
    [
      'to 待发布 after the last',
      'approved',
      leads(staff.head, 'pass', eventsUntil('office-review', ['secrecy-review', 'office-review'])),
    ],
    [
      'to the 主要领导 when the 分管领导 says so',
      'chief-approval',
      leads(staff.deputy, 'pass', eventsUntil('deputy-approval', ['secrecy-review', 'deputy-approval']), {
        with: { escalate: true },
      }),
    ],
    [
      'back to where the question was asked',
      'department-check',
      leads(staff.county, 'answer-referral', referredTo('county'), { with: { answer: 'decide-yourselves' } }),
    ],
    [
      'back to the draft after 不予公开',
      'draft',
      leads(staff.county, 'answer-referral', referredTo('county'), { with: { answer: 'withhold' } }),
    ],
    [
      'a notice set for its last day waits for it',
      'approved',
      leads(staff.clerk, 'schedule', eventsUntil('approved'), {
        changes: { expiresOn: getPlainDate('2026-03-20') },
        with: { publishAt: new Date('2026-03-20T15:30:00Z') },
      }),
    ],
    [
      'a notice to the public on its last day',
      'published',
      leads(staff.clerk, 'publish', eventsUntil('approved'), { changes: { expiresOn: getPlainDate('2026-03-02') } }),
    ],
    [
      'one that goes on without names after its last day to the public again when a slip in it was mended',
      'published',
      leads(staff.clerk, 'publish', eventsUntil('approved'), {
        changes: {
          expiresOn: getPlainDate('2026-03-01'),
          expiredAt: new Date('2026-03-01T16:05:00Z'),
          liveTextNumber: 1,
        },
      }),
    ],
    ['a draft that never was public is discarded', 'discarded', leads(staff.author, 'discard', eventsUntil('draft'))],
    [
      'a revision that is dropped leaves the item as it was',
      'published',
      leads(staff.author, 'discard', [...eventsUntil('published'), ...revision('published')]),
    ],
    [
      'the same of one that was withdrawn',
      'withdrawn',
      leads(staff.author, 'discard', [...eventsUntil('withdrawn'), ...revision('withdrawn')]),
    ],
    [
      'a failed second look takes it down',
      'withdrawn',
      leads(staff.secrecy, 'reject-second-look', urgentEvents(), { with: { step: 'secrecy-review' } }),
    ],
  ];
  function revision(from: State) {
    const position = eventsUntil(from).length + 1;
    const [event] = eventsOf(['begin', 'draft']);
    return event ? [{ ...event, act: 'revise' as const, fromState: from, toState: 'draft' as const, position }] : [];
  }
  test.each(all)('%s: %s', (_, expected, led) => {
    expect(led).toBe(expected);
  });
});

describe('what was done decides where an item stands', () => {
  test('a return makes the opinions after it void, not those before', () => {
    const events = [...eventsUntil('deputy-approval')];
    const last = events.at(-1);
    const returned = last && {
      ...last,
      act: 'return' as const,
      fromState: 'deputy-approval' as const,
      toState: 'secrecy-review' as const,
      position: last.position + 1,
    };
    const history = readHistory(returned ? [...events, returned] : events);
    expect(history.state).toBe('secrecy-review');
    expect(history.round?.opinions.map(({ step }) => step)).toEqual(['department-check']);
  });

  test('an urgent publication counts as the review of its leader, all others are owed until they are made up for', () => {
    const decided = decideAct(
      'publish-urgently',
      situation(
        staff.deputy,
        eventsUntil('office-review', ['department-check', 'secrecy-review', 'office-review', 'deputy-approval']),
      ),
    );
    expect(decided).toMatchObject({
      ok: true,
      value: { to: 'published', detail: { owed: ['office-review'], step: 'deputy-approval' } },
    });
    const events = urgentEvents();
    const paid = events.at(-1);
    const looked = paid && {
      ...paid,
      act: 'second-look' as const,
      fromState: 'published' as const,
      position: 3,
      personId: staff.secrecy.id,
      detail: { step: 'secrecy-review' as const },
    };
    expect(readHistory(looked ? [...events, looked] : []).owed).toEqual(['department-check', 'office-review']);
  });

  test('opinions on a text that was changed since count for nothing in a hurry', () => {
    const events = eventsUntil('office-review', ['department-check', 'secrecy-review', 'office-review']);
    const decided = decideAct('publish-urgently', situation(staff.deputy, events, { changes: { textNumber: 2 } }));
    expect(decided).toMatchObject({
      ok: true,
      value: { detail: { owed: ['department-check', 'secrecy-review', 'office-review'] } },
    });
  });

  test('an answered question is none any more', () => {
    const answered = [
      ...referredTo('county'),
      ...eventsOf(['begin', 'draft']).map((event) => ({
        ...event,
        act: 'answer-referral' as const,
        fromState: 'referred' as const,
        toState: 'department-check' as const,
        detail: { answer: 'disclose' as const },
        position: 4,
      })),
    ];
    expect(readHistory(referredTo('county')).referral).toMatchObject({ from: 'department-check', referee: 'county' });
    expect(readHistory(answered).referral).toBeUndefined();
  });

  test('events that do not follow from each other are found out', () => {
    const [begun, submitted] = eventsUntil('department-check');
    expect(() => stateOf(begun && submitted ? [begun, { ...submitted, toState: 'published' }] : [])).toThrow(
      'does not lead',
    );
    expect(() => stateOf(submitted ? [submitted] : [])).toThrow();
    expect(() => stateOf([])).toThrow('without an event');
  });
});

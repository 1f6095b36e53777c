import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, failure, forbidden, invalid, type Result, success } from '../../kernel/result.ts';
import type { Authority } from '../../organisation/domain/authority.ts';
import type { CountyPlace } from '../../organisation/domain/place.ts';
import type { EventDetail, Referee } from './event.ts';
import { type Holder, judgeAsSecond, judgeEyes } from './eyes.ts';
import { eyesFor } from './eyes-of-item.ts';
import { type History, missingSteps } from './history.ts';
import { disclosures, type Item } from './item.ts';
import { isReviewStep, type ReviewStep, reviewStepKeys, reviewSteps, type State, states } from './states.ts';

/** What somebody wants to do, and what he entered with it. */
export interface Wish {
  /** The opinion, or the reason. */
  opinion: string;
  /** return: to which state. */
  to?: State | undefined;
  /** second-look: which review. */
  step?: ReviewStep | undefined;
  /** pass: on to the 主要领导 although the route does not ask for it. */
  escalate?: boolean | undefined;
  referee?: Referee | undefined;
  answer?: EventDetail['answer'];
  documentNumber?: string | undefined;
  documentDay?: EventDetail['documentDay'];
  publishAt?: Date | undefined;
}

/** All that a decision about an act rests on. */
export interface Situation {
  authority: Authority;
  item: Item;
  history: History;
  places: { organ: CountyPlace; draftingOrgan: CountyPlace };
  /** Everybody who wrote on the text since it was last published, the author among them. */
  writers: readonly string[];
  /** Who has the post for each review at the organ today. */
  holders: Readonly<Record<ReviewStep, readonly Holder[]>>;
  /** Who lends an organ its eyes (县主管部门). */
  seconds: readonly Holder[];
  /** The reviews by the route as it is set today. */
  steps: readonly ReviewStep[];
  /** Whether the organ is the office that answers questions itself. */
  isCountyOffice: boolean;
  /** Whether the text is complete and its findings are settled. Asked only where it counts. */
  textReady: Result<unknown>;
  /** Whether nothing in the text forbids publication whatever the hurry. */
  textPassable: Result<unknown>;
  now: Date;
  wish: Wish;
}

interface Guard {
  /** In Chinese, for the table of the documentation. */
  says: string;
  /** Looks at what was entered and not at the item: not asked when only the possible acts are listed. */
  aboutInput?: true;
  check(situation: Situation): Result<unknown>;
}

const fine = success(true);

/** What has to hold for an act beside the right to do it; the keys stand in the table of the workflow. */
export const guards = {
  proactive: {
    says: '公开属性为主动公开',
    check: ({ item: { disclosure } }) =>
      disclosure === 'proactive'
        ? fine
        : failure(
            'not-proactive',
            `这份信息的公开属性是“${disclosures[disclosure]}”，不能发布。审查通过后请办理“登记不公开”；确需公开的，退回起草人改为“主动公开”后重新审查（《条例》第十三条）。`,
          ),
  },
  'not-proactive': {
    says: '公开属性为依申请公开或者不予公开',
    check: ({ item: { disclosure } }) =>
      disclosure !== 'proactive'
        ? fine
        : failure(
            'proactive',
            '这份信息的公开属性是“主动公开”，请办理发布，不能登记为不公开（《条例》第十三条、第十九条）。',
          ),
  },
  'answer-kept': {
    says: '与报请确定的答复一致',
    check: ({ history, item: { disclosure } }) =>
      history.withheldByAnswer && disclosure === 'proactive'
        ? failure(
            'against-the-answer',
            '报请确定的答复是不予公开，不能按主动公开提交（《条例》第十七条）。请把公开属性改为“不予公开”并写明依据；情况有变化的，可以再次报请确定。',
          )
        : fine,
  },
  'text-ready': { says: '内容齐全，检查发现的问题均已处理', check: ({ textReady }) => textReady },
  'text-passable': {
    says: '没有国家秘密标志、完整身份证号等禁止发布的内容',
    check: ({ textPassable }) => textPassable,
  },
  'text-unchanged': {
    says: '审查的就是现在的文本',
    check: ({ item, history }) =>
      history.round?.textNumber === item.textNumber
        ? fine
        : conflict('送审以后文本有改动，审查意见不能用于现在的文本。请退回起草人重新提交审查。'),
  },
  'steps-staffed': {
    says: '每个审查环节都有人办理',
    check: ({ steps, holders, seconds }) => {
      const empty = steps.filter((step) => holders[step].length === 0);
      return empty.length === 0 || seconds.length > 0
        ? fine
        : failure(
            'nobody-reviews',
            `本单位还没有人办理“${empty.map((step) => reviewSteps[step].name).join('、')}”，提交后无人审查（《条例》第十七条）。请联系安全管理员任命。`,
          );
    },
  },
  'other-eyes': {
    says: '审查人不是起草人，与上一环节不是同一人（无他人可办时另行标明或由县主管部门代行）',
    check: (situation) => {
      const step = stepAtHand(situation);
      if (!step) return fine;
      const { personId } = situation.authority;
      const eyes = eyesFor(situation, step);
      const own = eyes.holders.some((holder) => holder.personId === personId);
      return own ? judgeEyes(step, personId, eyes) : judgeAsSecond(personId, eyes);
    },
  },
  'not-a-writer': {
    says: '不是起草或者修改过这份信息的人',
    check: ({ authority, writers }) =>
      writers.includes(authority.personId)
        ? forbidden(
            '您起草、修改或者提交过这份信息，这一步须由他人办理（《条例》第十七条）。请与本单位其他负责人联系。',
          )
        : fine,
  },
  'goes-back': {
    says: '退到起草或者此前的环节',
    aboutInput: true,
    check: ({ item, history, wish: { to } }) => {
      const state = item.state;
      const steps = history.round?.steps ?? [];
      const at = isReviewStep(state) ? reviewStepKeys.indexOf(state) : reviewStepKeys.length;
      const earlier = steps.filter((step) => reviewStepKeys.indexOf(step) < at);
      return to === 'draft' || (to !== undefined && isReviewStep(to) && earlier.includes(to))
        ? fine
        : invalid([
            {
              field: 'to',
              message: `请选择退回到哪个环节：${[states.draft, ...earlier.map((step) => states[step])].join('、')}。`,
            },
          ]);
    },
  },
  'own-submission': {
    says: '由起草人或者提交人本人撤回',
    check: ({ authority: { personId }, item, history }) =>
      item.authorId === personId || history.round?.submittedBy === personId
        ? fine
        : forbidden('只有起草人或者提交人可以撤回提交。需要退改的，请审查人办理“退回”。'),
  },
  'nobody-acted': {
    says: '提交后还没有人出具意见',
    check: ({ history: { last } }) =>
      last?.act === 'submit'
        ? fine
        : conflict(`${last?.personName ?? ''}已经办理过，不能再撤回提交。需要修改的，请现在的审查人退回。`),
  },
  reviewed: {
    says: '各环节意见齐全，有保密审查意见，最后的审查人不是起草人',
    check: ({ history: { round }, writers }) => {
      if (!round) return failure('not-reviewed', '这份信息还没有经过审查，不能办理（《条例》第十七条）。');
      const missing = missingSteps(round);
      if (missing.length > 0 || !round.steps.includes('secrecy-review')) {
        const names = (missing.length > 0 ? missing : ['secrecy-review' as const]).map(
          (step) => reviewSteps[step].name,
        );
        return failure(
          'not-reviewed',
          `还缺少“${names.join('、')}”的意见，不能办理（《条例》第十七条，《保密法实施条例》第四十二条）。`,
        );
      }
      const last = round.opinions.at(-1);
      return last && !writers.includes(last.personId)
        ? fine
        : failure(
            'own-text',
            '最后的审查人起草或者修改过这份信息，审查意见不算数，请退回后由他人审查（《条例》第十七条）。',
          );
    },
  },
  live: {
    says: '正在对外公开',
    check: ({ item: { liveTextNumber } }) =>
      liveTextNumber === undefined
        ? failure(
            'not-live',
            '这份信息没有对外公开，不需要撤回发布。还在审查的，请办理“退回”；不再需要的，由起草人作废。',
          )
        : fine,
  },
  'past-its-day': {
    says: '公示期已满',
    check: ({ item: { expiresOn }, now }) =>
      expiresOn !== undefined && expiresOn < dayInChina(now) ? fine : failure('not-expired', '公示期还没有满。'),
  },
  scheduled: {
    says: '已设定时发布',
    check: ({ item: { publishAt } }) =>
      publishAt ? fine : failure('not-scheduled', '这份信息没有设定时发布，不需要取消。'),
  },
  'in-future': {
    says: '时间在以后一年之内',
    aboutInput: true,
    check: ({ now, wish: { publishAt } }) => {
      const ahead = publishAt === undefined ? Number.NaN : publishAt.getTime() - now.getTime();
      return ahead > 0 && ahead <= 366 * 86_400_000
        ? fine
        : invalid([
            {
              field: 'publishAt',
              message: '请填写定时发布的时间，应在现在以后、一年之内。要马上发布的，请直接办理“发布”。',
            },
          ]);
    },
  },
  'has-referee': {
    says: '写明报请哪个部门',
    aboutInput: true,
    check: ({ wish: { referee } }) =>
      referee
        ? fine
        : invalid([{ field: 'referee', message: '请选择报请县政府信息公开工作主管部门，还是保密行政管理部门。' }]),
  },
  'not-to-oneself': {
    says: '县主管部门自己的信息不报请自己',
    aboutInput: true,
    check: ({ isCountyOffice, wish: { referee } }) =>
      referee === 'county' && isCountyOffice
        ? invalid([
            {
              field: 'referee',
              message:
                '本单位就是县政府信息公开工作主管部门，不能报请自己确定，请报请保密行政管理部门（《条例》第十七条）。',
            },
          ])
        : fine,
  },
  'asked-of-county': {
    says: '报请的是县主管部门',
    check: ({ history }) =>
      history.referral?.referee === 'county'
        ? fine
        : failure('asked-elsewhere', '这份信息报请的是保密行政管理部门，请本单位收到书面答复后办理“登记答复”。'),
  },
  'asked-of-secrecy-office': {
    says: '报请的是保密行政管理部门',
    check: ({ history }) =>
      history.referral?.referee === 'secrecy-office'
        ? fine
        : failure('asked-elsewhere', '这份信息报请的是县政府信息公开工作主管部门，由其在系统中答复，不需要登记。'),
  },
  'has-answer': {
    says: '写明答复结论',
    aboutInput: true,
    check: ({ wish: { answer } }) =>
      answer
        ? fine
        : invalid([{ field: 'answer', message: '请选择答复结论：可以公开、不予公开，或者由报请单位自行确定。' }]),
  },
  'has-document': {
    says: '写明答复的文号和日期',
    aboutInput: true,
    check: ({ now, wish: { documentNumber, documentDay } }) => {
      const fields = [
        ...(documentNumber?.trim()
          ? []
          : [{ field: 'documentNumber', message: '请填写书面答复的文号；没有文号的，填写答复人和方式。' }]),
        ...(documentDay && documentDay <= dayInChina(now)
          ? []
          : [{ field: 'documentDay', message: '请填写书面答复的日期，不能晚于今天。' }]),
      ];
      return fields.length > 0 ? invalid(fields) : fine;
    },
  },
  'not-own-question': {
    says: '答复人不是起草人，也不是报请人',
    check: ({ authority: { personId }, writers, history }) =>
      writers.includes(personId) || history.referral?.personId === personId
        ? forbidden('这份信息由您起草或者由您报请，不能由您自己答复，请本部门其他人员答复（《条例》第十七条）。')
        : fine,
  },
  owed: {
    says: '紧急发布后还欠这道补审',
    check: ({ history: { owed }, wish: { step } }) => {
      if (owed.length === 0) return failure('nothing-owed', '这份信息没有欠补的审查。');
      return step === undefined || owed.includes(step)
        ? fine
        : failure(
            'nothing-owed',
            `“${reviewSteps[step].name}”不欠补审，还欠：${owed.map((each) => reviewSteps[each].name).join('、')}。`,
          );
    },
  },
} as const satisfies Record<string, Guard>;

/** The key of a guard. */
export type GuardKey = keyof typeof guards;

/** Every guard, in the order of the table. */
export const guardKeys = Object.keys(guards) as GuardKey[];

/** The guard of this key. */
export const getGuard = (key: GuardKey): Guard => guards[key];

/** The review an act is about: the one the item stands in, or the one that is owed. */
export function stepAtHand({
  item,
  history,
  wish,
}: Pick<Situation, 'item' | 'history' | 'wish'>): ReviewStep | undefined {
  if (isReviewStep(item.state)) return item.state;
  return item.state === 'published' ? (wish.step ?? history.owed[0]) : undefined;
}

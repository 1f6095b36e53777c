import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, failure, forbidden, invalid, type Result, success } from '../../kernel/result.ts';
import type { Condition } from './conditions.ts';
import { judgeAsSecond, judgeEyes } from './eyes.ts';
import { missingSteps } from './history.ts';
import { disclosures } from './item.ts';
import { checkCleared, checkDiscloser, discloserOf } from './origin.ts';
import { eyesFor, type Situation, stepAtHand, urgentPublishers } from './situation.ts';
import { isReviewStep, reviewStepKeys, reviewSteps, states } from './states.ts';

const fine = success(true);

/** How each condition of the table is looked at; a refusal says why, by which article, and who can help. */
const checks: Readonly<Record<Condition, (situation: Situation) => Result<unknown>>> = {
  proactive: ({ item: { disclosure } }) =>
    disclosure === 'proactive'
      ? fine
      : failure(
          'not-proactive',
          `这份信息的公开属性是“${disclosures[disclosure]}”，不能发布。审查通过后请办理“登记不公开”；确需公开的，退回起草人改为“主动公开”后重新审查（《条例》第十三条）。`,
        ),
  'not-proactive': ({ item: { disclosure } }) =>
    disclosure !== 'proactive'
      ? fine
      : failure(
          'proactive',
          '这份信息的公开属性是“主动公开”，请办理发布，不能登记为不公开（《条例》第十三条、第十九条）。',
        ),
  'answer-kept': ({ history, item: { disclosure } }) =>
    history.withheldByAnswer && disclosure === 'proactive'
      ? failure(
          'against-the-answer',
          '报请确定的答复是不予公开，不能按主动公开提交（《条例》第十七条）。请把公开属性改为“不予公开”并写明依据；情况有变化的，可以再次报请确定。',
        )
      : fine,
  ours: ({ item: { origin, organId, disclosure } }) =>
    disclosure === 'proactive'
      ? checkDiscloser(discloserOf(origin, { id: organId, name: '本机关' }, () => '其他机关'))
      : fine,
  'before-its-end': ({ item, now, wish: { publishAt } }) => {
    const { disclosure, expiresOn, expiredAt, liveTextNumber } = item;
    if (disclosure !== 'proactive' || expiresOn === undefined) return fine;
    // What stood for its time and goes on without names is mended like anything else.
    if (expiredAt !== undefined && liveTextNumber !== undefined) return fine;
    const isLater = publishAt !== undefined && publishAt > now;
    if (dayInChina(isLater ? publishAt : now) <= expiresOn) return fine;
    const why = `公示截止日是 ${expiresOn}，早于发布的日子，发布后随即撤下，等于没有公示。`;
    return isLater
      ? invalid([{ field: 'publishAt', message: `${why}请改为截止日以前的时间。` }])
      : failure('past-its-end', `${why}请重新确定截止日；已经送审的，退回起草人修改后重新审查。`);
  },
  cleared: ({ item: { clearances } }) => checkCleared(clearances),
  'text-ready': ({ textReady }) => textReady,
  'text-passable': ({ textPassable }) => textPassable,
  'text-unchanged': ({ item, history }) =>
    history.round?.textNumber === item.textNumber
      ? fine
      : conflict('送审以后文本有改动，审查意见不能用于现在的文本。请退回起草人重新提交审查。'),
  'steps-staffed': ({ steps, holders, seconds }) => {
    const empty = steps.filter((step) => holders[step].length === 0);
    return empty.length === 0 || seconds.length > 0
      ? fine
      : failure(
          'nobody-reviews',
          `本单位还没有人办理“${empty.map((step) => reviewSteps[step].name).join('、')}”，提交后无人审查（《条例》第十七条）。请联系安全管理员任命。`,
        );
  },
  'other-eyes': (situation) => {
    const step = stepAtHand(situation);
    if (!step) return fine;
    const { personId } = situation.authority;
    const eyes = eyesFor(situation, step);
    const own = eyes.holders.some((holder) => holder.personId === personId);
    return own ? judgeEyes(step, personId, eyes) : judgeAsSecond(personId, eyes);
  },
  'not-a-writer': ({ authority, writers }) =>
    writers.includes(authority.personId)
      ? forbidden('您起草、修改或者提交过这份信息，这一步须由他人办理（《条例》第十七条）。请与本单位其他负责人联系。')
      : fine,
  'goes-back': ({ item, history, wish: { to } }) => {
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
  'own-submission': ({ authority: { personId }, item, history }) =>
    item.authorId === personId || history.round?.submittedBy === personId
      ? fine
      : forbidden('只有起草人或者提交人可以撤回提交。需要退改的，请审查人办理“退回”。'),
  'nobody-acted': ({ history: { last } }) =>
    last?.act === 'submit'
      ? fine
      : conflict(`${last?.personName ?? ''}已经办理过，不能再撤回提交。需要修改的，请现在的审查人退回。`),
  reviewed: ({ history: { round }, writers }) => {
    if (!round) return failure('not-reviewed', '这份信息还没有经过审查，不能办理（《条例》第十七条）。');
    const missing = missingSteps(round);
    if (missing.length > 0 || !round.steps.includes('secrecy-review')) {
      const names = (missing.length > 0 ? missing : ['secrecy-review' as const]).map((step) => reviewSteps[step].name);
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
  live: ({ item: { liveTextNumber } }) =>
    liveTextNumber === undefined
      ? failure(
          'not-live',
          '这份信息没有对外公开，不需要撤回发布。还在审查的，请办理“退回”；不再需要的，由起草人作废。',
        )
      : fine,
  'has-line': ({ wish: { catalogueItemId } }) =>
    catalogueItemId
      ? fine
      : invalid([{ field: 'catalogueItemId', message: '请选择这份信息完成的是目录中的哪个公开事项。' }]),
  'another-line': ({ item, wish: { catalogueItemId } }) =>
    catalogueItemId === item.catalogueItemId
      ? invalid([{ field: 'catalogueItemId', message: '这份信息已经关联这个公开事项，不需要再次关联。' }])
      : fine,
  'past-its-day': ({ item: { expiresOn }, now }) =>
    expiresOn !== undefined && expiresOn < dayInChina(now) ? fine : failure('not-expired', '公示期还没有满。'),
  scheduled: ({ item: { publishAt } }) =>
    publishAt ? fine : failure('not-scheduled', '这份信息没有设定时发布，不需要取消。'),
  'in-future': ({ now, wish: { publishAt } }) => {
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
  'has-referee': ({ wish: { referee } }) =>
    referee
      ? fine
      : invalid([{ field: 'referee', message: '请选择报请县政府信息公开工作主管部门，还是保密行政管理部门。' }]),
  'not-to-oneself': ({ isCountyOffice, wish: { referee } }) =>
    referee === 'county' && isCountyOffice
      ? invalid([
          {
            field: 'referee',
            message:
              '本单位就是县政府信息公开工作主管部门，不能报请自己确定，请报请保密行政管理部门（《条例》第十七条）。',
          },
        ])
      : fine,
  'asked-of-county': ({ history }) =>
    history.referral?.referee === 'county'
      ? fine
      : failure('asked-elsewhere', '这份信息报请的是保密行政管理部门，请本单位收到书面答复后办理“登记答复”。'),
  'asked-of-secrecy-office': ({ history }) =>
    history.referral?.referee === 'secrecy-office'
      ? fine
      : failure('asked-elsewhere', '这份信息报请的是县政府信息公开工作主管部门，由其在系统中答复，不需要登记。'),
  'has-answer': ({ wish: { answer } }) =>
    answer
      ? fine
      : invalid([{ field: 'answer', message: '请选择答复结论：可以公开、不予公开，或者由报请单位自行确定。' }]),
  'has-document': ({ now, wish: { documentNumber, documentDay } }) => {
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
  'not-own-question': ({ authority: { personId }, writers, history }) =>
    writers.includes(personId) || history.referral?.personId === personId
      ? forbidden('这份信息由您起草或者由您报请，不能由您自己答复，请本部门其他人员答复（《条例》第十七条）。')
      : fine,
  'urgency-asked': ({ history: { urgency } }) =>
    urgency ? fine : failure('urgency-not-asked', '这份信息没有人申请紧急发布，不需要答复。'),
  'urgency-not-asked': ({ history: { urgency } }) =>
    urgency ? conflict(`${urgency.personName}已经申请紧急发布，正在等领导决定，不需要重复申请。`) : fine,
  'leader-there': ({ holders, writers }) =>
    urgentPublishers({ holders, writers }).length > 0
      ? fine
      : failure(
          'nobody-decides',
          '本单位没有可以办理紧急发布的分管领导、主要领导（起草人除外）。请联系安全管理员任命；来不及的，请报告县主管部门。',
        ),
  owed: ({ history: { owed }, wish: { step } }) => {
    if (owed.length === 0) return failure('nothing-owed', '这份信息没有欠补的审查。');
    return step === undefined || owed.includes(step)
      ? fine
      : failure(
          'nothing-owed',
          `“${reviewSteps[step].name}”不欠补审，还欠：${owed.map((each) => reviewSteps[each].name).join('、')}。`,
        );
  },
};

/** Whether a condition holds. */
export const checkCondition = (condition: Condition, situation: Situation): Result<unknown> =>
  checks[condition](situation);

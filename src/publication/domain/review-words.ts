import { roles } from '../../organisation/domain/role.ts';
import { type ItemEvent, referees } from './event.ts';
import { isReviewStep, reviewSteps, states, workflowActs } from './states.ts';

/** 3月2日 9:30, as clocks in China show it. */
export function shortMoment(at: Date): string {
  const china = new Date(at.getTime() + 8 * 3_600_000);
  return `${china.getUTCMonth() + 1}月${china.getUTCDate()}日 ${china.getUTCHours()}:${String(china.getUTCMinutes()).padStart(2, '0')}`;
}

/** What an event is called where it stands: 同意（保密审查）, 退回到起草, 补审通过（公开办复审）. */
export function nameEvent({
  act,
  fromState,
  toState,
  detail,
}: Pick<ItemEvent, 'act' | 'fromState' | 'toState' | 'detail'>): string {
  const name = workflowActs[act];
  if (act === 'return') return `${name}到“${states[toState]}”`;
  if (act === 'pass' && fromState && isReviewStep(fromState)) return `${reviewSteps[fromState].name}：${name}`;
  if ((act === 'second-look' || act === 'reject-second-look') && detail.step)
    return `${reviewSteps[detail.step].name}：${name}`;
  if (act === 'refer' && detail.referee) return `${name}（${referees[detail.referee]}）`;
  if (act === 'link-duty' && detail.catalogueItem) return `${name}（${detail.catalogueItem}）`;
  if (detail.answer) return `${name}：${answers[detail.answer]}`;
  return name;
}

/** An event in quotation marks, those within it single: “退回到‘起草’” (GB/T 15834—2011, 4.8.3.5). */
export const quoteEvent = (event: Parameters<typeof nameEvent>[0]): string =>
  `“${nameEvent(event).replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** What an answer to a question says. */
export const answers = {
  disclose: '可以公开',
  withhold: '不予公开',
  'decide-yourselves': '由报请单位自行确定',
} as const;

/** Marks of an event that a reader has to see. */
export function marksOfEvent({
  detail,
  behalfName,
  personName,
}: Pick<ItemEvent, 'detail' | 'behalfName' | 'personName'>): string[] {
  return [
    ...(behalfName ? [`${personName}代${behalfName}办理`] : []),
    ...(detail.sameEyes ? ['本单位无其他人担任该岗位，审查人与起草修改人或者上一环节为同一人'] : []),
    ...(detail.secondEyes ? ['由县主管部门代行第二人审查'] : []),
    ...(detail.escalate ? ['提请主要领导审核'] : []),
    ...(detail.bulk ? ['成批办理'] : []),
  ];
}

/** 张三已于3月2日 9:30办理“保密审查：同意”. */
export const describeEvent = (event: ItemEvent): string =>
  `${event.personName}已于${shortMoment(event.at)}办理${quoteEvent(event)}`;

/** By which post somebody acted: 保密审查员; nothing for the system. */
export const nameRole = (role: string | undefined): string =>
  role !== undefined && Object.hasOwn(roles, role) ? roles[role as keyof typeof roles].name : '';

import { type Act, rolesFor } from '../../organisation/domain/acts.ts';
import { nameRoles } from '../../organisation/domain/role.ts';
import { conditionKeys, conditions } from './conditions.ts';
import { type KindKey, kindOf } from './kinds/index.ts';
import { allowedUses, importantKinds, standardRoute, stepUses } from './review-route.ts';
import {
  reviewStepKeys,
  reviewSteps,
  type State,
  stateKeys,
  states,
  type WorkflowAct,
  workflowActs,
} from './states.ts';
import { actsIn, findTransition, rightsFor, type Target, type Transition, targetsOf } from './workflow.ts';

/** The workflow as a page: a diagram of the way to publication, and every line of the table. */
export function workflowMarkdown(): string {
  return `${[
    '# 公开审查流程',
    '',
    '本页由 `src/publication/domain/workflow.ts` 生成（`npm run generate`），服务器、页面和测试都以该表为准。表中没有的，不能办理。',
    '',
    '依据：《中华人民共和国政府信息公开条例》第十七条（公开审查机制）、《中华人民共和国保守国家秘密法实施条例》第四十二条（先审查、后公开，逐项审查）。',
    '',
    '## 从起草到发布',
    '',
    '```mermaid',
    ...diagram(),
    '```',
    '',
    '图中只画主要走向；退回、作废、到期等见下表。审查环节按设置可以减少，保密审查不能减。',
    '',
    '## 每个环节能办什么',
    '',
    '| 环节 | 事项 | 去向 | 谁可以办 | 要写 | 条件 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...stateKeys.flatMap((state) => actsIn(state).map((act) => line(state, act))),
    '',
    '## 条件',
    '',
    '| 条件 | 含义 |',
    '| --- | --- |',
    ...conditionKeys.map((key) => `| \`${key}\` | ${conditions[key]} |`),
    '',
    '## 谁审、谁不审',
    '',
    '- 起草、修改、提交过这份信息的人，不出具保密审查意见，不作最后的审查人；其他环节只在本单位没有别人担任该岗位时可以办理，并在信息上标明。',
    '- 同一人不连续出具两道意见；本单位没有别人担任该岗位的，可以办理并标明，但最后一道审查必须换人。',
    `- 本单位换不出人的，由${nameRoles(rolesFor('give-second-eyes'))}代行第二人审查。`,
    '- 审查人不改稿，只同意、退回或者报请确定。',
    '',
    '## 可以怎样设置',
    '',
    '县主管部门可以按单位（及其所属单位）、按信息类别设置；最近的单位、指明类别的优先。已经提交的按提交时的设置办完。',
    '',
    '| 环节 | 默认 | 可以设为 | 说明 |',
    '| --- | --- | --- | --- |',
    ...reviewStepKeys.map((step) => {
      const { uses, because = '' } = allowedUses[step];
      return `| ${reviewSteps[step].name} | ${stepUses[standardRoute.steps[step]]} | ${uses.map((use) => stepUses[use]).join('、')} | ${because} |`;
    }),
    '',
    '除保密审查外，公开办复审、分管领导审核、主要领导审核至少有一个环节对每件信息都办。',
    '',
    `默认由主要领导审核的类别：${important()}。单位或者分管领导认为重要的，也可以提请主要领导审核。`,
  ].join('\n')}\n`;
}

function* diagram(): Generator<string> {
  yield 'stateDiagram-v2';
  for (const state of stateKeys) yield `  state "${states[state]}" as ${idOf(state)}`;
  yield '  [*] --> draft';
  const order: [State, WorkflowAct, State][] = [
    ['draft', 'submit', 'department-check'],
    ...reviewStepKeys.map((step, at): [State, WorkflowAct, State] => [
      step,
      'pass',
      reviewStepKeys[at + 1] ?? 'approved',
    ]),
    ['deputy-approval', 'pass', 'approved'],
    ['approved', 'publish', 'published'],
    ['approved', 'file', 'filed'],
    ['draft', 'publish-urgently', 'published'],
    ['secrecy-review', 'refer', 'referred'],
    ['referred', 'answer-referral', 'secrecy-review'],
    ['secrecy-review', 'return', 'draft'],
    ['published', 'withdraw', 'withdrawn'],
    ['published', 'revise', 'draft'],
    ['withdrawn', 'revise', 'draft'],
    ['filed', 'revise', 'draft'],
    ['draft', 'discard', 'discarded'],
    ['discarded', 'restore', 'draft'],
  ];
  for (const [from, act, to] of order) {
    if (!targetsOf(from, act).includes(to)) throw new Error(`the diagram draws ${from} × ${act} → ${to}`);
    yield `  ${idOf(from)} --> ${idOf(to)}: ${workflowActs[act]}`;
  }
}

const idOf = (state: State): string => state.replaceAll('-', '_');

function line(state: State, act: WorkflowAct): string {
  const transition = findTransition(state, act) as Transition;
  const guards = transition.guards.map((key) => conditions[key]).join('；');
  return `| ${states[state]} | ${workflowActs[act]} | ${targetWords(state, act, transition.to)} | ${who(state, act, transition)} | ${needs[transition.needs]} | ${guards} |`;
}

const needs = { opinion: '意见', reason: '原因', nothing: '' } as const;

function targetWords(state: State, act: WorkflowAct, to: Target): string {
  switch (to) {
    case 'next-review':
      return state === 'draft' ? '第一个审查环节' : '下一个审查环节，最后一个之后为待发布';
    case 'chosen':
      return '起草，或者此前的任一环节';
    case 'asked-from':
      return '报请时的环节；答复不予公开的，退回起草';
    case 'rest':
      return '已作废；修订的，恢复修订前的状态';
    case 'stays':
      return '不变';
    default:
      return act === 'expire' ? '已撤回；去标识化的，不变' : states[to];
  }
}

function who(state: State, act: WorkflowAct, { by, at }: Transition): string {
  if (by === 'system') return '系统自动';
  const roles = (rights: readonly Act[]) => nameRoles([...new Set(rights.flatMap(rolesFor))]);
  if (by === 'review' && state === 'published') return '所欠环节的审查人';
  return `${roles(rightsFor(state, act))}${at === 'drafting-organ' ? '（起草单位）' : ''}`;
}

const important = (): string =>
  Object.entries(importantKinds)
    .map(([kind, { importantFrom }]) => {
      const { name } = kindOf(kind as KindKey);
      return importantFrom === undefined ? name : `${name}（金额${importantFrom / 1_000_000}万元以上）`;
    })
    .join('、');

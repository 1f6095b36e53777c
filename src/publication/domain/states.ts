import type { Act } from '../../organisation/domain/acts.ts';

/** The reviews in their order (条例 art. 17; 保密法实施条例 art. 42): each asks for a written opinion. */
export const reviewSteps = {
  'department-check': { name: '部门负责人检查', by: 'check-items' },
  'secrecy-review': { name: '保密审查', by: 'review-secrecy' },
  'office-review': { name: '公开办复审', by: 'review-items' },
  'deputy-approval': { name: '分管领导审核', by: 'approve-items' },
  'chief-approval': { name: '主要领导审核', by: 'approve-important-items' },
} as const satisfies Record<string, { name: string; by: Act }>;
export type ReviewStep = keyof typeof reviewSteps;

/** Every review, in order. */
export const reviewStepKeys = Object.keys(reviewSteps) as ReviewStep[];

/** Whether a state is a review. */
export const isReviewStep = (state: string): state is ReviewStep => Object.hasOwn(reviewSteps, state);

const reviewNames = Object.fromEntries(reviewStepKeys.map((key) => [key, reviewSteps[key].name])) as {
  [Step in ReviewStep]: (typeof reviewSteps)[Step]['name'];
};

/** Where an item can stand. */
export const states = {
  draft: '起草',
  ...reviewNames,
  referred: '报请确定',
  approved: '待发布',
  published: '已发布',
  filed: '已登记（不公开）',
  withdrawn: '已撤回',
  discarded: '已作废',
} as const satisfies Record<string, string>;
export type State = keyof typeof states;

/** Every state, in order. */
export const stateKeys = Object.keys(states) as [State, ...State[]];

/** Whether a text is the key of a state. */
export const isState = (text: string): text is State => Object.hasOwn(states, text);

/** The states an item rests in; a revision begins from one and goes back to it when it is dropped. */
export const restingStates = ['published', 'filed', 'withdrawn'] as const satisfies readonly State[];
export type RestingState = (typeof restingStates)[number];

/** What can be done about an item. `begin` and what the system does by itself stand in the events too. */
export const workflowActs = {
  begin: '新建',
  submit: '提交审查',
  'take-back': '撤回提交',
  pass: '同意',
  return: '退回',
  refer: '报请确定',
  'answer-referral': '答复报请',
  'register-answer': '登记答复',
  publish: '发布',
  schedule: '定时发布',
  unschedule: '取消定时',
  file: '登记不公开',
  'request-urgent': '申请紧急发布',
  'decline-urgent': '不同意紧急发布',
  'publish-urgently': '紧急发布',
  'second-look': '补审通过',
  'reject-second-look': '补审不通过',
  withdraw: '撤回发布',
  'link-duty': '关联公开事项',
  revise: '修订',
  discard: '作废',
  restore: '恢复',
  expire: '到期处理',
  import: '导入',
} as const satisfies Record<string, string>;
export type WorkflowAct = keyof typeof workflowActs;

/** Every act, in order. */
export const workflowActKeys = Object.keys(workflowActs) as [WorkflowAct, ...WorkflowAct[]];

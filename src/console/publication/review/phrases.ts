import type { State, WorkflowAct } from '../../../publication/domain/states.ts';

/** Opinions that are often given, by the review: taken over with one click and changed as needed. */
const opinions: Readonly<Partial<Record<State, readonly string[]>>> = {
  'department-check': ['内容属实，数据准确，同意报审。', '经核对，内容与原件一致，同意报审。'],
  'secrecy-review': [
    '经审查，不涉及国家秘密、工作秘密和敏感信息，同意公开。',
    '经审查，个人信息已作去标识化处理，不涉密，同意公开。',
  ],
  'office-review': ['经复审，公开属性、方式和范围适当，同意公开。', '要素齐全，表述规范，同意公开。'],
  'deputy-approval': ['同意公开。', '同意，请按时限发布。'],
  'chief-approval': ['同意公开。', '同意发布，并做好解读。'],
  published: ['经补审，内容无误，同意继续公开。'],
  referred: ['经研究，可以公开。', '该信息不属于本机关确定事项，由你单位依法自行确定。'],
};

/** Reasons that are often given. */
const reasons: Readonly<Partial<Record<WorkflowAct, readonly string[]>>> = {
  return: ['请核对文号和成文日期。', '请补充内容概述。', '请对名单中的个人信息作去标识化处理。', '请补充附件。'],
  refer: ['是否涉及国家秘密不能确定，请予确定。', '是否属于应当公开的范围不能确定，请予确定。'],
  withdraw: ['内容有误，更正后重新发布。', '公示期满。'],
  discard: ['重复录入。', '不再需要公开。'],
  'request-urgent': ['突发事件，需要立即向社会发布权威信息。', '涉及群众生命财产安全，来不及逐级审查。'],
  'decline-urgent': ['不属于突发事件，请按程序办理。', '内容不完整，请补充后再申请。'],
  'publish-urgently': ['突发事件需要立即向社会发布权威信息。'],
};

/** What may be written at an act, in phrases. */
export const phrasesFor = (state: State, act: WorkflowAct): readonly string[] =>
  reasons[act] ??
  (act === 'pass' || act === 'second-look' || act.endsWith('answer') || act === 'answer-referral'
    ? (opinions[state] ?? [])
    : []);

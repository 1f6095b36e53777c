/** What can have to hold for an act beside the right to do it; `guards.ts` says how each is looked at. */
export const conditions = {
  proactive: '公开属性为主动公开',
  'not-proactive': '公开属性为依申请公开或者不予公开',
  'answer-kept': '与报请确定的答复一致',
  ours: '由本机关负责公开',
  'before-its-end': '公示截止日还没有过',
  cleared: '需要协商、批准的，已经协商一致、取得批准',
  'text-ready': '内容齐全，检查发现的问题均已处理',
  'text-passable': '没有国家秘密标志、完整身份证号等禁止发布的内容',
  'text-unchanged': '审查的就是现在的文本',
  'steps-staffed': '每个审查环节都有人办理',
  'other-eyes': '审查人不是起草人，与上一环节不是同一人（无他人可办时另行标明或由县主管部门代行）',
  'not-a-writer': '不是起草或者修改过这份信息的人',
  'goes-back': '退到起草或者此前的环节',
  'own-submission': '由起草人或者提交人本人撤回',
  'nobody-acted': '提交后还没有人出具意见',
  reviewed: '各环节意见齐全，有保密审查意见，最后的审查人不是起草人',
  live: '正在对外公开',
  'has-line': '选定本单位目录中的公开事项',
  'another-line': '与现在关联的公开事项不同',
  'past-its-day': '公示期已满',
  scheduled: '已设定时发布',
  'in-future': '时间在以后一年之内',
  'has-referee': '写明报请哪个部门',
  'not-to-oneself': '县主管部门自己的信息不报请自己',
  'asked-of-county': '报请的是县主管部门',
  'asked-of-secrecy-office': '报请的是保密行政管理部门',
  'has-answer': '写明答复结论',
  'has-document': '写明答复的文号和日期',
  'not-own-question': '答复人不是起草人，也不是报请人',
  'urgency-asked': '已申请紧急发布',
  'urgency-not-asked': '还没有申请紧急发布',
  'leader-there': '本单位有可以紧急发布的领导',
  owed: '紧急发布后还欠这道补审',
} as const satisfies Record<string, string>;

/** The key of a condition, as the table of the workflow names it. */
export type Condition = keyof typeof conditions;

/** Every condition, in order. */
export const conditionKeys = Object.keys(conditions) as Condition[];

/**
 * Those without which an act makes no sense at all where an item stands: to file what is to be published, to make up for a
 * review nobody owes. Who asks for it is told; what can be done does not mention it.
 */
export const senseConditions: readonly Condition[] = [
  'proactive',
  'not-proactive',
  'live',
  'scheduled',
  'asked-of-county',
  'asked-of-secrecy-office',
  'urgency-asked',
  'owed',
];

/** Those that look at what was entered and not at the item: not asked when only the possible acts are listed. */
export const inputConditions: readonly Condition[] = [
  'goes-back',
  'in-future',
  'has-referee',
  'not-to-oneself',
  'has-answer',
  'has-document',
  'has-line',
  'another-line',
];

/** What the page of the settings says. */
export const messages = {
  title: '系统设置',
  words: '修改后几秒内生效，并记入审计。',
  keepers: { system: '由系统管理员修改', security: '由安全管理员修改', audit: '由审计管理员修改' },
  name: '参数',
  value: '当前值',
  standard: '默认值',
  changed: (who: string, at: string) => `${who} ${at} 修改`,
  isStandard: '默认',
  act: '操作',
  edit: '修改',
  editFor: (label: string) => `修改${label}`,
  save: '保存',
  saved: '已保存',
  resetTo: (value: string) => `默认值为 ${value}`,
  valueMissing: '请填写。',
  yes: '是',
  no: '否',
  none: '无',
  emptyTitle: '没有可以设置的参数',
  emptyWords: '系统没有登记可以在页面上修改的参数。其余参数在服务器的环境变量中设置，见运行手册。',
  /** What the values of choices are called. */
  choices: {
    administrators: '仅系统、安全、审计管理员',
    'listed-roles': '管理员和指定角色',
    everyone: '全体人员',
  } as Readonly<Record<string, string>>,
} as const;

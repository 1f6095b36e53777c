/** What the page of handing over to archives and libraries says. */
export const messages = {
  title: '移送档案馆、图书馆',
  words: '主动公开的信息应当及时移送国家档案馆、公共图书馆（条例第二十五条）。选好期间，生成明细表，移送后登记。',
  channel: '移送至',
  channels: { archive: '档案室（档案馆）', library: '图书馆' },
  organ: '单位',
  from: '公开日期自',
  to: '至',
  pending: '尚未移送的信息',
  item: '信息',
  index: '索引号',
  document: '文号',
  published: '公开日期',
  sheet: '主动公开政府信息移送明细表',
  docx: '下载明细表（Word）',
  xlsx: '下载明细表（Excel）',
  register: '登记移送',
  registerAll: (count: number) => `登记移送（全部 ${count} 条）`,
  registerSome: (count: number) => `登记移送（所选 ${count} 条）`,
  registerWords: (count: number, where: string) =>
    `登记 ${count} 条信息已移送${where}。登记后不能改动，请先核对明细表和签收。`,
  handedOn: '移送日期',
  dayMissing: '请选择日期。',
  receiver: '接收人',
  receiverMissing: '请填写接收人。',
  done: (count: number) => `已登记移送 ${count} 条`,
  emptyTitle: '这一期间没有尚未移送的信息',
  emptyWords: (channel: 'archive' | 'library') =>
    channel === 'archive'
      ? '都已移送档案室（档案馆）。要看图书馆的，在“移送至”选图书馆；要看以往的，把公开日期改早。'
      : '都已移送图书馆。要看档案室（档案馆）的，在“移送至”选档案室；要看以往的，把公开日期改早。',
  past: '移送记录',
  pastEmpty: '还没有登记过移送。',
  count: '条数',
  span: '公开期间',
  files: '明细表',
} as const;

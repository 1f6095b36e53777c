/** What the pages of the memos say. */
export const messages = {
  title: '备忘',
  add: '新建备忘',
  words: '平时只有本人能看到；工作移交时随同移交，办理移交的人员和接收人也能看到。',
  heading: '标题',
  headingMissing: '请填写标题。',
  due: '办理期限',
  dueHint: '填写后到期会列在“今天要办”。',
  text: '内容',
  save: '保存',
  saved: '已保存',
  finish: '办结',
  finished: '已办结',
  reopen: '重新打开',
  back: '返回今天要办',
} as const;

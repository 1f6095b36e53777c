/** What the page 今天要办 says. */
export const messages = {
  title: '今天要办',
  addMemo: '新建备忘',
  words: (day: string, count: number) => (count === 0 ? day : `${day}，共${count}件`),
  levels: { urgent: '紧急', overdue: '已逾期', today: '今天要办', soon: '即将到期', open: '待办' },
  due: (day: string) => `${day}前办理`,
  dueBy: '办理期限',
  emptyTitle: '目前没有要办的事项',
  emptyWords: '有事项需要您办理时会列在这里，并标明办理期限。',
  noPostTitle: '您目前没有岗位',
  noPostWords: '账号已经开通，但尚未任命岗位，因此没有可以办理的业务。请联系本县安全管理员办理任职。',
} as const;

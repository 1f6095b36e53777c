import { defineSettings, wholeNumber } from '../settings/declaration.ts';

/** 网络安全法 art. 23: logs are kept for no less than six months. */
const leastMonths = 6;

/** What the 审计管理员 may set. */
export const auditSettings = defineSettings(
  { name: 'audit', label: '审计记录', keeper: 'audit' },
  {
    keepMonths: {
      label: '审计记录保存期限',
      meaning:
        '审计记录至少保存多久。依照《网络安全法》第二十三条不得少于六个月；只能延长，不能缩短。本系统目前不清除任何审计记录。',
      unit: '个月',
      schema: wholeNumber(leastMonths, 1_200),
      standard: leastMonths,
      refuse: (before: number, after: number) =>
        after < before ? `保存期限只能延长，现在是 ${before} 个月，请填写不小于它的数。` : undefined,
    },
  },
);

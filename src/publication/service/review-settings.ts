import { defineSettings, wholeNumber } from '../../platform/settings/index.ts';

/** How long what the reviews ask for may take. */
export const reviewSettings = defineSettings(
  { name: 'publication-review', label: '公开审查', keeper: 'system' },
  {
    secondLookDays: {
      label: '紧急发布后补审的期限',
      meaning: '由领导紧急发布的信息，未经过的审查环节须在这个期限内补齐；逾期一直列在“今天要办”和欠补清单中。',
      unit: '个工作日',
      schema: wholeNumber(1, 10),
      standard: 2,
    },
    referralDays: {
      label: '报请确定的答复期限',
      meaning: '不能确定是否可以公开、报请县主管部门或者保密行政管理部门确定的，在这个期限内答复；答复之前不得发布。',
      unit: '个工作日',
      schema: wholeNumber(1, 60),
      standard: 10,
    },
  },
);

import { z } from 'zod';
import { defineSettings, wholeNumber } from '../../platform/settings/index.ts';
import { checkIndexTemplate, standardIndexTemplate } from '../domain/index-number.ts';

const indexTemplate = z
  .string('应为文字')
  .trim()
  .superRefine((template, context) => {
    const message = checkIndexTemplate(template);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** What can be set of the items. */
export const publicationSettings = defineSettings(
  { name: 'publication', label: '主动公开', keeper: 'system' },
  {
    indexNumberTemplate: {
      label: '索引号格式',
      meaning:
        '首次发布时按此格式编索引号，已编的不变、不重用。可用 {统一社会信用代码}、{区划代码}、{年}、{月}、{日}、{类别}、{序号:5}（5 是位数）；类别是条例第二十条的项号。',
      schema: indexTemplate,
      standard: standardIndexTemplate,
    },
    consultationDays: {
      label: '意见征集最短期限',
      meaning: '公开征求意见一般不少于这个期限（《重大行政决策程序暂行条例》第十五条：30日）；短于它的须公开说明理由。',
      unit: '日',
      schema: wholeNumber(1, 120),
      standard: 30,
    },
    outcomeDays: {
      label: '意见征集结果反馈期限',
      meaning: '征集结束后多少日内公布采纳情况；逾期的列在“今天要办”。法规没有规定期限，由本县确定。',
      unit: '日',
      schema: wholeNumber(1, 180),
      standard: 30,
    },
    assessmentMonths: {
      label: '不公开信息的评估间隔',
      meaning:
        '对依申请公开、不予公开的信息多久评估一次，因情势变化可以公开的应当公开（条例第十八条，间隔由本县确定）。',
      unit: '个月',
      schema: wholeNumber(1, 24),
      standard: 12,
    },
  },
);

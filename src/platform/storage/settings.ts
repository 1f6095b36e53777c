import { z } from 'zod';
import { defineSettings, type SettingValues, wholeNumber, yesOrNo } from '../settings/declaration.ts';
import { customaryExtensions, knownExtensions } from './kinds.ts';

const error = '应从列出的类型中选择，至少一种';

/** What the 安全管理员 decides about attachments. */
export const attachmentSettings = defineSettings(
  { name: 'attachments', label: '附件', keeper: 'security' },
  {
    types: {
      label: '可以上传的类型',
      meaning: '按文件后缀。网页、脚本和可执行程序在任何设置下都不接收；压缩包里的内容无法逐一检查，一般不开放。',
      schema: z.array(z.enum(knownExtensions as [string, ...string[]], { error }), { error }).min(1, { error }),
      standard: [...customaryExtensions],
    },
    fileMegabytes: {
      label: '单个附件的大小上限',
      meaning: '超过的不予接收。',
      unit: 'MB',
      schema: wholeNumber(1, 1_024),
      standard: 50,
    },
    filesPerUpload: {
      label: '一次上传的个数上限',
      meaning: '一次选择的文件超过这个数时，请分几次上传。',
      unit: '个',
      schema: wholeNumber(1, 50),
      standard: 10,
    },
    megabytesPerDay: {
      label: '每人每天的上传总量上限',
      meaning: '防止有人占满磁盘；按最近二十四小时计算。',
      unit: 'MB',
      schema: wholeNumber(10, 1_000_000),
      standard: 2_048,
    },
    keepDays: {
      label: '已删除附件的保留天数',
      meaning: '附件删除后，其内容过这么多天才从存储中清除，其间误删的可以找回。',
      unit: '天',
      schema: wholeNumber(1, 3_650),
      standard: 30,
    },
    acceptsUnscanned: {
      label: '查毒服务不可用时仍然接收附件',
      meaning: '选“是”时，附件标明“未查毒”，等查毒服务恢复后补查；选“否”时暂不接收附件。',
      schema: yesOrNo(),
      standard: false,
    },
  },
);

/** The values in force. */
export type AttachmentRules = SettingValues<typeof attachmentSettings>;

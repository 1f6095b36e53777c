import { defineSettings, wholeNumber, yesOrNo } from '../../platform/settings/index.ts';

/** What can be set of the checks. */
export const checkSettings = defineSettings(
  { name: 'checks', label: '发布前检查', keeper: 'system' },
  {
    mayWaiveNumbers: {
      label: '保密审查员可以放行完整证件号',
      meaning:
        '法律、法规要求公开完整身份证号码、银行账号的，是否允许保密审查员写明依据后放行。密级标志任何人都不能放行，不受此项影响。',
      schema: yesOrNo(),
      standard: true,
    },
    interpretationDays: {
      label: '政策解读期限',
      meaning: '规范性文件发布后，解读材料最迟在多少个工作日内发布（国办发〔2016〕80号：3个工作日）。',
      unit: '个工作日',
      schema: wholeNumber(1, 30),
      standard: 3,
    },
    duplicateShare: {
      label: '重复提示的比例',
      meaning: '与已发布信息相同的文字达到多少时提示重复。',
      unit: '%',
      schema: wholeNumber(50, 100),
      standard: 75,
    },
    tryLinks: {
      label: '检查外部链接能否打开',
      meaning: '开启后系统在检查时访问正文中的外部网址，看能否打开。服务器不能访问互联网的，请保持关闭。',
      schema: yesOrNo(),
      standard: false,
    },
  },
);

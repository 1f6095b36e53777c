import { type AuditVocabulary, defineActions } from '../../platform/audit/index.ts';
import { channelStates } from '../domain/channel-states.ts';
import { channelKeys, channels } from '../domain/channels.ts';

const channelNames = Object.fromEntries(channelKeys.map((key) => [key, channels[key].name]));

/** What channels, accounts, transfers and imports are called in the audit. */
export const channelVocabulary: AuditVocabulary = defineActions({
  actions: {
    'channel.plan': '选择发布渠道',
    'channel.register': '登记渠道发布情况',
    'channel.send': '向公众号发送',
    'channel.sent': '公众号发布成功',
    'channel.fail': '公众号发布失败',
    'channel.decline': '登记不再从渠道发布',
    'channel.reopen': '恢复渠道发布办理',
    'channel.confirm-recall': '登记从渠道撤下',
    'wechat-account.connect': '接入微信公众号',
    'wechat-account.change': '修改微信公众号接入信息',
    'wechat-account.check': '测试微信公众号连接',
    'transfer.register': '登记信息移送',
    'publication-import.read': '读取发布台账',
    'publication-import.compare': '重新核对发布台账',
    'publication-import.apply': '导入发布台账',
    'publication-import.undo': '撤销发布台账导入',
    'publication-import.drop': '不予导入发布台账',
    'figures.export': '导出发布统计',
  },
  recordKinds: {
    'wechat-account': '微信公众号',
    transfer: '信息移送',
    'publication-import': '发布台账导入',
    figures: '发布统计',
  },
  fields: {
    channel: '渠道',
    channels: '发布渠道',
    channelState: '渠道状态',
    channelError: '失败原因',
    doneOn: '办理日期',
    link: '网页链接',
    copies: '份数',
    receiver: '接收人',
    textNumber: '文本版本',
    appId: 'AppID',
    inUse: '启用',
    secretChanged: '更换了 AppSecret',
    reached: '连接成功',
  },
  values: { channel: channelNames, channels: channelNames, channelState: channelStates },
});

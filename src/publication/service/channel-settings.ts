import { z } from 'zod';
import { defineSettings } from '../../platform/settings/index.ts';

const address = (error: string) =>
  z
    .string({ error })
    .trim()
    .max(200, { error })
    .refine((text) => text === '' || (/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#@]*)?$/.test(text) && URL.canParse(text)), {
      error,
    })
    .transform((text) => text.replace(/\/+$/, ''));

/** What the 系统管理员 sets about the channels. */
export const channelSettings = defineSettings(
  { name: 'channels', label: '发布渠道', keeper: 'system' },
  {
    siteAddress: {
      label: '门户网站地址',
      meaning: '公众访问本系统门户的地址，用于公告栏二维码和公众号的“阅读原文”。留空时公告单不印二维码。',
      schema: address('应为 https://www.example.gov.cn 的样子，留空表示没有'),
      standard: '',
    },
    wechatAddress: {
      label: '微信公众号接口地址',
      meaning: '一般不改。服务器不能直接访问外网、由本单位的转发服务代为访问时，填写转发服务的地址。',
      schema: address('应为 https://api.weixin.qq.com 的样子').refine((text) => text !== '', {
        error: '应为 https://api.weixin.qq.com 的样子',
      }),
      standard: 'https://api.weixin.qq.com',
    },
  },
);

/** Why the official account interface did not do what it was asked for. */
export interface WechatFault {
  /** The errcode of the interface, or what happened on the way: `network`, `timeout`, `answer`, `secret`. */
  code: string;
  /** What it means and what to do, in Chinese; holds no secret and no address. */
  message: string;
  /** Whether it may go well when it is asked again later without anybody doing anything. */
  mayPass: boolean;
  /** Whether it is certain that nothing was done; false when the answer was lost. */
  isCertain: boolean;
}

/** An answer of the interface: what it gave, or why not. */
export type WechatAnswer<T> = { ok: true; value: T } | { ok: false; fault: WechatFault };

export const given = <T>(value: T): WechatAnswer<T> => ({ ok: true, value });

/** What a code means to a township clerk, and what is to be done; `passes`: it goes away by itself. */
interface CodeMeaning {
  meaning: string;
  advice: string;
  passes?: true;
}

const credentials = '请核对公众号的 AppID 和 AppSecret，在“公众号接入”中重新填写后重发。';
const platform = '请登录微信公众平台查看账号状态。';

/** Codes of the interface that occur with drafts, pictures and publication. */
export const wechatCodes: Readonly<Record<number, CodeMeaning>> = {
  [-1]: { meaning: '微信系统繁忙', advice: '系统会自动重试。', passes: true },
  40001: { meaning: 'AppSecret 有误，或访问凭证无效', advice: credentials },
  40002: { meaning: '凭证类型不正确', advice: credentials },
  40004: { meaning: '图片格式不被接受', advice: '请把正文中的图片换成 JPG 或 PNG 格式后重发。' },
  40005: { meaning: '文件类型不被接受', advice: '请把正文中的图片换成 JPG 或 PNG 格式后重发。' },
  40006: { meaning: '文件大小不符合要求', advice: '请把正文中的图片压缩到 1 MB 以内后重发。' },
  40007: {
    meaning: '草稿或素材在公众号中已不存在',
    advice: '请到公众号后台核对是否已经发布；确未发布的，点“重新发送”。',
  },
  40009: { meaning: '图片大小不符合要求', advice: '请把正文中的图片压缩到 1 MB 以内后重发。' },
  40013: { meaning: 'AppID 不正确', advice: credentials },
  40014: { meaning: '访问凭证无效', advice: credentials },
  40125: { meaning: 'AppSecret 不正确', advice: credentials },
  40164: {
    meaning: '本服务器的网络地址不在公众号的 IP 白名单中',
    advice: '请登录微信公众平台，在“设置与开发—基本配置”的 IP 白名单中加入本服务器的出口地址后重发。',
  },
  40243: { meaning: 'AppSecret 已被冻结', advice: '请登录微信公众平台解冻或重置 AppSecret，重新填写后重发。' },
  41001: { meaning: '缺少访问凭证', advice: credentials },
  41002: { meaning: '没有填写 AppID', advice: credentials },
  41004: { meaning: '没有填写 AppSecret', advice: credentials },
  42001: { meaning: '访问凭证已过期', advice: '系统会自动换取新的凭证。', passes: true },
  43003: { meaning: '接口只接受 HTTPS', advice: '请系统管理员把公众号接口地址改为 https 开头。' },
  44002: { meaning: '发送的内容为空', advice: '请补充正文后重发。' },
  44003: { meaning: '正文为空', advice: '请补充正文后重发。' },
  45001: { meaning: '图片超过大小限制', advice: '请把正文中的图片压缩到 1 MB 以内后重发。' },
  45002: { meaning: '正文超过长度限制', advice: '请精简正文，或把长表格改为附件后重发。' },
  45003: { meaning: '标题超过长度限制', advice: '请缩短标题后重发。' },
  45004: { meaning: '内容概述超过长度限制', advice: '请缩短内容概述后重发。' },
  45005: { meaning: '原文链接超过长度限制', advice: '请联系系统管理员核对网站地址。' },
  45008: { meaning: '图文内容超过限制', advice: '请精简正文后重发。' },
  45009: { meaning: '今天调用接口的次数已达上限', advice: '系统会自动重试，最迟次日恢复。', passes: true },
  45011: { meaning: '调用接口过于频繁', advice: '系统会自动重试。', passes: true },
  45110: { meaning: '作者名称超过长度限制', advice: '请缩短单位简称后重发。' },
  45166: { meaning: '正文中有公众号不允许的内容', advice: '请检查正文中的链接和特殊格式，修改后重发。' },
  47001: { meaning: '发送的数据格式不被接受', advice: '请联系系统管理员。' },
  48001: {
    meaning: '该公众号没有发布接口的权限',
    advice: '只有已认证的公众号可以自动发布。请完成认证，或停用自动发送，在公众号后台发布后登记链接。',
  },
  48004: { meaning: '该公众号的接口已被封禁', advice: platform },
  50002: { meaning: '该公众号受限，可能已被冻结或注销', advice: platform },
  53503: { meaning: '草稿未通过发布检查', advice: '请登录公众号后台查看该草稿的提示，修改后重发。' },
  53504: { meaning: '该草稿需要在公众号后台处理', advice: '请登录公众号后台发布，然后在本系统登记链接。' },
  53505: { meaning: '该草稿需要先在公众号后台手动保存', advice: '请登录公众号后台保存并发布，然后在本系统登记链接。' },
  53600: { meaning: '文章编号无效，可能已经删除', advice: '请到公众号后台核对。' },
  61004: {
    meaning: '本服务器的网络地址未登记',
    advice: '请登录微信公众平台，在 IP 白名单中加入本服务器的出口地址后重发。',
  },
  89503: { meaning: '本次调用需要公众号管理员确认', advice: '请公众号管理员在微信中确认后，点“重新发送”。' },
};

/** Codes that mean the token is no good: it is fetched anew once, and the request made again. */
export const tokenCodes: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** The codes that say something is not there any more. */
export const goneCodes: ReadonlySet<string> = new Set(['40007', '53600']);

/**
 * The fault a code stands for.
 *
 * @example faultOf(40164).message // '本服务器的网络地址不在公众号的 IP 白名单中。请登录微信公众平台，…（错误码 40164）'
 */
export function faultOf(code: number): WechatFault {
  const known = wechatCodes[code];
  const { meaning, advice, passes } = known ?? {
    meaning: '公众号接口没有接受',
    advice: '请按错误码在微信公众平台的说明中查找原因，或联系系统管理员。',
  };
  return {
    code: String(code),
    message: `${meaning}。${advice}（错误码 ${code}）`,
    mayPass: passes === true,
    // Of “busy” nobody knows whether something was done before it was said.
    isCertain: code !== -1,
  };
}

/** What can happen on the way, before or instead of an answer. */
const ways = {
  network: '连接不上微信公众号接口。系统会自动重试；一直如此时，请系统管理员检查服务器能否访问外网。',
  timeout: '微信公众号接口没有及时答复。系统会自动重试。',
  answer: '微信公众号接口的答复无法识别。系统会自动重试；一直如此时，请系统管理员检查公众号接口地址。',
  secret: '公众号的 AppSecret 无法解开，加密密钥可能已更换。请重新填写 AppSecret 后重发。',
} as const;

/** The fault of something that happened on the way. */
export const faultOnWay = (code: keyof typeof ways, isCertain: boolean): WechatFault => ({
  code,
  message: ways[code],
  mayPass: code !== 'secret',
  isCertain,
});

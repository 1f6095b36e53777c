export { type ArticleParts, layOutArticle } from './article.ts';
export {
  createWechatClient,
  type PublishedArticle,
  type WechatArticle,
  type WechatClient,
  type WechatPicture,
  type WechatStatus,
  type WechatTokens,
} from './client.ts';
export { standardCover } from './cover.ts';
export { faultOnWay, type WechatAnswer, type WechatFault, wechatCodes } from './faults.ts';
export type { WechatEndpoint } from './request.ts';
export { fetchToken, type WechatCredentials, type WechatToken } from './token.ts';

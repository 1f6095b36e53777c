import { buffer } from 'node:stream/consumers';
import type { Db } from '../../platform/db/index.ts';
import { type Attachment, findAttachment, openAttachment, type Storage } from '../../platform/storage/index.ts';
import {
  layOutArticle,
  standardCover,
  type WechatAnswer,
  type WechatArticle,
  type WechatClient,
  type WechatPicture,
} from '../../platform/wechat/index.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { itemAddress } from '../domain/item-address.ts';
import { listOrganNames } from '../store/organ-names.ts';
import { updateAccountCover, type WechatAccount } from '../store/wechat-accounts.ts';
import { findPicture, savePicture } from '../store/wechat-posts.ts';

/** What composing an article needs. */
export interface ArticleDeps {
  db: Db;
  storage: Storage;
  client: WechatClient;
  /** Address of the portal; empty when it is not set. */
  siteAddress: string;
}

/** The platform takes JPEG and PNG below 1 MB into the text of an article. */
const mostPictureBytes = 1024 * 1024 - 1;

/** Characters of an author's name that every account takes. */
const longestAuthor = 8;

/** Where 阅读原文 leads. */
export const sourceUrlOf = (siteAddress: string, { indexNumber }: Pick<Item, 'indexNumber'>): string =>
  itemAddress(siteAddress, indexNumber) ?? '';

/** Composes the article of an item, sending the pictures the account has not got yet. */
export async function composeArticle(
  deps: ArticleDeps,
  account: WechatAccount,
  item: Item,
  text: ItemText,
  now: Date,
): Promise<WechatAnswer<WechatArticle>> {
  const { db, siteAddress } = deps;
  const organ = (await listOrganNames(db, item.countyId, [item.organId])).get(item.organId);
  const addresses = new Map<string, string>();
  let cover: string | undefined;
  for (const id of pictureIds(text.bodyHtml)) {
    const attachment = await findAttachment(db, item.countyId, id);
    if (!attachment || !isSendable(attachment)) continue;
    const sent = await sendPicture(deps, account, item.countyId, attachment, 'body', now);
    if (!sent.ok) return sent;
    if (sent.value !== undefined) addresses.set(id, sent.value);
    if (cover === undefined) {
      const kept = await sendPicture(deps, account, item.countyId, attachment, 'cover', now);
      if (!kept.ok) return kept;
      cover = kept.value;
    }
  }
  if (cover === undefined) {
    const kept = await keepStandardCover(deps, account, item.countyId);
    if (!kept.ok) return kept;
    cover = kept.value;
  }
  const author = organ?.shortName ?? '';
  const { title, digest, content } = layOutArticle({
    title: text.title,
    summary: text.summary,
    head: [
      organ ? `发布机关：${organ.fullName}` : '',
      item.documentNumber === undefined ? '' : `发文字号：${item.documentNumber}`,
      item.publishedOn === undefined ? '' : `发布日期：${item.publishedOn}`,
    ],
    bodyHtml: text.bodyHtml,
    pictureAddress: (id) => addresses.get(id),
    foot: [
      item.indexNumber === undefined ? '' : `索引号：${item.indexNumber}`,
      text.attachments.length === 0 ? '' : `附件 ${text.attachments.length} 个，请点击“阅读原文”查阅下载。`,
    ],
  });
  return {
    ok: true,
    value: {
      title,
      author: [...author].length <= longestAuthor ? author : '',
      digest,
      content,
      sourceUrl: sourceUrlOf(siteAddress, item),
      coverMediaId: cover,
    },
  };
}

/** The attachments that stand in a text as pictures, each once. */
const pictureIds = (html: string): string[] => [
  ...new Set([...html.matchAll(/\bsrc="attachment:([0-9a-f-]{36})"/g)].flatMap(([, id]) => id ?? [])),
];

const isSendable = ({ mediaType, size, removedAt, verdict }: Attachment): boolean =>
  (mediaType === 'image/jpeg' || mediaType === 'image/png') &&
  size <= mostPictureBytes &&
  removedAt === undefined &&
  verdict !== 'infected';

async function sendPicture(
  { db, storage, client }: ArticleDeps,
  account: WechatAccount,
  countyId: string,
  attachment: Attachment,
  purpose: 'body' | 'cover',
  now: Date,
): Promise<WechatAnswer<string | undefined>> {
  const known = await findPicture(db, countyId, account.id, attachment.sha256, purpose);
  if (known !== undefined) return { ok: true, value: known };
  const opened = await openAttachment(storage, attachment);
  // What is not to be had is left out; the article says where the picture is.
  if (!opened.ok) return { ok: true, value: undefined };
  const picture: WechatPicture = {
    bytes: await buffer(opened.value),
    mediaType: attachment.mediaType as WechatPicture['mediaType'],
  };
  const sent = purpose === 'body' ? await client.uploadPicture(picture) : await client.uploadCover(picture);
  if (sent.ok) {
    await savePicture(db, countyId, account.id, {
      sha256: attachment.sha256,
      purpose,
      address: sent.value,
      uploadedAt: now,
    });
  }
  return sent;
}

async function keepStandardCover(
  { db, client }: ArticleDeps,
  account: WechatAccount,
  countyId: string,
): Promise<WechatAnswer<string>> {
  if (account.coverMediaId !== undefined) return { ok: true, value: account.coverMediaId };
  const sent = await client.uploadCover({ bytes: standardCover(), mediaType: 'image/png' });
  if (sent.ok) await updateAccountCover(db, countyId, account.id, sent.value);
  return sent;
}

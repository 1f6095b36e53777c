import { buffer } from 'node:stream/consumers';
import { findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { conflict, type Result, success } from '../../kernel/result.ts';
import { readBlocks } from '../../platform/documents/rich-text/build.ts';
import { picturesOf } from '../../platform/documents/rich-text/index.ts';
import {
  type Poster,
  type PosterPicture,
  type PosterSize,
  writePosterDocx,
  writePosterHtml,
} from '../../platform/documents/write/poster/index.ts';
import { findAttachment, openAttachment, type Storage, safeFileName } from '../../platform/storage/index.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { itemAddress } from '../domain/item-address.ts';
import { findOrganContact } from '../store/organ-names.ts';
import { getText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import { channelSettings } from './channel-settings.ts';
import type { PublicationDeps } from './deps.ts';
import { type ItemView, openItem } from './items.ts';

/** What a sheet is asked for as. */
export interface BulletinWish {
  size: PosterSize;
  format: 'docx' | 'html';
}

/** A sheet as a file, or as a page with the policy it is sent with. */
export interface BulletinFile {
  fileName: string;
  content: Uint8Array;
  /** For a page only. */
  policy?: string;
}

/**
 * The sheet of an item for the 公告栏 or 公示墙 (条例 art. 25): what is public of it, in letters that are read from a metre,
 * with the code that leads to its page.
 */
export async function drawBulletin(
  deps: PublicationDeps,
  caller: Caller,
  itemId: string,
  { size, format }: BulletinWish,
): Promise<Result<BulletinFile>> {
  const opened = await openItem(deps.db, caller, itemId);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  if (item.liveTextNumber === undefined) {
    return conflict('这条信息没有公开，不能打印公告单。发布之后再打印；已撤回的不得再张贴。');
  }
  const text = await getText(deps.db, item.countyId, item.id, item.liveTextNumber);
  const poster = await compose(deps, opened.value, text, size);
  const name = safeFileName(`公告单（${size}）-${text.title}.${format}`);
  if (format === 'docx') return success({ fileName: name, content: await writePosterDocx(poster) });
  const { html, policy } = await writePosterHtml(poster);
  return success({ fileName: name, content: new TextEncoder().encode(html), policy });
}

async function compose(
  { db, settings, storage }: PublicationDeps,
  { item, organ }: ItemView,
  text: ItemText,
  size: PosterSize,
): Promise<Poster> {
  const { siteAddress } = await settings.read(channelSettings);
  const contact = await findOrganContact(db, item.countyId, item.organId);
  const phone = contact?.disclosurePhone || contact?.phone || '';
  const address = itemAddress(siteAddress, item.indexNumber);
  const { documentNumber, expiresOn } = text.head ?? item;
  const { objection } = text.fields;
  const noticeFrom = findPlainDate(String(text.fields.noticeFrom ?? '')) ?? item.publishedOn;
  return {
    size,
    head: organ.fullName,
    title: text.title,
    subtitle: documentNumber ?? '',
    body: readBlocks(text.bodyHtml),
    pictures: await loadPictures(storage, item, text),
    facts: [
      { label: '发布机关', text: organ.fullName },
      ...(item.indexNumber === undefined ? [] : [{ label: '索引号', text: item.indexNumber }]),
      ...(item.publishedOn === undefined ? [] : [{ label: '发布日期', text: inWords(item.publishedOn) }]),
      ...(expiresOn === undefined || noticeFrom === undefined
        ? []
        : [{ label: '公示期限', text: `${inWords(noticeFrom)}至${inWords(expiresOn)}` }]),
      ...(typeof objection === 'string' && objection !== '' ? [{ label: '异议反映', text: objection }] : []),
      ...(phone === '' ? [] : [{ label: '监督电话', text: phone }]),
      ...(text.attachments.length === 0
        ? []
        : [{ label: '附件', text: text.attachments.map(({ name }) => name).join('；') }]),
    ],
    ...(address === undefined ? {} : { address }),
    foot: item.indexNumber === undefined ? '' : `索引号 ${item.indexNumber}`,
  };
}

/** Bytes of all pictures of one sheet. */
const mostPictureBytes = 20 * 1024 * 1024;

async function loadPictures(
  storage: Storage,
  { countyId }: Item,
  { bodyHtml }: ItemText,
): Promise<Map<string, PosterPicture>> {
  const pictures = new Map<string, PosterPicture>();
  let room = mostPictureBytes;
  for (const id of picturesOf(bodyHtml)) {
    const attachment = await findAttachment(storage.db, countyId, id);
    const mediaType = attachment?.mediaType;
    if (!attachment || attachment.size > room || (mediaType !== 'image/png' && mediaType !== 'image/jpeg')) continue;
    const content = await openAttachment(storage, attachment);
    if (!content.ok) continue;
    room -= attachment.size;
    pictures.set(id, { bytes: await buffer(content.value), mediaType });
  }
  return pictures;
}

/** 2026年3月2日 */
const inWords = (day: PlainDate): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

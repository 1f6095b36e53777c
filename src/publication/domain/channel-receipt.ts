import type { PlainDate } from '../../kernel/plain-date.ts';
import type { FieldProblem } from '../../kernel/problem.ts';
import type { ChannelAct, ChannelState } from './channel-states.ts';
import { type ChannelKey, channelOf, evidenceKinds } from './channels.ts';

/** How an item stands on one channel, as it is kept. */
export interface ItemChannel {
  itemId: string;
  channel: ChannelKey;
  state: ChannelState;
  isAutomatic: boolean;
  /** The text that stands there. */
  textNumber?: number | undefined;
  dueOn?: PlainDate | undefined;
  /** The day it stood there first; stays when it is taken down. */
  doneOn?: PlainDate | undefined;
  doneAt?: Date | undefined;
  /** Why it is not done, or why it was taken down. */
  reason?: string | undefined;
  attempts: number;
  nextAttemptAt?: Date | undefined;
  errorCode?: string | undefined;
  error?: string | undefined;
  /** Since when an older text stands there than is public. */
  outdatedSince?: Date | undefined;
  transferId?: string | undefined;
  stateSince: Date;
}

/** What shows that something was done on a channel. */
export interface Evidence {
  doneOn: PlainDate;
  link?: string | undefined;
  copies?: number | undefined;
  receiver?: string | undefined;
  /** Where it hangs, when it was on air, which group. */
  note: string;
  /** Photographs: identifiers of attachments. */
  photoIds: readonly string[];
}

/** Something that was done about an item on a channel. */
export interface Receipt extends Partial<Omit<Evidence, 'photoIds' | 'note'>> {
  id: string;
  /** What was registered together has the same; photographs belong to it. */
  batchId: string;
  channel: ChannelKey;
  act: ChannelAct;
  textNumber?: number;
  note: string;
  /** Absent for the system itself. */
  personId?: string;
  personName: string;
  at: Date;
}

/**
 * What is missing or wrong in an evidence, at its fields; empty when it will do.
 *
 * @param today the day it is registered on; nothing was done after it
 * @param publishedOn the day the item was published; nothing was done on another channel long before it
 * @example checkEvidence('weibo', { doneOn: '2026-03-02', note: '', photoIds: [] }, '2026-03-02', '2026-03-01')
 * // [{ field: 'link', message: '请填写微博的网页链接，或上传照片或截图。' }]
 */
export function checkEvidence(
  channel: ChannelKey,
  { doneOn, link, copies, receiver, note, photoIds }: Evidence,
  today: PlainDate,
  publishedOn: PlainDate | undefined,
): FieldProblem[] {
  const { name, evidence, noteLabel } = channelOf(channel);
  const problems: FieldProblem[] = [];
  if (doneOn > today) problems.push({ field: 'doneOn', message: '日期还没有到，请填写实际发布的日期。' });
  if (publishedOn !== undefined && doneOn < publishedOn) {
    problems.push({ field: 'doneOn', message: `早于信息的发布日期（${publishedOn}），请核对日期。` });
  }
  if (link !== undefined && !/^https?:\/\/[^\s/]+\S*$/.test(link)) {
    problems.push({ field: 'link', message: '网页链接应以 http:// 或 https:// 开头。' });
  }
  const given = {
    link: link !== undefined,
    photo: photoIds.length > 0,
    copies: copies !== undefined,
    receiver: (receiver ?? '').trim() !== '',
    note: note.trim() !== '',
  };
  const [first] = evidence;
  if (first && !evidence.some((kind) => given[kind])) {
    const wanted = evidence.map((kind) => (kind === 'note' ? noteLabel : evidenceKinds[kind]));
    problems.push({
      field: first === 'photo' ? 'photoIds' : first,
      message: `请为“${name}”填写或上传以下一项作为凭证：${wanted.join('、')}。`,
    });
  }
  return problems;
}

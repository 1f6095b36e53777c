import type { RecordChange } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { textOfHtml } from '../../platform/documents/rich-text/index.ts';
import { deidentify, deidentifyLine, namesOfHtml } from '../domain/de-identify.ts';
import type { FieldValue, Item, ItemText } from '../domain/item.ts';
import { headOf } from '../domain/shortcomings.ts';
import { getText, nextTextNumber, saveText } from '../store/texts.ts';
import { auditedText, recordOf, textMasks } from './audited.ts';
import { releaseChannels } from './channels.ts';

/** What the system itself saves bears this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Takes names and numbers out of what is public of a 公示 whose last day is over: a new text that stands in place of the
 * old one at once, without its attachments, which nobody can look through by program and be sure. The old text stays in
 * the record.
 *
 * @returns the item as it is now, not saved yet; undefined when nothing could be hidden: then it is to be taken down
 */
export async function deidentifyItem(trx: Trx, record: RecordChange, item: Item, now: Date): Promise<Item | undefined> {
  const { countyId, id, liveTextNumber } = item;
  if (liveTextNumber === undefined) throw new Error(`item ${id} is not public`);
  const live = await getText(trx, countyId, id, liveTextNumber);
  const body = deidentify(live.bodyHtml);
  if (body.hidden === 0 && live.attachments.length === 0) return undefined;
  const number = await nextTextNumber(trx, countyId, id);
  const text = hiddenText(live, body.html, number, now);
  await saveText(trx, countyId, id, { ...text, head: live.head ?? headOf(item), frozen: true });
  record({
    action: 'item.de-identify',
    record: recordOf(item),
    organId: item.organId,
    before: { liveTextNumber, attachments: live.attachments.length },
    after: { liveTextNumber: number, ...auditedText(text) },
    masks: textMasks,
  });
  const isRevised = item.textNumber !== liveTextNumber;
  const hidden: Item = {
    ...item,
    liveTextNumber: number,
    liveSince: now,
    expiredAt: now,
    // Who is writing a revision meanwhile goes on in his own text.
    ...(isRevised ? {} : { textNumber: number, title: text.title }),
  };
  await releaseChannels(trx, hidden, now);
  return hidden;
}

function hiddenText(live: ItemText, bodyHtml: string, number: number, now: Date): ItemText {
  const known = namesOfHtml(live.bodyHtml);
  const hide = (line: string) => deidentifyLine(line, known);
  const hideValue = (value: FieldValue): FieldValue =>
    typeof value === 'string' ? hide(value) : Array.isArray(value) ? value.map(hide) : value;
  const { head: _, ...text } = live;
  return {
    ...text,
    number,
    title: hide(live.title),
    summary: hide(live.summary),
    bodyHtml,
    bodyText: textOfHtml(bodyHtml),
    fields: Object.fromEntries(Object.entries(live.fields).map(([key, value]) => [key, hideValue(value)])),
    attachments: [],
    changeNote: '公示期满，隐去姓名和号码，附件不再公开',
    savedBy: nobody,
    savedByName: '系统（公示期满）',
    savedAt: now,
  };
}

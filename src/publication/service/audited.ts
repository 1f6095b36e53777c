import type { Item, ItemText } from '../domain/item.ts';

/** An item as the record of an audited change. */
export const recordOf = ({ id, title }: Pick<Item, 'id' | 'title'>) => ({
  kind: 'publication-item',
  id,
  label: title === '' ? '（无标题）' : title,
});

/** What of an item the audit compares. */
export const auditedOf = (item: Item) => ({
  kind: item.kind,
  title: item.title,
  state: item.state,
  columnKey: item.columnKey,
  fieldKey: item.fieldKey,
  disclosure: item.disclosure,
  ground: item.exemption?.ground,
  exemptionReason: item.exemption?.reason,
  origin: item.origin.kind,
  documentNumber: item.documentNumber,
  formedOn: item.formedOn,
  dueOn: item.dueOn,
  expiresOn: item.expiresOn,
  expiryAct: item.expiryAct,
  important: item.important,
  validity: item.validity,
  catalogueItemId: item.catalogueItemId,
  textNumber: item.textNumber,
  liveTextNumber: item.liveTextNumber,
  reassessOn: item.reassessOn,
});

/** What of a text the audit compares: half-written ones may hold anything, so only that they changed. */
export const auditedText = ({ number, summary, bodyHtml, fields, attachments }: ItemText) => ({
  textNumber: number,
  summary,
  bodyHtml,
  fields: JSON.stringify(fields),
  attachments: attachments.length,
});

export const textMasks = { summary: 'secret', bodyHtml: 'secret', fields: 'secret' } as const;

import { checkDisclosure } from './grounds.ts';
import type { Item, ItemHead, ItemText, Relation } from './item.ts';
import { checkKind, standardRules } from './kinds/check.ts';
import { kindOf } from './kinds/index.ts';
import type { FieldRemark, Kind, KindRules } from './kinds/kind.ts';
import { checkClearances, checkOrigin } from './origin.ts';

/**
 * Everything an item lacks before it may leave the draft: title, summary, what its kind asks for, what it must be tied
 * to, the ground where it is not disclosed, where it comes from. Empty when nothing is wrong.
 *
 * What others still owe (art. 11) does not stand here: it blocks publication and not the review.
 */
export function listShortcomings(
  item: Item,
  text: ItemText,
  relations: readonly Pick<Relation, 'kind' | 'toItemId' | 'toDocument'>[],
  rules: KindRules = standardRules,
): FieldRemark[] {
  const kind = kindOf(item.kind);
  return [
    ...checkTitle(text.title),
    ...(text.summary.trim() === ''
      ? [{ field: 'summary', message: '请填写内容概述，公开目录要列出（条例第十二条）。' }]
      : []),
    ...checkKind(
      kind,
      {
        title: text.title,
        bodyText: text.bodyText,
        fields: text.fields,
        attachments: text.attachments,
        formedOn: item.formedOn,
        documentNumber: item.documentNumber,
        expiresOn: item.expiresOn,
      },
      rules,
    ),
    ...(item.disclosure === 'proactive' ? checkNeeds(kind, relations) : []),
    ...checkDisclosure(item),
    ...checkOrigin(item.origin),
    ...checkClearances(item.clearances),
  ];
}

/** What is wrong with a title. */
function checkTitle(title: string): FieldRemark[] {
  if (title.trim() === '') return [{ field: 'title', message: '请填写标题。' }];
  const length = [...title].length;
  return length > 200 ? [{ field: 'title', message: `标题不能超过 200 个字，现有 ${length} 个字。` }] : [];
}

const checkNeeds = ({ needs = [] }: Kind, relations: readonly Pick<Relation, 'kind'>[]): FieldRemark[] =>
  needs
    .filter(({ relation }) => !relations.some(({ kind }) => kind === relation))
    .map(({ message }) => ({ field: 'relations', message }));

/** What stands beside the text of an item, to be kept with a text that is frozen. */
export const headOf = (item: Item): ItemHead => ({
  kind: item.kind,
  organId: item.organId,
  origin: item.origin,
  important: item.important,
  columnKey: item.columnKey,
  disclosure: item.disclosure,
  formedOn: item.formedOn,
  ...(item.fieldKey === undefined ? {} : { fieldKey: item.fieldKey }),
  ...(item.article20 === undefined ? {} : { article20: item.article20 }),
  ...(item.exemption === undefined ? {} : { exemption: item.exemption }),
  ...(item.documentNumber === undefined ? {} : { documentNumber: item.documentNumber }),
  ...(item.expiresOn === undefined ? {} : { expiresOn: item.expiresOn }),
  ...(item.expiryAct === undefined ? {} : { expiryAct: item.expiryAct }),
  ...(item.catalogueItemId === undefined ? {} : { catalogueItemId: item.catalogueItemId }),
});

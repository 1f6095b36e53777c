import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Result, success } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import { composeDocument } from '../domain/check/compose.ts';
import { pieceOf, type Surroundings } from '../domain/check/document.ts';
import { checkInSteps } from '../domain/check/index.ts';
import { readHtml } from '../domain/check/rich-text.ts';
import { secrecyMarkCheck } from '../domain/check/secrecy/marks.ts';
import { shippedWords } from '../domain/check/wording/slips.ts';
import { type CheckRun, findingOf } from '../domain/check-result.ts';
import type { Item, ItemText, Relation } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { listShortcomings } from '../domain/shortcomings.ts';
import { findRun, saveRun } from '../store/checks.ts';
import { listRelationsFrom, listRelationsTo } from '../store/relations.ts';
import { findText, getText } from '../store/texts.ts';
import { listWords } from '../store/words.ts';
import { readAttachments } from './attachment-contents.ts';
import { type Caller, dayOf } from './caller.ts';
import { channelSettings } from './channel-settings.ts';
import { checkSettings } from './check-settings.ts';
import { type CheckView, viewRun } from './check-view.ts';
import type { PublicationDeps } from './deps.ts';
import { findDuplicates } from './duplicates.ts';
import { readKindRules } from './item-detail.ts';
import { openItem } from './items.ts';
import { findLinkStates } from './links.ts';

/** What identifies the content of a text for the checks: another one has to be checked anew. */
export function contentHash(
  { kind, formedOn, publishedOn, documentNumber, disclosure, origin, exemption }: Item,
  { title, summary, bodyHtml, fields, attachments, changeNote }: ItemText,
): string {
  const content = [
    kind,
    formedOn,
    publishedOn,
    documentNumber,
    disclosure,
    title,
    summary,
    bodyHtml,
    fields,
    attachments,
    origin,
    exemption,
    changeNote,
  ];
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex');
}

/** The database gives the keys of an object back in an order of its own. */
const inOrder = (_: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    : part;

/** Runs all checks on a text and keeps what they found. Takes its time with attachments, so outside of a transaction. */
export async function checkItem(
  deps: Pick<PublicationDeps, 'db' | 'storage' | 'settings'>,
  caller: Pick<Caller, 'actor' | 'now'>,
  item: Item,
  text: ItemText,
): Promise<CheckRun> {
  const { db } = deps;
  const { mayWaiveNumbers } = await deps.settings.read(checkSettings);
  const relations = await listRelationsFrom(db, item.countyId, item.id);
  const [surroundings, attachments] = await Promise.all([
    surround(deps, caller, item, text, relations),
    readAttachments(deps, item.countyId, text.attachments),
  ]);
  const document = composeDocument(item, text, relations, attachments, surroundings);
  const rules = { mayWaiveNumbers, isProactive: item.disclosure === 'proactive' };
  const hits = await takingTurns(checkInSteps(document));
  const findings = hits.map((hit) => findingOf(hit, rules, findingKeyOf(item)));
  const run: CheckRun = {
    itemId: item.id,
    textNumber: text.number,
    contentHash: contentHash(item, text),
    findings,
    leak: findings.some(({ check }) => check === 'public-secret'),
    checkedByName: caller.actor.name,
    checkedAt: caller.now,
  };
  await saveRun(db, item.countyId, run);
  return run;
}

/** Makes the key of a finding in an item of what identifies it. */
export const findingKeyOf =
  ({ id }: Pick<Item, 'id'>) =>
  (content: string): string =>
    createHash('sha256').update(`${id}\n${content}`).digest('hex');

/** Does something long in steps, and lets the server answer others in between. */
export async function takingTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

/** Has the working text of an item checked, for whoever may read it. */
export async function runItemChecks(
  deps: Pick<PublicationDeps, 'db' | 'storage' | 'settings'>,
  caller: Caller,
  id: string,
): Promise<Result<CheckView>> {
  const opened = await openItem(deps.db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const text = await getText(deps.db, item.countyId, item.id, item.textNumber);
  const run = await checkItem(deps, caller, item, text);
  return success(await viewRun(deps.db, caller, run, false));
}

/** What was found in the working text when it was checked last; undefined when it never was. */
export async function getItemChecks(db: Db, caller: Caller, id: string): Promise<Result<CheckView | undefined>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const text = await getText(db, item.countyId, item.id, item.textNumber);
  const run =
    (await findRun(db, item.countyId, item.id, text.number)) ??
    // A new text is begun by the first letter somebody else writes: what was found in the one before still helps.
    (await findRun(db, item.countyId, item.id, text.number - 1));
  if (!run) return success(undefined);
  return success(await viewRun(db, caller, run, run.contentHash !== contentHash(item, text)));
}

async function surround(
  { db, settings }: Pick<PublicationDeps, 'db' | 'settings'>,
  caller: Pick<Caller, 'now'>,
  item: Item,
  text: ItemText,
  relations: readonly Relation[],
): Promise<Surroundings> {
  const { countyId, id } = item;
  const { interpretationDays, duplicateShare, tryLinks } = await settings.read(checkSettings);
  const { siteAddress } = await settings.read(channelSettings);
  const [words, toIt, duplicates, links, isPublic, rules] = await Promise.all([
    listWords(db, countyId),
    listRelationsTo(db, countyId, id),
    item.disclosure === 'proactive' ? findDuplicates(db, caller, item, text, duplicateShare / 100) : [],
    findLinkStates(db, caller, countyId, readHtml(text.bodyHtml).links, { site: siteAddress, isTried: tryLinks }),
    isSecretPublic(db, item, text),
    readKindRules({ settings }),
  ]);
  const labels = new Map(kindOf(item.kind).fields.map(({ key, label }) => [`fields.${key}`, label]));
  const needsInterpretation = item.kind === 'normative-document' && item.disclosure === 'proactive';
  return {
    today: dayOf(caller),
    words:
      words.length === 0
        ? shippedWords
        : [...shippedWords.filter(({ wrong }) => !words.some((own) => own.wrong === wrong)), ...words],
    missingFields: listShortcomings(item, text, relations, rules).map(({ field, message, suggestion }) => ({
      field: field.replace(/^fields\./, ''),
      label: labels.get(field) ?? itemLabels[field] ?? '',
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    })),
    ...(needsInterpretation && !toIt.some(({ kind }) => kind === 'interprets')
      ? { missingInterpretation: { workingDays: interpretationDays } }
      : {}),
    duplicates,
    links,
    isPublic,
  };
}

/** What the fields of the item itself are called. */
const itemLabels: Readonly<Record<string, string>> = {
  title: '标题',
  summary: '内容概述',
  bodyHtml: '正文',
  documentNumber: '文号',
  expiresOn: '公示截止日',
  relations: '关联信息',
  exemption: '不公开的依据',
};

/** Whether what the public reads now bears a secrecy mark: the text itself when it is live, or the one it is to replace. */
async function isSecretPublic(db: Db, { countyId, id, liveTextNumber }: Item, text: ItemText): Promise<boolean> {
  if (liveTextNumber === undefined) return false;
  if (liveTextNumber === text.number) return true;
  const live = await findText(db, countyId, id, liveTextNumber);
  const texts = live ? [live.title, live.summary, ...readHtml(live.bodyHtml).blocks.map((block) => block.text)] : [];
  return texts.some((each) => {
    const [found] = secrecyMarkCheck.find(pieceOf({ part: 'body' }, each), undefined as never);
    return found !== undefined;
  });
}

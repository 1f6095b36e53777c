import { failure, type Result } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { listShortcomings } from '../domain/shortcomings.ts';
import { listRelationsFrom } from '../store/relations.ts';
import { getText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import { judgeFindings } from './check-judging.ts';
import { checkItem } from './checking.ts';
import type { PublicationDeps } from './deps.ts';
import { readKindRules } from './item-detail.ts';

/** How it stands with a text that is to leave the draft. */
export interface TextJudgement {
  /** Complete, and every finding mended or justified. */
  ready: Result<unknown>;
  /** Nothing in it forbids publication whatever the hurry. */
  passable: Result<unknown>;
}

/** Runs the checks on the text as it is now, so that `judgeText` finds them; takes its time, so outside of a transaction. */
export async function checkText(deps: PublicationDeps, caller: Caller, item: Item): Promise<void> {
  await checkItem(deps, caller, item, await getText(deps.db, item.countyId, item.id, item.textNumber));
}

/** How it stands with the working text of an item by the checks that were run; may be asked within a transaction. */
export async function judgeText(deps: Pick<PublicationDeps, 'settings'>, db: Db, item: Item): Promise<TextJudgement> {
  const [text, relations, rules] = await Promise.all([
    getText(db, item.countyId, item.id, item.textNumber),
    listRelationsFrom(db, item.countyId, item.id),
    readKindRules(deps),
  ]);
  const lacking = listShortcomings(item, text, relations, rules);
  const { settled, passable } = await judgeFindings(db, item, text);
  if (lacking.length === 0) return { ready: settled, passable };
  const sentences = lacking.map(({ message }) => message);
  const message =
    sentences.length === 1 ? (sentences[0] ?? '') : `还有 ${sentences.length} 处没有填好：${sentences.join('')}`;
  const fields = lacking.map(({ field, message: each }) => ({ field, message: each }));
  return { ready: failure('invalid', message, fields), passable };
}

/** What an item is about, in 分: the largest amount its kind asks for; undefined when it has none. */
export async function amountOf(db: Db, item: Item): Promise<number | undefined> {
  const { fields } = await getText(db, item.countyId, item.id, item.textNumber);
  const amounts = kindOf(item.kind)
    .fields.filter(({ type }) => type === 'money')
    .map(({ key }) => fields[key])
    .filter((value) => typeof value === 'number');
  return amounts.length > 0 ? Math.max(...amounts) : undefined;
}

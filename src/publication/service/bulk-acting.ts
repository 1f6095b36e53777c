import { failure, type Result, success } from '../../kernel/result.ts';
import { newId } from '../../platform/db/index.ts';
import type { SharedAct } from '../domain/workflow.ts';
import { listItemsById } from '../store/items.ts';
import { type ActOutcome, actOnItem } from './acting.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { listKnown } from './items.ts';
import { shareKeyOf } from './reviews.ts';

/** Several items that are to be done with one opinion, each with the version that was seen. */
export interface BulkRequest {
  act: SharedAct;
  opinion: string;
  items: readonly { itemId: string; version: number }[];
}

/** What became of each: done, or why not. Each item is done wholly or not at all. */
export interface BulkReport {
  done: ActOutcome[];
  refused: { itemId: string; title: string; message: string }[];
}

/**
 * Does one act to several items with one opinion: only to decisions of one kind that were entered from one
 * spreadsheet and stand at the same place, where the opinion is truly the same. Otherwise everything is refused:
 * each item has to be looked at by itself (逐件审查, 保密法实施条例 art. 42).
 */
export async function actOnItems(
  deps: PublicationDeps,
  caller: Caller,
  { act, opinion, items }: BulkRequest,
): Promise<Result<BulkReport>> {
  const found = await listItemsById(
    deps.db,
    caller.authority.countyId,
    items.map(({ itemId }) => itemId),
  );
  const keys = new Set(found.map(shareKeyOf));
  if (keys.size !== 1 || keys.has(undefined)) {
    return failure(
      'not-shared',
      '成批办理只用于同一张表格录入、同一类别、处在同一环节的行政执法决定等信息：其他信息内容各不相同，应当逐件审查、逐件写明意见（《条例》第十七条，《保密法实施条例》第四十二条）。请逐件办理。',
    );
  }
  const titles = new Map((await listKnown(deps.db, caller, found)).map(({ id, title }) => [id, title]));
  const bulk = newId();
  const report: BulkReport = { done: [], refused: [] };
  for (const { itemId, version } of items) {
    const outcome = await actOnItem(deps, caller, { itemId, version, act, opinion, bulk });
    if (outcome.ok) report.done.push(outcome.value);
    else report.refused.push({ itemId, title: titles.get(itemId) ?? '', message: outcome.problem.message });
  }
  return success(report);
}

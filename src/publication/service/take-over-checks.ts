import type { Trx } from '../../platform/db/index.ts';
import { type CheckFinding, isOpen } from '../domain/check-result.ts';
import type { Item } from '../domain/item.ts';
import { saveJudgement } from '../store/checks.ts';
import { getText } from '../store/texts.ts';
import { checkItem } from './checking.ts';
import type { PublicationDeps } from './deps.ts';

/** A text that left the draft before it was taken over: who sent it off, and when. */
export interface SubmittedText {
  item: Item;
  author: { id: string; name: string };
  at: Date;
}

/**
 * Checks texts that are under review when they are taken over, and keeps what their authors said of the findings: a text
 * with a finding that nobody has settled would not have left the draft.
 *
 * @param reasonFor what the author says of a finding that he may settle so
 * @throws when a text has a finding that its author may not let stand
 */
export async function takeOverChecks(
  trx: Trx,
  deps: Pick<PublicationDeps, 'settings' | 'storage'>,
  submitted: readonly SubmittedText[],
  reasonFor: (finding: CheckFinding) => string,
): Promise<void> {
  for (const { item, author, at } of submitted) {
    const { countyId, id } = item;
    // As the database gives it back: the order of its fields is part of what was checked.
    const text = await getText(trx, countyId, id, item.textNumber);
    const actor = { countyId, personId: author.id, name: author.name, from: '本机' };
    const { findings } = await checkItem({ ...deps, db: trx }, { actor, now: at }, item, text);
    for (const finding of findings.filter((each) => isOpen(each, []))) {
      const { key: findingKey, check, excerpt, waivable } = finding;
      if (waivable !== 'author') throw new Error(`${item.title} cannot have left the draft: ${finding.message}`);
      await saveJudgement(trx, countyId, id, {
        findingKey,
        givenAs: 'author',
        check,
        excerpt,
        reason: reasonFor(finding),
        personId: author.id,
        personName: author.name,
        at,
      });
    }
  }
}

import { conflict, failure, type Result, success } from '../../kernel/result.ts';
import { applySpans } from '../domain/check/apply.ts';
import { type CheckFinding, mendable, nameFindings } from '../domain/check-result.ts';
import type { DraftChanges } from '../domain/draft-changes.ts';
import type { ItemText } from '../domain/item.ts';
import { addMaskings, findRun, type Masking } from '../store/checks.ts';
import { findItem } from '../store/items.ts';
import { getText } from '../store/texts.ts';
import { recordOf } from './audited.ts';
import type { Caller } from './caller.ts';
import { type CheckView, viewRun } from './check-view.ts';
import { checkItem, contentHash } from './checking.ts';
import type { PublicationDeps } from './deps.ts';
import { noSuchItem, openItem } from './items.ts';
import { saveDraft } from './saving.ts';

/** A draft after findings in it were mended by one click. */
export interface MendedDraft {
  result: CheckView;
  version: number;
  textNumber: number;
}

/**
 * Mends findings by one click: personal data is masked, a wrong spelling is corrected. The draft is saved as a new state by
 * the way every save goes, so that nobody's work is lost; what was masked by whom is kept. Then it is checked anew.
 */
export async function mendFindings(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
  { version, keys }: { version: number; keys: readonly string[] },
): Promise<Result<MendedDraft>> {
  const { db } = deps;
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const text = await getText(db, item.countyId, item.id, item.textNumber);
  const run = await findRun(db, item.countyId, item.id, text.number);
  if (!run || run.contentHash !== contentHash(item, text)) {
    return conflict('文字在检查之后改过，位置对不上。请重新检查后再脱敏。');
  }
  const chosen = run.findings.filter(({ key }) => keys.includes(key));
  if (chosen.length === 0) return conflict('要处理的地方在最近一次检查中已经没有了。请重新检查。');
  const fixed = chosen.filter((finding) => mendable(finding) === 'none');
  if (fixed.length === chosen.length) {
    return failure(
      'not-mendable',
      fixed.some(({ place }) => place.part === 'attachment')
        ? '附件里的内容系统不能改。请在 Word、Excel 或 WPS 中改好后，删去原附件，重新上传。'
        : '这一处不能一键处理，请在正文中改正，或者写明理由。',
    );
  }
  const mended = chosen.filter((finding) => mendable(finding) !== 'none');
  // The mended text and the record of who mended what: both or neither.
  const saved = await saveDraft(deps, caller, id, version, changesOf(text, mended), async (held, textNumber) => {
    await addMaskings(held.trx, item.countyId, item.id, maskingsOf(mended, caller, textNumber));
    held.record({
      action: 'item.mend-findings',
      record: recordOf(item),
      organId: item.organId,
      after: { check: nameFindings(mended), mended: mended.length },
    });
  });
  if (!saved.ok) return saved;
  const after = await findItem(db, item.countyId, item.id);
  if (!after) return noSuchItem();
  const afterText = await getText(db, after.countyId, after.id, after.textNumber);
  const again = await checkItem(deps, caller, after, afterText);
  return success({
    result: await viewRun(db, caller, again, false),
    version: after.version,
    textNumber: after.textNumber,
  });
}

function changesOf(text: ItemText, findings: readonly CheckFinding[]): DraftChanges {
  const spans = findings.flatMap((finding) => finding.spans);
  const number = spans.find(({ place }) => place.part === 'field' && place.field === 'documentNumber')?.replacement;
  return { ...applySpans(text, spans), ...(number === undefined ? {} : { documentNumber: number }) };
}

const maskingsOf = (
  findings: readonly CheckFinding[],
  { authority, actor, now }: Caller,
  textNumber: number,
): Masking[] =>
  findings.flatMap(({ check, excerpt, spans }) =>
    spans.map(({ place, replacement = '' }) => ({
      textNumber,
      check,
      place,
      excerpt,
      replacement,
      personId: authority.personId,
      personName: actor.name,
      at: now,
    })),
  );

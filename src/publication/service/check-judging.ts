import { conflict, failure, forbidden, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, type Grant, mayAt } from '../../organisation/index.ts';
import { write } from '../../platform/audit/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { getCheck } from '../domain/check/index.ts';
import { type CheckFinding, isOpen, type Judgement, nameFindings } from '../domain/check-result.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { mayWrite } from '../domain/reading.ts';
import { deleteJudgement, findRun, listJudgements, saveJudgement } from '../store/checks.ts';
import { listWriters } from '../store/reviews.ts';
import { getText } from '../store/texts.ts';
import { recordOf } from './audited.ts';
import type { Caller } from './caller.ts';
import { type CheckView, viewRun } from './check-view.ts';
import { contentHash } from './checking.ts';
import { type ItemView, openItem } from './items.ts';

/** What somebody says of a finding. */
export interface GivenJudgement {
  key: string;
  reason: string;
}

/**
 * Says of a finding why it may stay. Of what only the 保密审查员 may let pass, what the author says is a request to him; a
 * secrecy mark nobody lets pass.
 */
export async function judgeFinding(
  db: Db,
  caller: Caller,
  id: string,
  { key, reason }: GivenJudgement,
): Promise<Result<CheckView>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const found = await findFinding(db, item, key);
  if (!found.ok) return found;
  const finding = found.value;
  const writers = (await listWriters(db, item.countyId, [item.id])).get(item.id) ?? [];
  const capacity = capacityOf(caller, opened.value, finding, [item.authorId, ...writers]);
  if (!capacity.ok) return capacity;
  const { givenAs, grant } = capacity.value;
  const judgement: Judgement = {
    findingKey: key,
    givenAs,
    check: finding.check,
    excerpt: finding.excerpt,
    reason: reason.trim(),
    personId: caller.authority.personId,
    personName: caller.actor.name,
    at: caller.now,
  };
  await write(db, actorBy(caller.actor, grant), caller.now, async (trx, record) => {
    await saveJudgement(trx, item.countyId, item.id, judgement);
    record({
      action: givenAs === 'author' ? 'item.justify-finding' : 'item.waive-finding',
      record: recordOf(item),
      organId: item.organId,
      after: { check: getCheck(finding.check).name, reason: judgement.reason },
    });
    return success(true);
  });
  return viewOf(db, caller, item);
}

/** Takes back what one said of a finding. */
export async function withdrawJudgement(db: Db, caller: Caller, id: string, key: string): Promise<Result<CheckView>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const given = (await listJudgements(db, item.countyId, item.id)).filter(({ findingKey }) => findingKey === key);
  const own = given.find(({ personId }) => personId === caller.authority.personId);
  if (given.length === 0) return missing('这一处没有说明，不需要收回。请刷新页面。');
  if (!own)
    return forbidden(`这条说明是${given.map(({ personName }) => personName).join('、')}作出的，只能由本人收回。`);
  await write(db, caller.actor, caller.now, async (trx, record) => {
    await deleteJudgement(trx, item.countyId, item.id, own);
    record({
      action: 'item.withdraw-judgement',
      record: recordOf(item),
      organId: item.organId,
      before: { check: getCheck(own.check).name, reason: own.reason },
    });
    return success(true);
  });
  return viewOf(db, caller, item);
}

async function findFinding(db: Db, item: Item, key: string): Promise<Result<CheckFinding>> {
  const run = await findRun(db, item.countyId, item.id, item.textNumber);
  const finding = run?.findings.find((each) => each.key === key);
  return finding ? success(finding) : conflict('这一处在最近一次检查中已经没有了，可能文字改过。请重新检查后再处理。');
}

/** As what somebody speaks of a finding: as the 保密审查员 where he is one, else as who writes on the draft. */
function capacityOf(
  { authority }: Caller,
  view: ItemView,
  { check, waivable, severity }: CheckFinding,
  writers: readonly string[],
): Result<{ givenAs: Judgement['givenAs']; grant: Grant }> {
  const { name, mend } = getCheck(check);
  if (severity === 'info') return failure('nothing-owed', '这一处只是提示，不需要说明。');
  if (waivable === 'nobody') {
    return failure('not-waivable', `“${name}”不能以说明代替处理：${mend}`);
  }
  const reviewer = mayAt(authority, 'review-secrecy', view.places.organ);
  const writer = mayWrite(authority, view.places);
  if (waivable === 'secrecy-reviewer' && reviewer.ok) {
    return writers.includes(authority.personId)
      ? forbidden(
          '这份信息由您起草或者修改过，不能由您自己放行（条例第十七条）。请本单位其他保密审查员或者县主管部门办理。',
        )
      : success({ givenAs: 'secrecy-reviewer', grant: reviewer.value });
  }
  if (writer.ok && view.item.state === 'draft') return success({ givenAs: 'author', grant: writer.value });
  if (reviewer.ok) return success({ givenAs: 'secrecy-reviewer', grant: reviewer.value });
  return writer.ok ? failure('not-a-draft', '只有起草中的信息可以说明检查结果。需要修改的，请先退回起草。') : writer;
}

async function viewOf(db: Db, caller: Caller, item: Item): Promise<Result<CheckView>> {
  const run = await findRun(db, item.countyId, item.id, item.textNumber);
  if (!run) return conflict('这份信息还没有检查过，请先检查。');
  const text = await getText(db, item.countyId, item.id, item.textNumber);
  return success(await viewRun(db, caller, run, run.contentHash !== contentHash(item, text)));
}

/** How it stands with a text by what the checks found and what was said of it. */
export interface FindingsJudgement {
  /** Every finding is mended or justified. */
  settled: Result<true>;
  /** Nothing in it forbids publication whatever the hurry. */
  passable: Result<true>;
}

/**
 * Whether a text may leave the draft by its findings. Reads what is stored and so may be asked within a transaction; what
 * was not checked as it is now is refused with `not-checked`. What is missing in fields the caller looks at by itself.
 */
export async function judgeFindings(db: Db, item: Item, text: ItemText): Promise<FindingsJudgement> {
  const run = await findRun(db, item.countyId, item.id, text.number);
  if (!run || run.contentHash !== contentHash(item, text)) {
    const unchecked = failure(
      'not-checked',
      '这份信息检查以后又有改动，或者还没有检查过。请先点“检查”，处理完发现的问题后再提交。',
    );
    return { settled: unchecked, passable: unchecked };
  }
  const judgements = await listJudgements(db, item.countyId, item.id);
  const open = run.findings.filter((finding) => finding.check !== 'missing-field' && isOpen(finding, judgements));
  const blocking = open.filter(({ severity }) => severity === 'block');
  return {
    settled:
      open.length === 0
        ? success(true)
        : failure(
            'checks-open',
            `检查发现的问题还没有处理：${nameFindings(open)}。请逐处改正、脱敏，或者写明理由；密级标志、完整的证件号码不能由起草人说明放行（条例第十七条，保密法实施条例第四十二条）。`,
          ),
    passable:
      blocking.length === 0
        ? success(true)
        : failure(
            'checks-open',
            `文中有不得公开的内容：${nameFindings(blocking)}。再紧急也不能发布，请先改正；依法须公开完整号码的，由保密审查员写明依据放行。`,
          ),
  };
}

/** Whether a text may leave the draft: every finding is mended or justified. */
export const mayLeaveDraft = async (db: Db, item: Item, text: ItemText): Promise<Result<true>> =>
  (await judgeFindings(db, item, text)).settled;

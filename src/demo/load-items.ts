import { sql } from 'kysely';
import { addWorkingDays, type Calendar, loadCalendar } from '../calendar/index.ts';
import { takeOverEvidence } from '../catalogue/index.ts';
import { systemActor } from '../kernel/actor.ts';
import { dayInChina } from '../kernel/plain-date.ts';
import { conflict, type Result, success } from '../kernel/result.ts';
import { holdSetUp } from '../organisation/index.ts';
import { type RecordChange, write } from '../platform/audit/index.ts';
import { type Db, newId, type Trx } from '../platform/db/index.ts';
import type { KindKey } from '../publication/domain/kinds/index.ts';
import { isReviewStep } from '../publication/domain/states.ts';
import {
  type Item,
  type ItemRecord,
  type PublicationDeps,
  takeOverBatches,
  takeOverChecks,
  takeOverItems,
  takeOverLedger,
} from '../publication/index.ts';
import { liveOnChannels } from './items/channel-life.ts';
import type { PlannedLedger } from './items/ledgers.ts';
import { planItems, planPastLedgers } from './items/plan-items.ts';
import { publicationOf, type StandingItem, standAll } from './items/standing.ts';
import { adoptCatalogues, chooseLine, remindOrgans } from './load-catalogue.ts';
import { findPlaces, type Places } from './places.ts';
import { officeKey } from './plan.ts';

/**
 * Gives the fictional county its three years of records, all of them or none. Done after {@link loadDemo} and only where
 * nobody has done anything yet, so that a start that was cut off is made up for by the next one.
 */
export async function loadDemoRecords(deps: PublicationDeps, now: Date): Promise<Result<true>> {
  const { db } = deps;
  const countyId = await findUntouched(db);
  if (countyId === undefined) return touched();
  return write(db, systemActor('装入演示数据', countyId), now, async (trx, record): Promise<Result<true>> => {
    await holdSetUp(trx);
    if ((await findUntouched(trx)) !== countyId) return touched();
    const place = await findPlaces(trx, countyId);
    const today = dayInChina(now);
    const calendar = await loadCalendar(trx, countyId);
    const planned = planItems(calendar, now);
    const { standing, serials } = standAll(planned, place, place.codes, today);
    const catalogue = await adoptCatalogues(trx, record, { countyId, now, place });
    for (const each of standing) {
      const line = chooseLine(catalogue.get(each.item.organId) ?? [], each.planned);
      if (line) each.item.catalogueItemId = line.id;
    }
    const records = standing.map((each) => recordOf(each, { place, calendar, now }));
    await takeOverItems(trx, countyId, records, serials);
    await takeOverBatches(trx, countyId, batchesOf(standing));
    const imported = await bringLedgers(trx, planPastLedgers(calendar, now), place);
    const published = [...standing.flatMap(({ item, events }) => (publicationOf(events) ? [item] : [])), ...imported];
    await takeOverEvidence(
      trx,
      countyId,
      published.flatMap((item) => evidenceOf(item)),
      now,
    );
    await takeOverChecks(trx, deps, submittedOf(standing), ({ check }) => reasons[check] ?? '经核对，可以保留。');
    await remindOrgans(trx, { countyId, now, place });
    auditByYear(record, standing, place);
    return success(true);
  });
}

/** The demonstration nobody has done anything in, as long as it has no records. */
async function findUntouched(db: Db | Trx): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM organisation_county
    WHERE demo AND NOT EXISTS (SELECT FROM publication_item) AND NOT EXISTS (SELECT FROM catalogue_item)
      AND NOT EXISTS (SELECT FROM audit_entry WHERE person_id IS NOT NULL)`.execute(db);
  return rows[0]?.id;
}

const touched = () => conflict('演示数据已经装入，或者系统中已有办理记录，不再装入演示信息。');

/** What authors say of what the checks find in what comes every year. */
const reasons: Readonly<Record<string, string>> = {
  'near-duplicate': '例行公开事项，格式和表述沿用往年，内容、日期按照本次情况更新。',
  'missing-interpretation': '解读材料已同步起草，随文件一并发布。',
};

/** The spreadsheets decisions were entered from. */
const batchesOf = (standing: readonly StandingItem[]): Parameters<typeof takeOverBatches>[2][number][] =>
  [...Map.groupBy(standing, ({ item }) => (item.source === 'bulk' ? item.importId : undefined))].flatMap(
    ([id, [first]]) => {
      if (id === undefined || !first) return [];
      const { item, events } = first;
      return [
        {
          id,
          organId: item.organId,
          draftingOrganId: item.draftingOrganId,
          authorId: item.authorId,
          kind: item.kind as KindKey,
          fileName: '宅基地审批结果（本月）.xlsx',
          status: 'entered' as const,
          head: { columnKey: item.columnKey, fieldKey: item.fieldKey },
          columns: ['申请人', '所在村', '批准面积', '审批文号', '审批日期'],
          matched: {},
          rows: [],
          remarks: [],
          enteredAt: item.createdAt,
          createdBy: events[0]?.personName ?? '',
          createdAt: new Date(item.createdAt.getTime() - 300_000),
        },
      ];
    },
  );

/** What is under review or waits for its publication. */
const submittedOf = (standing: readonly StandingItem[]): Parameters<typeof takeOverChecks>[2][number][] =>
  standing.flatMap(({ item, events }) => {
    const sent = events.findLast(({ act }) => act === 'submit');
    const isUnderWay = isReviewStep(item.state) || item.state === 'approved' || item.state === 'referred';
    if (!sent?.personId || !isUnderWay) return [];
    return [{ item, author: { id: sent.personId, name: sent.personName }, at: sent.at }];
  });

/** Working days within which a question is answered: as the setting stands. */
const referralDays = 10;

function recordOf(
  standing: StandingItem,
  { place, calendar, now }: { place: Places; calendar: Calendar; now: Date },
): ItemRecord {
  const { planned, item, texts, relations } = standing;
  const clerk = place.person(planned.organ === officeKey ? 'xian.jingban' : `${planned.organ}.jingban`);
  const lives = liveOnChannels(standing, { now, clerk, place: place.organName(item.organId) });
  const events = standing.events.map((event) => ({ ...event, detail: { ...event.detail } }));
  const referrals = events.flatMap((event, at) => {
    if (event.act !== 'refer') return [];
    const id = newId();
    event.detail.referralId = id;
    const answer = events.slice(at).find(({ act }) => act === 'answer-referral' || act === 'register-answer');
    return [
      {
        id,
        itemId: item.id,
        referee: event.detail.referee ?? ('county' as const),
        question: event.opinion,
        askedBy: event.personId ?? '',
        askedByName: event.personName,
        askedAt: event.at,
        dueOn: addWorkingDays(calendar, dayInChina(event.at), referralDays).due,
        ...(answer
          ? {
              state: 'answered' as const,
              answer: answer.detail.answer ?? ('disclose' as const),
              answerText: answer.opinion,
              closedBy: answer.personId ?? '',
              closedByName: answer.personName,
              closedAt: answer.at,
            }
          : { state: 'open' as const, answerText: '' }),
      },
    ];
  });
  return {
    item,
    texts,
    events,
    relations,
    referrals,
    channels: lives.map(({ row }) => row),
    receipts: lives.flatMap(({ receipts }) => receipts),
  };
}

/** What two townships had published elsewhere, brought in from their ledgers. */
async function bringLedgers(trx: Trx, ledgers: readonly PlannedLedger[], place: Places): Promise<Item[]> {
  const items: Item[] = [];
  for (const { organ, fileName, sender, by, at, rows } of ledgers) {
    const { id: personId, name } = place.person(by);
    const { id: senderId, name: senderName } = place.person(sender);
    const { countyId } = place;
    const caller = {
      actor: { countyId, personId, name, from: '本机' },
      authority: { countyId, personId, posts: [] },
      now: at,
    };
    const organId = place.organ(organ);
    const entries = rows.map(({ title, summary, publishedOn, link }, index) => ({
      row: index + 2,
      title,
      publishedOn,
      formedOn: publishedOn,
      organId,
      kind: 'news' as const,
      columnKey: 'news' as const,
      deliveries: [{ channel: 'wechat' as const, doneOn: publishedOn, link }],
      summary,
    }));
    items.push(
      ...(await takeOverLedger(trx, caller, {
        organId,
        fileName,
        sender: { personId: senderId, name: senderName },
        entries,
      })),
    );
  }
  return items;
}

function evidenceOf(item: Item): Parameters<typeof takeOverEvidence>[2][number][] {
  if (!item.publishedOn) return [];
  const isDown = item.liveTextNumber === undefined;
  return [
    {
      countyId: item.countyId,
      catalogueItemId: item.catalogueItemId,
      organId: item.organId,
      columnKey: item.columnKey,
      recordKind: 'publication-item',
      recordId: item.id,
      title: item.title,
      indexNumber: item.indexNumber,
      formedOn: item.formedOn,
      publishedOn: item.publishedOn,
      ...(isDown ? { ended: item.expiredAt ? ('expired' as const) : ('withdrawn' as const) } : {}),
    },
  ];
}

/** One entry for each organ and year: what was taken over at once is not told one by one. */
function auditByYear(record: RecordChange, standing: readonly StandingItem[], place: Places): void {
  const groups = Map.groupBy(standing, ({ item }) => `${item.organId} ${item.formedOn.slice(0, 4)}`);
  for (const [group, items] of [...groups].sort(([one], [other]) => one.localeCompare(other))) {
    const [organId = '', year = ''] = group.split(' ');
    record({
      action: 'item.bring-in',
      record: { kind: 'organ', id: organId, label: place.organName(organId) },
      organId,
      after: { year, items: items.length, events: items.reduce((all, { events }) => all + events.length, 0) },
    });
  }
}

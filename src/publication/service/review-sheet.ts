import { dayInChina } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { writeDocument } from '../../platform/documents/index.ts';
import { channelOf } from '../domain/channels.ts';
import { referees } from '../domain/event.ts';
import { describeExemption } from '../domain/grounds.ts';
import { readHistory, reviewedEvents } from '../domain/history.ts';
import { disclosures } from '../domain/item.ts';
import { kindOf } from '../domain/kinds/index.ts';
import { layOutReviewSheet, type ReviewSheet } from '../domain/review-sheet.ts';
import { answers, marksOfEvent, nameEvent } from '../domain/review-words.ts';
import { reviewStepKeys } from '../domain/states.ts';
import { listItemChannels } from '../store/channels.ts';
import { listReferralsOf } from '../store/referrals.ts';
import { getText } from '../store/texts.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { openItem } from './items.ts';
import { loadSituation } from './situations.ts';

/** All that stands on the 审查呈批单 of an item, as it is now. */
async function drawReviewSheet({ db }: PublicationDeps, caller: Caller, id: string): Promise<Result<ReviewSheet>> {
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item, organ, draftingOrgan } = opened.value;
  const { countyId } = item;
  const day = dayOf(caller);
  const [loaded, text, channels, referrals] = await Promise.all([
    loadSituation(db, caller, item),
    getText(db, countyId, id, item.textNumber),
    listItemChannels(db, countyId, id),
    listReferralsOf(db, countyId, id),
  ]);
  const { events, situation } = loaded;
  const { round, debtOpinions } = readHistory(reviewedEvents(events));
  const given = [...(round?.opinions ?? []), ...debtOpinions];
  const steps = reviewStepKeys.filter(
    (step) => (round?.steps ?? situation.steps).includes(step) || given.some((opinion) => opinion.step === step),
  );
  const publishedOn = item.publishAt ? dayInChina(item.publishAt) : item.publishedOn;
  return success({
    title: item.title,
    kindName: kindOf(item.kind).name,
    organ: organ.fullName,
    draftingOrgan: draftingOrgan.fullName,
    authorName: events[0]?.personName ?? '',
    ...(item.documentNumber ? { documentNumber: item.documentNumber } : {}),
    ...(item.indexNumber ? { indexNumber: item.indexNumber } : {}),
    formedOn: item.formedOn,
    ...(item.dueOn ? { dueOn: item.dueOn } : {}),
    summary: text.summary,
    disclosureName: disclosures[item.disclosure],
    channels: channels.map(({ channel }) => channelOf(channel).name),
    ...(publishedOn ? { publishOn: publishedOn } : {}),
    ...(item.expiresOn ? { expiresOn: item.expiresOn } : {}),
    attachments: text.attachments.map(({ name: file }) => file),
    important: item.important,
    ...(item.exemption ? { exemption: describeExemption(item.exemption) } : {}),
    opinions: steps.map((step) => {
      const opinion = given.findLast((each) => each.step === step);
      const event = opinion && events.find(({ position }) => position === opinion.position);
      if (!event) return { step };
      return {
        step,
        given: {
          opinion: event.opinion,
          name: event.personName,
          on: dayInChina(event.at),
          marks: [...(event.act === 'pass' ? [] : [nameEvent(event)]), ...marksOfEvent(event)],
        },
      };
    }),
    referrals: referrals.map(
      ({ referee, question, answer, answerText, documentNumber, state }) =>
        `报请${referees[referee]}：${question}${
          answer
            ? `；答复：${answers[answer]}${documentNumber ? `（${documentNumber}）` : ''}，${answerText}`
            : state === 'open'
              ? '；等待答复'
              : ''
        }`,
    ),
    remarks: events
      .filter(({ act }) => act === 'return' || act === 'publish-urgently' || act === 'withdraw')
      .map((event) => `${dayInChina(event.at)} ${event.personName}${nameEvent(event)}：${event.opinion}`),
    printedOn: day,
  });
}

/** The 审查呈批单 as a Word file to be signed and filed. */
export async function writeReviewSheet(
  deps: PublicationDeps,
  caller: Caller,
  id: string,
): Promise<Result<{ fileName: string; mediaType: string; content: Uint8Array }>> {
  const drawn = await drawReviewSheet(deps, caller, id);
  if (!drawn.ok) return drawn;
  return success({
    fileName: `政府信息公开审查呈批单-${drawn.value.title.slice(0, 40)}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await writeDocument(layOutReviewSheet(drawn.value), 'docx'),
  });
}

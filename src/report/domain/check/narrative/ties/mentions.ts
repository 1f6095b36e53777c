import type { AnnualReport } from '../../../annual-report.ts';
import type { Quantity } from '../text/quantities.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Claim } from './claims.ts';
import { findPeriod } from './periods.ts';
import { findProactiveSubject } from './proactive-claims.ts';
import { findRemedySubject } from './remedy-claims.ts';
import { findRequestSubject } from './request-claims.ts';
import { isOutOfScope, isScopeSaid, type Scope } from './scope.ts';
import { findSubject, type Subject } from './subjects.ts';
import { listZeroStatements } from './zero-statements.ts';

/** A place in the narrative that states how many there were of something the tables count. */
export interface Mention {
  subject: Subject;
  /** Offsets in the folded text: the count, or the words of a statement of zero. */
  start: number;
  end: number;
  sentence: Sentence;
  kind: 'count' | 'zero';
  value: number;
  precision: Quantity['precision'];
  step: number;
  /**
   * The words leave no other reading. Without it a difference may come from a narrower or wider
   * sense, and is a matter for a warning.
   */
  isPlain: boolean;
}

/** Units in which requests, cases, documents and decisions are counted. */
const units = new Set(['件', '条', '份', '起', '宗', '例', '个', '项', '次', '件次', '人次', '部', '笔', '']);
/** Subjects whose words are also used in a looser sense. */
const loose = /^(?:received$|dealtWith$|receivedWithCarriedIn$|licences$|penalties$|compulsions$|rules\.|.*\?$)/;

/**
 * Ties the counts of a folded text to what the tables count.
 *
 * @param claims of the text
 */
export function listMentions(
  text: string,
  sentences: readonly Sentence[],
  claims: readonly Claim[],
  report: Pick<AnnualReport, 'form' | 'year'>,
  scope: Scope,
): Mention[] {
  const mentions: Mention[] = [];
  for (const claim of claims) {
    const mention = mentionOf(claim, report, scope);
    if (mention) mentions.push(mention);
  }
  for (const statement of listZeroStatements(text, sentences)) {
    const { sentence, start, end, isPlain } = statement;
    const head = text.slice(Math.max(sentence.start, start - 300), start);
    if (findPeriod(head, report.year) === 'another' || isOutOfScope(head, scope)) continue;
    for (const id of statement.subjects) {
      const subject = findSubject(report.form, id);
      if (!subject) continue;
      const plain = isPlain && (scope !== 'region' || isScopeSaid(head));
      mentions.push({
        subject,
        start,
        end,
        sentence,
        kind: 'zero',
        value: 0,
        precision: 'exact',
        step: 1,
        isPlain: plain,
      });
    }
  }
  return mentions.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A change is no count of what there was: 较上年增加3件, 同比减少2件. */
const change =
  /(?:同比|环比|[较比][^，；]{0,12})(?:增加|增长|减少|下降|上升|提高|降低|增|减|多|少)[了约达近为]{0,2}$|(?:增加|增长|减少|下降|上升|同比增|同比减)[了约达近为]{0,2}$/;

/** Whether the count tells a difference instead of a number. */
export function isChange({ lead }: Pick<Claim, 'lead'>): boolean {
  return change.test(lead);
}

function mentionOf(claim: Claim, report: Pick<AnnualReport, 'form' | 'year'>, scope: Scope): Mention | undefined {
  const { quantity, sentence, head } = claim;
  if (quantity.precision === 'range' || !units.has(quantity.unit) || isChange(claim)) return undefined;
  const id = findRequestSubject(claim, report.year) ?? findRemedySubject(claim) ?? findProactiveSubject(claim);
  if (id === undefined) return undefined;
  const subject = findSubject(report.form, id);
  if (!subject || !fitsUnit(subject, quantity.unit)) return undefined;
  if (findPeriod(head, report.year) === 'another' || isOutOfScope(head, scope)) return undefined;
  const { start, end, value, precision, step } = quantity;
  const isPlain = !loose.test(id) && subject.topic !== 'applicants' && (scope !== 'region' || isScopeSaid(head));
  return { subject, start, end, sentence, kind: 'count', value, precision, step, isPlain };
}

/** A 条 of information is no case and no decision. */
function fitsUnit({ topic }: Subject, unit: string): boolean {
  if (topic === 'remedies' || topic === 'proactive') return unit !== '条' && unit !== '人次' && unit !== '笔';
  return unit !== '部' && unit !== '人次';
}

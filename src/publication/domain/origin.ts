import { type Failure, failure, type Result, success } from '../../kernel/result.ts';
import type { Clearances, Origin } from './item.ts';
import type { FieldRemark } from './kinds/kind.ts';

/** Who discloses, and why (条例 art. 10). */
export interface Discloser {
  /** Whether it is the organ of the item. */
  isOurs: boolean;
  /** One sentence for the person at the desk. */
  sentence: string;
  article: string;
}

/**
 * Who discloses information by where it comes from (条例 art. 10).
 *
 * - made by the organ: the organ (paragraph 1);
 * - made with others: the one that leads (paragraph 3);
 * - obtained from citizens and enterprises: who keeps it (paragraph 1);
 * - obtained from another organ: the maker, or who obtained it first (paragraph 1).
 *
 * @param organ the organ of the item, with its name
 * @param nameOf the name of an organ of the county
 * @example a document made by 石桥镇 and 柳河乡 that 柳河乡 leads, entered by 石桥镇:
 * // { isOurs: false, sentence: '由牵头制作的柳河乡负责公开。', article: '条例第十条第三款' }
 */
export function discloserOf(
  origin: Origin,
  organ: { id: string; name: string },
  nameOf: (id: string) => string,
): Discloser {
  switch (origin.kind) {
    case 'made':
      return { isOurs: true, sentence: `由制作该信息的${organ.name}负责公开。`, article: '条例第十条第一款' };
    case 'joint': {
      const isOurs = origin.leadOrganId === organ.id;
      const lead = isOurs ? organ.name : nameOf(origin.leadOrganId);
      return { isOurs, sentence: `由牵头制作的${lead}负责公开。`, article: '条例第十条第三款' };
    }
    case 'from-public':
      return {
        isOurs: true,
        sentence: `从${origin.source || '公民、法人和其他组织'}获取的信息，由保存该信息的${organ.name}负责公开。`,
        article: '条例第十条第一款',
      };
    case 'from-organ':
      return origin.disclosedBy === 'us'
        ? {
            isOurs: true,
            sentence: `从${origin.source}获取，由最初获取该信息的${organ.name}负责公开。`,
            article: '条例第十条第一款',
          }
        : {
            isOurs: false,
            sentence: `从${origin.source}获取，由制作或者最初获取该信息的机关负责公开。`,
            article: '条例第十条第一款',
          };
  }
}

/** Refuses publication by an organ that is not the one that discloses; says who is. */
export function checkDiscloser(discloser: Discloser): Result<true> {
  if (discloser.isOurs) return success(true);
  return failure(
    'not-the-discloser',
    `${discloser.sentence}（${discloser.article}）本机关不能发布，可以在对方公开后转载并注明来源，或者与对方联系。`,
  );
}

/** What is missing in where an item comes from. */
export function checkOrigin(origin: Origin): FieldRemark[] {
  switch (origin.kind) {
    case 'joint':
      return [
        ...(origin.leadOrganId === ''
          ? [{ field: 'origin.leadOrganId', message: '请选择牵头机关（条例第十条第三款）。' }]
          : []),
        ...(origin.otherOrgans.length === 0
          ? [{ field: 'origin.otherOrgans', message: '请填写共同制作的其他机关，一行一个。' }]
          : []),
      ];
    case 'from-public':
    case 'from-organ':
      return origin.source.trim() === ''
        ? [{ field: 'origin.source', message: '请填写信息从哪里获取（条例第十条第一款）。' }]
        : [];
    default:
      return [];
  }
}

/** What is missing in what has to be agreed with others. */
export function checkClearances({ consultations = [], approval }: Clearances): FieldRemark[] {
  return [
    ...consultations.flatMap(({ organ, agreedOn, proof }, index) => [
      ...(organ.trim() === ''
        ? [{ field: `clearances.consultations.${index}.organ`, message: '请填写需要协商、确认的机关。' }]
        : []),
      ...(agreedOn !== undefined && (proof ?? '').trim() === ''
        ? [{ field: `clearances.consultations.${index}.proof`, message: '请填写对方答复的函号或者其他凭据。' }]
        : []),
    ]),
    ...(approval && (approval.authority.trim() === '' || approval.basis.trim() === '')
      ? [{ field: 'clearances.approval', message: '请填写批准机关和要求批准的规定（条例第十一条第二款）。' }]
      : []),
    ...(approval?.grantedOn !== undefined && (approval.proof ?? '').trim() === ''
      ? [{ field: 'clearances.approval.proof', message: '请填写批准文号或者其他凭据。' }]
      : []),
  ];
}

/**
 * Refuses publication as long as others have to be asked (条例 art. 11: information that concerns other organs is agreed
 * with them so that it is accurate and consistent; where a rule of the State demands approval it is not published without).
 *
 * @example a consultation with 县水利局 without a day of answer: refused, naming 县水利局
 */
export function checkCleared({ consultations = [], approval }: Clearances): Result<true> {
  const open = consultations.filter(({ agreedOn }) => agreedOn === undefined).map(({ organ }) => organ);
  if (open.length > 0) return notCleared(open);
  if (approval && approval.grantedOn === undefined) {
    return failure(
      'approval-missing',
      `依照${approval.basis}，公开前须经${approval.authority}批准；批准前不得公开（条例第十一条第二款）。请在“协商和批准”中登记批准文号和日期。`,
    );
  }
  return success(true);
}

const notCleared = (organs: readonly string[]): Failure =>
  failure(
    'consultation-open',
    `信息涉及${organs.join('、')}，应当先与其协商、确认，保证公开的信息准确一致（条例第十一条第一款）。请在“协商和批准”中登记对方答复的日期和函号。`,
  );

import { failure, forbidden, type Result, success } from '../../kernel/result.ts';
import type { GivenOpinion } from './history.ts';
import { type ReviewStep, reviewSteps } from './states.ts';

/** Somebody whose post allows a review at an organ today, himself or filling in. */
export interface Holder {
  personId: string;
  name: string;
}

/** What decides whether somebody's eyes are other eyes. */
export interface Eyes {
  /** The author and everybody who wrote on the text or submitted it. */
  writers: readonly string[];
  /** The opinions given so far, the latest last. */
  opinions: readonly GivenOpinion[];
  /** Whether the review is the last one before publication. */
  isLast: boolean;
  /** Who has the post for the review at this organ. */
  holders: readonly Holder[];
  /** Who may review for an organ that has nobody else (县主管部门). */
  seconds: readonly Holder[];
}

/**
 * Whether somebody may give the opinion of a review (条例 art. 17, 保密法实施条例 art. 42: who drafts does not review).
 *
 * Who wrote on the text never gives the secrecy opinion nor the last one. The others he may give only where nobody else has the post.
 * Nobody gives two opinions one after the other where another has the post; and never the last one of all.
 *
 * @returns whether the same eyes look a second time, which is shown on the item
 * @example 竹岭乡: one person has the posts of 部门负责人 and 公开办负责人; the second opinion is allowed and marked,
 *   unless it is the last one: then 县主管部门 gives it
 */
export function judgeEyes(step: ReviewStep, personId: string, eyes: Eyes): Result<{ sameEyes: boolean }> {
  const { writers, opinions, isLast, holders } = eyes;
  const { name } = reviewSteps[step];
  const others = holders.filter((holder) => holder.personId !== personId && !writers.includes(holder.personId));
  if (writers.includes(personId)) {
    const strict = isLast || step === 'secrecy-review';
    if (!strict && others.length === 0) return success({ sameEyes: true });
    const because = isLast
      ? '起草人不能是最后的审查人'
      : strict
        ? '保密审查不能由起草人自己办理'
        : '审查与起草应当分开';
    return failure(
      'own-text',
      `您起草、修改或者提交过这份信息，${because}，不能办理“${name}”（《条例》第十七条，《保密法实施条例》第四十二条）。${whoElse(others, eyes)}`,
    );
  }
  const previous = opinions.at(-1);
  if (previous?.personId !== personId) return success({ sameEyes: false });
  if (others.length === 0 && !isLast) return success({ sameEyes: true });
  const because = isLast ? '最后一道审查应当换人办理' : '同一人不能连续出具两道审查意见';
  return failure(
    'same-eyes',
    `上一环节“${reviewSteps[previous.step].name}”的意见是您出具的，${because}（《条例》第十七条）。${whoElse(others, eyes)}`,
  );
}

/** Whether nobody of the organ itself may give the opinion, so that the county lends its eyes. */
export const needsSecondEyes = (step: ReviewStep, eyes: Eyes): boolean =>
  !eyes.holders.some(({ personId }) => judgeEyes(step, personId, eyes).ok);

/** Who may give the opinion today: those of the organ, or of the county where it has nobody. */
export function listReviewers(step: ReviewStep, eyes: Eyes): Holder[] {
  const own = eyes.holders.filter(({ personId }) => judgeEyes(step, personId, eyes).ok);
  return own.length > 0 ? own : eyes.seconds.filter(({ personId }) => judgeAsSecond(personId, eyes).ok);
}

/** Whether somebody of the county may give the opinion in place of the second person an organ does not have. */
export function judgeAsSecond(personId: string, { writers, opinions }: Eyes): Result<true> {
  if (writers.includes(personId))
    return forbidden('您起草、修改或者提交过这份信息，不能代行第二人审查，请由本部门其他人员办理。');
  if (opinions.at(-1)?.personId === personId)
    return forbidden('上一环节的意见是您出具的，不能再代行第二人审查，请由本部门其他人员办理。');
  return success(true);
}

function whoElse(others: readonly Holder[], eyes: Eyes): string {
  if (others.length > 0) return `请由${names(others)}办理。`;
  const seconds = eyes.seconds.filter(({ personId }) => judgeAsSecond(personId, eyes).ok);
  return seconds.length > 0
    ? `本单位没有其他人担任这一岗位，由县主管部门（${names(seconds)}）代行第二人审查，或者请安全管理员另行任命、委托。`
    : '本单位没有其他人担任这一岗位，请联系安全管理员另行任命，或者由岗位本人委托他人代办。';
}

const most = 3;

/** 张三、李四, 张三、李四、王五等6人. */
export const names = (people: readonly Holder[]): string => {
  const all = [...new Set(people.map(({ name }) => name))];
  return all.length > most ? `${all.slice(0, most).join('、')}等${all.length}人` : all.join('、');
};

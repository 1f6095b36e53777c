import { failure, forbidden, type Result, success } from '../../../kernel/result.ts';
import { type Holder, names } from '../eyes.ts';
import type { LedgerPlan } from './plan.ts';

/** What decides who may enter a ledger. */
export interface LedgerHands {
  /** Who sent it; absent for one from before that was kept. */
  senderId?: string | undefined;
  /** Whether it would make something public here, or change what is. */
  opens: boolean;
  /** Who may publish at the organ today. */
  publishers: readonly Holder[];
  /** Who lends his eyes to an organ that has nobody else (县主管部门). */
  seconds: readonly Holder[];
}

/** Whether a ledger would make something public here, or change what is; a channel more for what is public does not. */
export const opensSomething = ({ created, changed }: Pick<LedgerPlan, 'created' | 'changed'>): boolean =>
  created.length > 0 || changed.some(({ fields }) => fields.some(({ key }) => key !== 'channels'));

/**
 * Whether somebody may enter a ledger: what it brings is public at once, without the reviews an item goes through. So a
 * publisher does it who did not send it; where the organ has no other, the county lends its eyes, as for the last review
 * (条例 art. 17). What only adds a channel to what is public already its sender may enter himself, if he may publish.
 *
 * @returns whether he does it in place of the second person the organ does not have
 * @example the 信息员 sends, the 公开办经办人 enters: allowed; the 公开办经办人 sends: the 公开办负责人 enters
 */
export function judgeEntering(personId: string, hands: LedgerHands): Result<{ secondEyes: boolean }> {
  const { own, lent } = enterersOf(hands);
  if (own.some(is(personId))) return success({ secondEyes: false });
  if (lent.some(is(personId))) return success({ secondEyes: true });
  const who = whoElse(own, lent);
  return hands.publishers.some(is(personId))
    ? failure(
        'own-ledger',
        `这份台账是您上传的，导入后信息即对外公开，上传和导入应当由两人办理（《条例》第十七条）。${who}`,
      )
    : forbidden(`台账导入后信息即对外公开，由公开办核对、导入。${who}`);
}

/** Who may enter a ledger today: publishers of the organ, or the county where there is no other. */
export function listEnterers(hands: LedgerHands): Holder[] {
  const { own, lent } = enterersOf(hands);
  return [...own, ...lent];
}

function enterersOf({ senderId, opens, publishers, seconds }: LedgerHands): { own: Holder[]; lent: Holder[] } {
  const isOther = ({ personId }: Holder): boolean => personId !== senderId;
  const own = opens ? publishers.filter(isOther) : [...publishers];
  return { own, lent: own.length > 0 ? [] : seconds.filter(isOther) };
}

function whoElse(own: readonly Holder[], lent: readonly Holder[]): string {
  if (own.length > 0) return `请由${names(own)}办理。`;
  return lent.length > 0
    ? `本单位没有其他人担任公开办岗位，由县主管部门（${names(lent)}）代为核对、导入。`
    : '本单位没有其他人担任公开办岗位，请联系安全管理员另行任命，或者由岗位本人委托他人代办。';
}

const is =
  (personId: string) =>
  (holder: Holder): boolean =>
    holder.personId === personId;

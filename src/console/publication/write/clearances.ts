import type { DraftSent, ItemDetail } from '../../api/shapes.ts';

type Sent = NonNullable<DraftSent['clearances']>;

/** What has to be agreed with others, as a form holds it: a day that is not there is empty. */
export interface WrittenClearances {
  consultations: { organ: string; agreedOn?: string; proof?: string }[];
  needsApproval: boolean;
  approval?: { authority?: string; basis?: string; grantedOn?: string; proof?: string };
}

/** As a form shows it. */
export const writtenClearances = ({ consultations = [], approval }: ItemDetail['clearances']): WrittenClearances => ({
  consultations: consultations.map((each) => ({ ...each })),
  needsApproval: approval !== undefined,
  ...(approval ? { approval: { ...approval } } : {}),
});

/** As it is sent: what stands empty is not sent. */
export function sentClearances({ consultations, needsApproval, approval }: WrittenClearances): Sent {
  return {
    consultations: consultations.map(({ organ, agreedOn, proof }) => ({
      organ,
      ...(agreedOn ? { agreedOn } : {}),
      ...(proof ? { proof } : {}),
    })),
    ...(needsApproval
      ? {
          approval: {
            authority: approval?.authority ?? '',
            basis: approval?.basis ?? '',
            ...(approval?.grantedOn ? { grantedOn: approval.grantedOn } : {}),
            ...(approval?.proof ? { proof: approval.proof } : {}),
          },
        }
      : {}),
  };
}

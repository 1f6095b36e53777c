import { z } from 'zod';
import { success } from '../../kernel/result.ts';
import { day, defineRoute, id, instant, pageOf, pageQuery, type Route } from '../../platform/http/api/index.ts';
import { referees } from '../domain/event.ts';
import { answers } from '../domain/review-words.ts';
import { type Authority, may } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';
import { listReferrals } from '../service/referrals.ts';
import { answerKey, refereeKey } from './acts.ts';

const define = defineRoute<Authority>();
const state = z.enum(['open', 'answered', 'dropped']);

/** The addresses of questions an organ cannot settle itself (条例 art. 17); they are answered as an act of the item. */
export const referralRoutes = ({ db }: PublicationDeps): Route<Authority>[] => [
  define({
    method: 'GET',
    path: '/publication/referrals',
    summary: '查看报请确定的事项',
    access: may('read-items'),
    query: pageQuery.extend({ state: state.optional(), referee: refereeKey.optional() }),
    answer: pageOf(
      z.object({
        id,
        itemId: id,
        title: z.string(),
        organId: id,
        organ: z.string(),
        referee: refereeKey,
        refereeName: z.string(),
        question: z.string(),
        askedByName: z.string(),
        askedAt: instant,
        dueOn: day,
        state,
        answer: answerKey.optional(),
        answerName: z.string().optional(),
        answerText: z.string(),
        documentNumber: z.string().optional(),
        documentDay: day.optional(),
        attachmentId: id.optional(),
        closedByName: z.string().optional(),
        closedAt: instant.optional(),
      }),
    ),
    handle: async (call) => {
      const { page, pageSize, ...filter } = call.query;
      const listed = await listReferrals(db, call, filter, { page, pageSize });
      if (!listed.ok) return listed;
      return success({
        ...listed.value,
        items: listed.value.items.map((each) => ({
          ...each,
          refereeName: referees[each.referee],
          ...(each.answer ? { answerName: answers[each.answer] } : {}),
        })),
      });
    },
  }),
];

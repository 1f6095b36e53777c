import { type Form, findFormOfYear, forms } from '../forms/index.ts';
import { core, fold } from './fold.ts';

/** Every wording of the tables of a form that tell forms apart, comparable. */
function wordingsOf(form: Form): Set<string> {
  const blocks = [...form.tables.proactive.blocks, ...form.tables.requests.blocks];
  const texts = blocks.flatMap((block) => [
    block.caption,
    ...block.columns.flatMap((column) => [column.label, ...column.variants]),
    ...block.rows.flatMap((row) => [row.label, ...row.variants, ...row.under]),
  ]);
  return new Set(texts.map((text) => core(fold(text))).filter((text) => text.length >= 4));
}

/** Wordings that no other form has, nor has inside a longer one. */
const signs = forms.map((form) => {
  const foreign = forms.filter((other) => other !== form).flatMap((other) => [...wordingsOf(other)]);
  return [...wordingsOf(form)].filter((own) => !foreign.some((text) => text.includes(own)));
});

/**
 * Which form tables are in: decided by what they look like, by the year when they do not say.
 *
 * @param text folded lines of tables 二 and 三
 * @example 本年制发件数, 现行有效件数 → form 2021, in a report of 2020 too
 */
export function detectForm(text: string, year: number | null): Form {
  const counts = signs.map((own) => own.filter((sign) => text.includes(sign)).length);
  const most = Math.max(...counts);
  const best = forms.filter((_, index) => counts[index] === most);
  if (most > 0 && best.length === 1 && best[0]) return best[0];
  return (year === null ? undefined : findFormOfYear(year)) ?? (forms[0] as Form);
}

import type { ColumnKey } from '../../catalogue/domain/columns.ts';
import { type KindKey, kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';

/** The kind of what has no kind of its own. */
const general: KindKey = 'other';

/**
 * The kinds of information that stand in a column: one where the column says it all, several where somebody has to choose.
 *
 * @example kindsFor('licences') // ['licence']
 * @example kindsFor('social-assistance') // the general one: the column has none of its own
 */
export function kindsFor(column: ColumnKey): [KindKey, ...KindKey[]] {
  const [first = general, ...others] = kindKeys.filter((key) => kindOf(key).column === column);
  return [first, ...others];
}

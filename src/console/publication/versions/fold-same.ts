/** Letters that are the same in both versions, or stand in one of them only. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A block of a difference. */
export type Line = { kind: 'same' | 'added' | 'removed'; text: string } | { kind: 'changed'; pieces: readonly Piece[] };

/**
 * Leaves of blocks that are the same only those next to a change, and says how many are left out.
 *
 * @example same × 5, added, same × 5 // folded 4, same, added, same, folded 4
 */
export function foldSame(lines: readonly Line[]): (Line | { kind: 'folded'; count: number })[] {
  const near = lines.map((_, at) => [at - 1, at, at + 1].some((each) => lines[each] && lines[each].kind !== 'same'));
  const shown: (Line | { kind: 'folded'; count: number })[] = [];
  for (const [at, line] of lines.entries()) {
    const last = shown.at(-1);
    if (near[at]) shown.push(line);
    else if (last?.kind === 'folded') last.count += 1;
    else shown.push({ kind: 'folded', count: 1 });
  }
  return shown;
}

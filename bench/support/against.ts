/** Something to time: one pass over the same input as its rivals. */
export interface Contestant {
  name: string;
  run(): unknown | Promise<unknown>;
}

export interface Timing {
  name: string;
  /** Best time of one pass, in milliseconds. */
  milliseconds: number;
  /** Against the first contestant. */
  ratio: number;
}

/**
 * Times contestants in turns, so that whatever else the machine does falls on all of them, and gives for
 * each the best of the rounds. The first is what the others are measured against.
 */
export async function timeAgainst(contestants: readonly Contestant[], rounds = 40): Promise<Timing[]> {
  const best = contestants.map(() => Number.POSITIVE_INFINITY);
  // The first rounds are only for the compiler.
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    for (const [at, contestant] of contestants.entries()) {
      const start = performance.now();
      await contestant.run();
      const time = performance.now() - start;
      if (round >= 0 && time < (best[at] as number)) best[at] = time;
    }
  }
  const base = best[0] as number;
  return contestants.map(({ name }, at) => {
    const milliseconds = best[at] as number;
    return { name, milliseconds, ratio: milliseconds / base };
  });
}

/** Prints timings as lines of a table under a title. */
export function printTimings(title: string, timings: readonly Timing[]): void {
  console.log(title);
  for (const { name, milliseconds, ratio } of timings) {
    console.log(`  ${name.padEnd(44)} ${milliseconds.toFixed(2).padStart(9)} ms ${ratio.toFixed(2).padStart(7)}`);
  }
}

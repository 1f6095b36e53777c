import { NameList } from './name-list.ts';

/**
 * Pairs of names that may mean one organ: the same but for the county or city before it. Such
 * organs may be added up, but a person has to look.
 *
 * @example 石桥镇人民政府 and 云溪县石桥镇人民政府 are a pair; 云溪县城关镇人民政府 and 柳溪县城关镇人民政府 are none
 */
export function listSimilarNames(names: ReadonlySet<string>): NameList {
  const pairs = new NameList();
  for (const name of names) {
    for (const tail of tailsOf(name)) if (names.has(tail)) pairs.add(`${tail}与${name}`);
  }
  return pairs;
}

/** What is left of a name without the places before it. */
function tailsOf(name: string): string[] {
  const ends = [...name.matchAll(/[省市州盟县区旗]/gu)].map(({ index }) => index + 1);
  return ends.map((end) => name.slice(end)).filter((tail) => tail.length >= 4);
}

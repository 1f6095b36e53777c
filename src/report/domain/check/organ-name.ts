/**
 * The name of an organ without the words for its body, for comparing.
 *
 * @example 云溪县石桥镇人民政府 → 云溪县石桥镇; 东山街道办事处 → 东山街道
 */
export function bodyless(organ: string): string {
  return organ
    .normalize('NFKC')
    .replace(/\s+|\([^()]*\)/g, '')
    .replace(/(?:人民政府|政府)?(?:党政)?(?:综合)?(?:办公室)?$/, '')
    .replace(/办事处$/, '');
}

/**
 * Whether two names mean the same place or body: one may carry the county in front, and a 乡 that
 * became a 镇 or 街道 is still the same place.
 *
 * @example 石桥镇人民政府, 云溪县石桥镇人民政府 → true; 石桥乡人民政府, 石桥镇人民政府 → true
 */
export function isSamePlace(one: string, other: string): boolean {
  if (one === other) return true;
  const a = bodyless(one).replace(/(?:民族乡|乡|镇|街道)$/, '');
  const b = bodyless(other).replace(/(?:民族乡|乡|镇|街道)$/, '');
  return a.endsWith(b) || b.endsWith(a);
}

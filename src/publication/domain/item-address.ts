/**
 * The permanent address of an item's page on the portal; undefined where the address of the site is not set.
 *
 * @param site as it is set, e.g. `https://www.example.gov.cn`
 * @example itemAddress('https://www.example.gov.cn/', '11990101X/2026-00013') // 'https://www.example.gov.cn/items/11990101X/2026-00013'
 */
export function itemAddress(site: string, indexNumber: string | undefined): string | undefined {
  if (site === '' || indexNumber === undefined) return undefined;
  return `${site.replace(/\/+$/, '')}${itemPath(indexNumber)}`;
}

/** The same without the site. @example itemPath('11990101X/2026-00013') // '/items/11990101X/2026-00013' */
export const itemPath = (indexNumber: string): string =>
  `/items/${indexNumber.split('/').map(encodeURIComponent).join('/')}`;

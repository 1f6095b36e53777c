import type { OrganLevel } from './rule.ts';

/** Words that hold the sign of an administrative unit without naming one: 城乡建设局 is no 乡. */
const notUnits =
  /市场|市政(?!府)|市容|市级|市委|市府|市民|市域|市直|县域|县直|省直|区域|区划|区直|旗帜|乡贤|(?:城乡|乡村|城镇|乡镇|村镇|村居)(?!人民政府|政府|街道|办事处)|社区|小区|校区|厂区|片区|库区|牧区|灾区|辖区|地区(?!行政公署|行署)|(?:经济|技术|产业|工业|高新|开发|旅游|度假|风景|名胜|示范|试验|实验|保税|保护|合作|功能|集聚|管理|物流|园|景|新)区(?!人民政府)/g;

const units =
  /特别行政区|自治区|自治州|自治县|自治旗|民族乡|民族苏木|街道|苏木|特区|林区|行政公署|行署|省|市|州(?=人民政府)|盟|县|旗|区|镇|乡/g;

/** Bodies below a township or beside the administration, whose name says nothing of a rank. */
const noOrgan = /(?:村民委员会|村委会|居民委员会|居委会|管理委员会|管委会|公司|集团)$/;

/**
 * The rank of an organ from its name alone, or undefined when the name does not settle it.
 *
 * The last administrative unit in the name decides (江左市云溪县石桥镇人民政府 → township). A single
 * 市 may be a prefecture or a county-level city, so it stays undefined; under another 市 or a 州 it
 * is county-level. The committee of a development zone has no rank of its own.
 *
 * @example 云溪县民政局 → county; 景山镇市人民政府 → undefined; 云溪经济开发区管理委员会 → undefined
 */
export function findOrganLevel(organ: string | null): OrganLevel | undefined {
  if (organ === null) return undefined;
  const name = organ.normalize('NFKC').replace(/\s+|\([^()]*\)/g, '');
  if (noOrgan.test(name)) return undefined;
  const found = [...name.replace(notUnits, (word) => '·'.repeat(word.length)).matchAll(units)].map((match) => match[0]);
  const last = found.at(-1);
  if (last === undefined) return /^(?:国务院|中华人民共和国)/.test(name) ? 'national' : undefined;
  if (/[镇乡]$|街道|苏木/.test(last)) return 'township';
  if (last === '市')
    return found.slice(0, -1).some((unit) => /市|自治州|盟|行署|行政公署/.test(unit)) ? 'county' : undefined;
  if (last === '自治州' || last === '州' || last === '行政公署' || last === '行署') return 'city';
  if (last === '省' || last === '自治区') return 'province';
  if (/[县旗区]$/.test(last) && last !== '特别行政区') return 'county';
  return undefined;
}

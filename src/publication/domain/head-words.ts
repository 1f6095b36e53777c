import { columns } from '../../catalogue/domain/columns.ts';
import { fields } from '../../catalogue/domain/fields.ts';
import { describeExemption } from './grounds.ts';
import { disclosures, type ItemHead, type Origin } from './item.ts';
import { kindOf } from './kinds/index.ts';

/** What happens to a 公示 after its last day, as people read it. */
const expiryActs = { withdraw: '到期自动撤下', 'de-identify': '到期自动隐去姓名和号码' } as const;

/** What things are called that a head only names by their identifier. */
export interface HeadNames {
  organ(id: string): string;
  catalogueItem(id: string): string;
}

/** One fact of a head: what it is called, and what it says; empty when it says nothing. */
export interface HeadFact {
  label: string;
  value: string;
}

/**
 * What stands beside a text, as people read it, always in the same order and with the same labels, so that two heads can be
 * compared line by line.
 *
 * @example listHeadFacts({ documentNumber: '石政发〔2026〕3号', … }, names)[2] // { label: '发文字号', value: '石政发〔2026〕3号' }
 */
export function listHeadFacts(head: ItemHead, names: HeadNames): HeadFact[] {
  const { kind, organId, exemption, expiresOn, expiryAct = 'withdraw', important, origin, catalogueItemId } = head;
  const facts: [string, string | undefined][] = [
    ['信息类别', kind && kindOf(kind).name],
    ['责任单位', organId && names.organ(organId)],
    ['发文字号', head.documentNumber],
    ['成文（形成）日期', head.formedOn],
    ['公开属性', disclosures[head.disclosure]],
    ['不公开的依据', exemption && describeExemption(exemption)],
    ['产生方式', origin && describeOrigin(origin, names)],
    ['公开事项', catalogueItemId && names.catalogueItem(catalogueItemId)],
    ['发布栏目', columns[head.columnKey].name],
    ['试点领域', head.fieldKey && fields[head.fieldKey].name],
    ['截止日', expiresOn && `${expiresOn}，${expiryActs[expiryAct]}`],
    ['重要事项', important ? '是' : undefined],
  ];
  return facts.map(([label, value = '']) => ({ label, value }));
}

function describeOrigin(origin: Origin, names: HeadNames): string {
  switch (origin.kind) {
    case 'made':
      return '本机关制作';
    case 'joint':
      return `与${origin.otherOrgans.join('、')}共同制作，由${names.organ(origin.leadOrganId)}牵头`;
    case 'from-public':
      return `从${origin.source || '公民、法人和其他组织'}获取`;
    case 'from-organ':
      return `从${origin.source}获取，由${origin.disclosedBy === 'us' ? '本机关' : '制作机关'}公开`;
  }
}

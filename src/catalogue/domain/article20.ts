import type { ColumnKey } from './columns.ts';

/** One item of what 条例 art. 20 or 21 has published. */
interface StatutoryItem {
  /** In few words, as lists and the annual report name it. */
  name: string;
  /** The columns it is published in, the usual one first. */
  columns: readonly ColumnKey[];
}

/** The fifteen items of 条例 art. 20, by their number. */
export const article20 = {
  1: { name: '行政法规、规章和规范性文件', columns: ['normative-documents', 'rules'] },
  2: {
    name: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    columns: ['organ-functions', 'leaders'],
  },
  3: { name: '国民经济和社会发展规划、专项规划、区域规划及相关政策', columns: ['plans'] },
  4: { name: '国民经济和社会发展统计信息', columns: ['statistics'] },
  5: {
    name: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    columns: ['licences', 'public-services'],
  },
  6: {
    name: '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    columns: ['penalties', 'compulsion'],
  },
  7: { name: '财政预算、决算信息', columns: ['budgets'] },
  8: { name: '行政事业性收费项目及其依据、标准', columns: ['fees'] },
  9: { name: '政府集中采购项目的目录、标准及实施情况', columns: ['procurement'] },
  10: { name: '重大建设项目的批准和实施情况', columns: ['major-projects'] },
  11: {
    name: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
    columns: ['rural-revitalisation', 'education', 'healthcare', 'social-security', 'employment'],
  },
  12: { name: '突发公共事件的应急预案、预警信息及应对情况', columns: ['emergencies'] },
  13: {
    name: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
    columns: ['inspections'],
  },
  14: { name: '公务员招考的职位、名额、报考条件等事项以及录用结果', columns: ['recruitment'] },
  15: {
    name: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
    columns: ['other-statutory', 'proposals', 'interpretations', 'other-documents'],
  },
} as const satisfies Record<number, StatutoryItem>;

/** The number of an item of art. 20. */
export type Article20Number = keyof typeof article20;

/** 1 to 15. */
export const article20Numbers = Object.keys(article20).map(Number) as Article20Number[];

/** What 条例 art. 21 adds for 设区的市级、县级人民政府及其部门, by the key of the template. */
export const article21County = {
  'municipal-works': { name: '市政建设', columns: ['urban-services'] },
  'public-services': { name: '公共服务', columns: ['public-services'] },
  'public-welfare': { name: '公益事业', columns: ['urban-services'] },
  'land-acquisition': { name: '土地征收', columns: ['land-and-houses'] },
  'house-expropriation': { name: '房屋征收', columns: ['land-and-houses'] },
  'public-security': { name: '治安管理', columns: ['public-security'] },
  'social-assistance': { name: '社会救助', columns: ['social-assistance'] },
} as const satisfies Record<string, StatutoryItem>;

/** What 条例 art. 21 adds for 乡（镇）人民政府. */
export const article21Township = {
  'rural-policies': { name: '贯彻落实农业和农村工作政策', columns: ['rural-affairs'] },
  'irrigation-works': { name: '农田水利工程建设运营', columns: ['rural-affairs'] },
  'land-contracts': { name: '农村土地承包经营权流转', columns: ['rural-affairs'] },
  homesteads: { name: '宅基地使用情况审核', columns: ['rural-affairs'] },
  'land-acquisition': { name: '土地征收', columns: ['land-and-houses'] },
  'house-expropriation': { name: '房屋征收', columns: ['land-and-houses'] },
  'money-and-labour': { name: '筹资筹劳', columns: ['rural-affairs'] },
  'social-assistance': { name: '社会救助', columns: ['social-assistance'] },
} as const satisfies Record<string, StatutoryItem>;

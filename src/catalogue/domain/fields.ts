/**
 * The 26 fields with standard catalogues for the grass roots (国办发〔2019〕54号), and the one that took the place of
 * 扶贫; short names as lists show them.
 */
export const fields = {
  'major-projects': { name: '重大建设项目' },
  'public-resource-trading': { name: '公共资源交易' },
  'compulsory-education': { name: '义务教育' },
  'household-registration': { name: '户籍管理' },
  'social-assistance': { name: '社会救助' },
  'elderly-care': { name: '养老服务' },
  'public-legal-services': { name: '公共法律服务' },
  'budgets-and-accounts': { name: '财政预决算' },
  employment: { name: '就业' },
  'social-insurance': { name: '社会保险' },
  'urban-rural-planning': { name: '城乡规划', alsoCalled: ['国土空间规划', '自然资源'] },
  'rural-land-acquisition': { name: '农村集体土地征收', alsoCalled: ['征地'] },
  environment: { name: '生态环境' },
  'house-expropriation': { name: '国有土地上房屋征收', alsoCalled: ['国有土地上房屋征收与补偿'] },
  'affordable-housing': { name: '保障性住房' },
  'rural-housing-renovation': { name: '农村危房改造' },
  'urban-enforcement': { name: '城市综合执法' },
  'municipal-services': { name: '市政服务' },
  'agricultural-subsidies': { name: '涉农补贴' },
  'public-culture': { name: '公共文化服务', alsoCalled: ['公共文化'] },
  health: { name: '医疗卫生', alsoCalled: ['卫生健康'] },
  'work-safety': { name: '安全生产' },
  'disaster-relief': { name: '救灾' },
  'food-and-drug': { name: '食品药品监管' },
  taxation: { name: '税收管理' },
  'rural-revitalisation': { name: '乡村振兴', alsoCalled: ['扶贫', '扶贫（乡村振兴）'] },
} as const satisfies Record<string, { name: string; alsoCalled?: readonly string[] }>;

/** The key of a field, as the database keeps it. */
export type FieldKey = keyof typeof fields;

/** Every field, in the order of the list of the 26. */
export const fieldKeys = Object.keys(fields) as [FieldKey, ...FieldKey[]];

/** Whether a text is the key of a field. */
export const isField = (text: string): text is FieldKey => Object.hasOwn(fields, text);

/** The field of this name, or of a name it has elsewhere. */
export const findFieldNamed = (name: string): FieldKey | undefined =>
  fieldKeys.find((key) => {
    const field: { name: string; alsoCalled?: readonly string[] } = fields[key];
    return field.name === name || field.alsoCalled?.includes(name);
  });

import type { FormId } from '../../../forms/index.ts';
import { getForm } from '../../../forms/index.ts';

/** Cells whose sum a statement may mean. */
export type Reading = readonly string[];

/** Which rule compares a subject with the tables. */
export type SubjectTopic = 'requests' | 'results' | 'applicants' | 'remedies' | 'proactive';

/** Something the narrative may count that the tables count too. */
export interface Subject {
  id: string;
  /** As it is called in a message: 予以公开的件数. */
  name: string;
  topic: SubjectTopic;
  /** What the statement may mean; it agrees when one of them agrees. */
  readings: readonly Reading[];
  /** What is often told in its place: not right, but explained, and then a matter for a warning. */
  mistaken?: { reading: Reading; remark: string };
}

const outcomes: Record<string, string> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '',
};
const legalPersons = ['business', 'research', 'welfare', 'legalService', 'other'];
const legalPersonNames: Record<string, string> = {
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legalService: '法律服务机构',
};

const catalogues = new Map<FormId, ReadonlyMap<string, Subject>>();

/** The subject with this id on this form; undefined when the form does not count it. */
export function findSubject(form: FormId, id: string): Subject | undefined {
  let catalogue = catalogues.get(form);
  if (!catalogue) {
    catalogue = new Map(listSubjects(form).map((subject) => [subject.id, subject]));
    catalogues.set(form, catalogue);
  }
  return catalogue.get(id);
}

/** Every subject of a form. */
export function listSubjects(form: FormId): Subject[] {
  return [...requestSubjects(form), ...applicantSubjects(), ...remedySubjects(), ...proactiveSubjects(form)];
}

const total = (row: string, column = 'total') => `requests.${row}.${column}`;

function requestSubjects(form: FormId): Subject[] {
  const newly = [total('newlyReceived')];
  const everything = [...newly, total('carriedIn')];
  const handled = [total('handledTotal')];
  const request = (id: string, name: string, ...readings: Reading[]): Subject => ({
    id,
    name,
    topic: 'requests',
    readings,
  });
  return [
    {
      ...request('newlyReceived', '本年新收申请的件数', newly),
      mistaken: { reading: everything, remark: '正好是新收加上年结转；“收到”指本年新收，包含上年结转的请写明' },
    },
    request('received', '受理申请的件数', newly, everything),
    request('receivedWithCarriedIn', '收到申请（含上年结转）的件数', newly, everything),
    request('dealtWith', '办理申请的件数', newly, everything, handled),
    request('carriedIn', '上年结转申请的件数', [total('carriedIn')]),
    request('carriedOut', '结转下年度继续办理的件数', [total('carriedOut')]),
    request('handled', '办结的件数', handled),
    ...resultSubjects(form),
  ];
}

function resultSubjects(form: FormId): Subject[] {
  const rows = getForm(form).tables.requests.blocks.flatMap((block) => block.rows);
  const group = (prefix: string): Reading =>
    rows.filter((row) => row.key.startsWith(prefix)).map((row) => total(row.key));
  const result = (id: string, name: string, ...readings: Reading[]): Subject => ({
    id,
    name,
    topic: 'results',
    readings,
  });
  const leaves = rows
    .filter((row) => /^(?:withheld|unavailable|refused|other)/.test(row.key) && row.key !== 'otherHandling')
    .map((row) => {
      const prefix = /^[a-z]+/.exec(row.key)?.[0] ?? '';
      const name = `${row.under.at(-1)?.replace(/^（.）/, '') ?? ''}中“${row.label.replace(/、.*$/, '')}”的件数`;
      return [result(row.key, name, [total(row.key)]), result(`${row.key}?`, name, [total(row.key)], group(prefix))];
    });
  return [
    result('disclosed', '予以公开的件数', [total('disclosed')]),
    result('partlyDisclosed', '部分公开的件数', [total('partlyDisclosed')]),
    result('disclosedOrPartly', '予以公开和部分公开的件数', [total('disclosed'), total('partlyDisclosed')]),
    result('withheld', '不予公开的件数', group('withheld')),
    result('unavailable', '无法提供的件数', group('unavailable')),
    result('refused', '不予处理的件数', group('refused')),
    result('otherHandling', '其他处理的件数', group('other')),
    ...leaves.flat(),
  ];
}

/** An applicant column may be told of the requests received, of all in hand or of those closed. */
function applicantSubjects(): Subject[] {
  const applicant = (id: string, name: string, columns: readonly string[]): Subject[] => {
    const of = (...rows: string[]): Reading => rows.flatMap((row) => columns.map((column) => total(row, column)));
    const newly = of('newlyReceived');
    const readings = [newly, of('newlyReceived', 'carriedIn'), of('handledTotal')];
    return [
      { id, name, topic: 'applicants', readings },
      { id: `${id}.newlyReceived`, name, topic: 'applicants', readings: [newly] },
    ];
  };
  return [
    ...applicant('natural', '自然人申请的件数', ['natural']),
    ...applicant('legalPersons', '法人或其他组织申请的件数', legalPersons),
    ...Object.entries(legalPersonNames).flatMap(([key, name]) => applicant(key, `${name}申请的件数`, [key])),
  ];
}

function remedySubjects(): Subject[] {
  const kinds: readonly (readonly [string, string, readonly string[]])[] = [
    ['reconsideration', '政府信息公开行政复议', ['reconsideration']],
    ['suits', '政府信息公开行政诉讼', ['directSuit', 'suitAfterReconsideration']],
    ['directSuit', '未经复议直接起诉的行政诉讼', ['directSuit']],
    ['suitAfterReconsideration', '复议后起诉的行政诉讼', ['suitAfterReconsideration']],
    ['remedies', '政府信息公开行政复议和行政诉讼', ['reconsideration', 'directSuit', 'suitAfterReconsideration']],
  ];
  return kinds.flatMap(([kind, name, blocks]) =>
    Object.entries(outcomes).map(
      ([outcome, label]): Subject => ({
        id: `${kind}.${outcome}`,
        name: label === '' ? `${name}的件数` : `${name}中“${label}”的件数`,
        topic: 'remedies',
        readings: [blocks.map((block) => `remedies.${block}.${outcome}`)],
      }),
    ),
  );
}

function proactiveSubjects(form: FormId): Subject[] {
  const [made, stock] = form === '2021' ? ['issued', 'inForce'] : ['made', 'totalDisclosed'];
  const proactive = (id: string, name: string, path: string): Subject => ({
    id,
    name,
    topic: 'proactive',
    readings: [[`proactive.${path}`]],
  });
  return [
    ...[
      ['normativeDocuments', '行政规范性文件'],
      ['rules', '规章'],
    ].flatMap(([row, name]) => [
      proactive(`${row}.issued`, `本年制发${name}的件数`, `${row}.${made}`),
      ...(form === '2021'
        ? [
            proactive(`${row}.repealed`, `本年废止${name}的件数`, `${row}.repealed`),
            proactive(`${row}.inForce`, `现行有效${name}的件数`, `${row}.${stock}`),
          ]
        : []),
    ]),
    proactive('licences', '行政许可处理决定的数量', 'licences.decisions'),
    proactive('penalties', '行政处罚处理决定的数量', 'penalties.decisions'),
    proactive('compulsions', '行政强制处理决定的数量', 'compulsions.decisions'),
  ];
}

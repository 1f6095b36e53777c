import { wholeCheck } from '../detector.ts';
import type { CheckedTable, Piece } from '../document.ts';
import type { Hit, Span } from '../finding.ts';
import { isPersonName, maskName } from '../names.ts';
import { illness } from './life.ts';

const nameHeading =
  /^(?:.*)(?:姓名|户主|户名|持证人|申请人|受助人|救助对象|保障对象|享受(?:人|对象)|患者|领取人|受益人|补助对象|学生|家长|监护人|人员名单|名单)(?:.*)$/;
const conditionHeading =
  /病种|病情|疾病|病名|患病|诊断|残疾|伤残|致贫|致困|返贫|困难(?:原因|类型|情况|程度)|救助原因|申请原因|健康状况|身体状况|家庭(?:情况|状况|困难)|精神|孕|婚育|生育|避孕|劳动能力|自理能力|失能/;
const kinHeading = /家庭成员|与(?:户主|本人|申请人)关系|配偶|子女姓名|家属/;
const schoolHeading = /年级|班级|就读|学籍|所在学校|学校名称|监护人/;
const hardship =
  /低保|最低生活保障|特困|五保|困难(?:群众|家庭|学生|职工|党员|户)|残疾|临时救助|医疗救助|大病救助|孤儿|困境儿童|留守儿童|贫困|脱贫户|监测户|孕|奖学金|助学金|公租房|保障性?住房|廉租|危房|优抚|失独|计划生育/;

const base = {
  group: 'personal',
  severity: 'warn',
  waivable: 'author',
} as const;

/** The columns whose headings match. */
const columnsOf = ({ headings }: CheckedTable, pattern: RegExp): number[] =>
  headings.flatMap((heading, column) => (pattern.test(heading) ? [column] : []));

const bodyRows = ({ rows, headingRow }: CheckedTable) => rows.slice(headingRow + 1);

const plainOf = (piece: Piece | undefined): string => piece?.plain.text.trim() ?? '';

/** The cells with names in the columns of names. */
function nameCells(table: CheckedTable): Piece[] {
  const columns = columnsOf(table, nameHeading).filter((column) => !kinHeading.test(table.headings[column] ?? ''));
  return columns.flatMap((column) =>
    bodyRows(table).flatMap((row) => {
      const cell = row[column];
      return cell && isPersonName(plainOf(cell)) ? [cell] : [];
    }),
  );
}

const maskOf = (cell: Piece): Span => ({
  place: cell.place,
  start: 0,
  end: cell.text.length,
  replacement: maskName(cell.plain.text.trim()),
});

/** A list that is the same again keeps its judgement; one more line is another list. */
const contentOf = (cells: readonly Piece[]): string => cells.map(plainOf).join('、');

function hitOf(check: string, message: string, excerpt: string, cells: readonly Piece[]): Hit {
  const [first] = cells as [Piece];
  return { check, message, excerpt, spans: cells.map(maskOf), place: first.place, content: contentOf(cells) };
}

const titleOf = ({ title, headings }: CheckedTable) =>
  `${title} ${headings.filter((each) => each !== '').join('、')}`.trim();
const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

export const conditionListCheck = wholeCheck({
  ...base,
  key: 'condition-list',
  name: '患病、残疾、困难人员名单',
  means: '名单连同病情、残疾、困难原因公开，是最常见的个人信息泄露。',
  mend: '删去病情、残疾、原因的列；不是必须公示姓名的，一键把姓名改为“张某”。',
  source: '条例第15条；个人信息保护法第28条；2018年政务公开工作要点（去标识化）',
  *findAll({ tables, title }) {
    for (const table of tables) {
      const names = nameCells(table);
      if (names.length === 0) continue;
      const nameColumns = new Set(columnsOf(table, nameHeading));
      const headed = columnsOf(table, conditionHeading).some((column) =>
        bodyRows(table).some((row) => plainOf(row[column]) !== ''),
      );
      const said = bodyRows(table).some((row) =>
        row.some((cell, column) => !nameColumns.has(column) && illness.test(plainOf(cell))),
      );
      const isHardship = hardship.test(`${table.title} ${title} ${table.headings.join(' ')}`);
      if (!headed && !said && !isHardship) continue;
      const message =
        headed || said
          ? `表中有 ${names.length} 人的姓名，又有病情、残疾或困难情况。请删去这些列；不是必须公示姓名的，隐去姓名。`
          : `这是困难、救助或保障人员的名单，有 ${names.length} 人的姓名。确需公示姓名的，请说明依据和公示期；其他的隐去姓名。`;
      yield hitOf('condition-list', message, shorten(titleOf(table)), names);
    }
  },
});

export const familyListCheck = wholeCheck({
  ...base,
  key: 'family-list',
  name: '家庭成员名单',
  means: '家庭成员的姓名与公开的目的通常无关。',
  mend: '只保留户主和家庭人口数，删去成员的列。',
  source: '条例第15条；个人信息保护法第6条（最小必要）',
  *findAll({ tables }) {
    for (const table of tables) {
      const kin = columnsOf(table, kinHeading);
      const filled = kin.flatMap((column) => bodyRows(table).flatMap((row) => (plainOf(row[column]) ? [row] : [])));
      if (filled.length === 0) continue;
      const columns = table.headings.flatMap((heading, at) =>
        /姓名|家庭成员|配偶|家属/.test(heading) && (kin.includes(at) || /成员|姓名/.test(heading)) ? [at] : [],
      );
      const cells = columns.flatMap((column) =>
        bodyRows(table).flatMap((row) => {
          const cell = row[column];
          return cell && isPersonName(plainOf(cell)) ? [cell] : [];
        }),
      );
      if (cells.length === 0) continue;
      yield hitOf(
        'family-list',
        `表中列出了家庭成员的姓名（${cells.length} 处）。请只写户主和人口数，或者隐去姓名。`,
        shorten(titleOf(table)),
        cells,
      );
    }
  },
});

export const minorListCheck = wholeCheck({
  ...base,
  key: 'minor-list',
  name: '未成年人名单',
  means: '学生、儿童的姓名连同学校、班级、监护人，能找到本人。',
  mend: '删去学校、班级、监护人的列，或者把姓名改为“张某”。',
  source: '未成年人保护法第4条；个人信息保护法第28条、第31条',
  *findAll({ tables, title }) {
    for (const table of tables) {
      const names = nameCells(table);
      if (names.length === 0) continue;
      const ages = columnsOf(table, /^年龄/);
      const isYoung = ages.some((column) =>
        bodyRows(table).some((row) => /^(?:[1-9]|1[0-7])岁?$/.test(plainOf(row[column]))),
      );
      const isSchool =
        columnsOf(table, schoolHeading).length > 0 ||
        /学生|儿童|孤儿|幼儿|小学|中学/.test(`${table.title} ${title} ${table.headings.join(' ')}`);
      // A list of teachers has a school in it and no child.
      const isOfGrownUps = /教师|职工|干部|招聘|聘用|录用|职称/.test(`${table.title} ${table.headings.join(' ')}`);
      if (!isYoung && (!isSchool || isOfGrownUps)) continue;
      yield hitOf(
        'minor-list',
        `表中有 ${names.length} 名学生、儿童的姓名。请隐去姓名，或者删去学校、班级、监护人。`,
        shorten(titleOf(table)),
        names,
      );
    }
  },
});

export const accountListCheck = wholeCheck({
  ...base,
  key: 'account-list',
  name: '姓名与账号名单',
  means: '个人姓名连同银行账号属敏感个人信息。',
  mend: '删去账号列，或者一键脱敏只留后 4 位。',
  source: '条例第15条；个人信息保护法第28条',
  *findAll({ tables }) {
    for (const table of tables) {
      const accounts = columnsOf(table, /[账帐卡]号|一卡通|存折|银行卡|[账帐]户/);
      if (accounts.length === 0 || nameCells(table).length === 0) continue;
      const cells = accounts.flatMap((column) =>
        bodyRows(table).flatMap((row) => {
          const cell = row[column];
          return cell && /^\d(?:[ -]?\d){7,24}$/.test(plainOf(cell)) ? [cell] : [];
        }),
      );
      const [first] = cells;
      if (!first) continue;
      yield {
        check: 'account-list',
        message: `表中有姓名，又有银行账号（${cells.length} 处）。请删去账号列，或者只留后 4 位。`,
        excerpt: shorten(titleOf(table)),
        spans: cells.map((cell) => ({
          place: cell.place,
          start: 0,
          end: cell.text.length,
          replacement: plainOf(cell)
            .replace(/[ -]/g, '')
            .replace(/\d(?=\d{4})/g, '*'),
        })),
        place: first.place,
        content: contentOf(cells),
      };
    }
  },
});

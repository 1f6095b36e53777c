import { describe, expect, test } from 'vitest';
import { labelledAttachments } from '../../../../tests/support/labelled-attachments.ts';
import {
  checkBody,
  listLabelledTexts,
  precisionOf,
  recallOf,
  type Score,
  scoreAttachments,
  scoreTexts,
  sumOf,
} from '../../../../tests/support/labelled-checks.ts';
import type { Hit } from './finding.ts';
import { checks } from './index.ts';

/** What every check holds on the labelled set, both as shares. */
const least = 0.97;

const worst = (scores: readonly Score[]) =>
  scores
    .filter((score) => precisionOf(score) < least || recallOf(score) < least)
    .map((score) => `${score.check}: precision ${precisionOf(score)}, recall ${recallOf(score)}`);

describe('the labelled set', () => {
  const texts = listLabelledTexts();
  const { scores, mistakes } = scoreTexts(texts);

  test('has more than three hundred texts, a third of them with nothing to be found', () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(texts.length / 3);
  });

  test('names only checks there are', () => {
    const keys = new Set(checks.map(({ key }) => key));
    expect(texts.flatMap(({ expected }) => expected).filter(({ check }) => !keys.has(check))).toEqual([]);
  });

  test('every check of running text finds what it is to find, letter by letter, and nothing else', () => {
    expect({ worst: worst(scores), mistakes: worst(scores).length > 0 ? mistakes : [] }).toEqual({
      worst: [],
      mistakes: [],
    });
    expect(scores.length).toBeGreaterThanOrEqual(20);
  });

  test('texts no check was made to fit do not fare much worse', () => {
    const unseen = listLabelledTexts('checks-unseen');
    expect(unseen.length).toBeGreaterThan(30);
    const sum = sumOf(scoreTexts(unseen).scores);
    expect(precisionOf(sum)).toBeGreaterThanOrEqual(0.95);
    expect(recallOf(sum)).toBeGreaterThanOrEqual(0.85);
  });

  test('what stands in attachments is found where it stands, hidden or not', async () => {
    expect(labelledAttachments.length).toBeGreaterThanOrEqual(25);
    const attachments = await scoreAttachments(labelledAttachments);
    expect({ worst: worst(attachments.scores), mistakes: attachments.mistakes }).toEqual({ worst: [], mistakes: [] });
  });
});

const table = (rows: readonly (readonly string[])[], caption = '') =>
  `<p>${caption}</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const found = (hits: readonly Hit[]) => hits.map(({ check }) => check).filter((check) => check !== 'unread-picture');

describe('lists in tables', () => {
  test.each<[name: string, rows: string[][], caption: string, expected: string[]]>([
    [
      '病种一列',
      [
        ['姓名', '病种'],
        ['李小云', '肺癌'],
        ['周文静', '尿毒症'],
      ],
      '',
      ['condition-list'],
    ],
    [
      '致贫原因',
      [
        ['户主', '致贫原因'],
        ['李小云', '因病'],
      ],
      '',
      ['condition-list'],
    ],
    [
      '列名看不出，内容写了残疾',
      [
        ['姓名', '情况'],
        ['李小云', '肢体残疾二级'],
      ],
      '',
      ['condition-list'],
    ],
    [
      '标题是低保',
      [
        ['序号', '姓名', '人口'],
        ['1', '李小云', '3'],
      ],
      '石桥镇最低生活保障对象公示',
      ['condition-list'],
    ],
    [
      '两行表头',
      [
        ['姓名', '困难情况', ''],
        ['', '原因', '程度'],
        ['李小云', '火灾', '重'],
      ],
      '',
      ['condition-list'],
    ],
    [
      '公务员录用',
      [
        ['姓名', '性别', '岗位'],
        ['李小云', '女', '综合管理'],
      ],
      '拟录用人员公示',
      [],
    ],
    [
      '企业名单',
      [
        ['企业名称', '法定代表人', '地址'],
        ['云溪县清泉商贸有限公司', '吴海峰', '城关镇'],
      ],
      '',
      [],
    ],
    [
      '没有姓名的统计',
      [
        ['残疾类别', '人数'],
        ['肢体残疾', '120'],
        ['视力残疾', '36'],
      ],
      '残疾人统计表',
      [],
    ],
    [
      '低保人数统计',
      [
        ['村名', '户数', '人数'],
        ['桥东村', '12', '30'],
      ],
      '最低生活保障统计',
      [],
    ],
    [
      '家庭成员',
      [
        ['户主', '家庭成员', '与户主关系'],
        ['李小云', '李大山', '父女'],
      ],
      '',
      ['family-list'],
    ],
    [
      '学生名单',
      [
        ['姓名', '年级', '学校'],
        ['周小河', '三年级', '石桥镇中心小学'],
      ],
      '',
      ['minor-list'],
    ],
    [
      '年龄不满十八',
      [
        ['姓名', '年龄'],
        ['周小河', '12'],
      ],
      '',
      ['minor-list'],
    ],
    [
      '成年人的年龄',
      [
        ['姓名', '年龄'],
        ['李小云', '42'],
      ],
      '',
      [],
    ],
    [
      '教师名单',
      [
        ['姓名', '学校', '职称'],
        ['李小云', '石桥中学', '一级教师'],
      ],
      '教师职称评审结果',
      [],
    ],
    [
      '姓名和账号',
      [
        ['户名', '账号'],
        ['李小云', '8010123456789'],
      ],
      '',
      ['account-list'],
    ],
    [
      '单位账号',
      [
        ['单位名称', '账号'],
        ['云溪县财政局', '8010123456789'],
      ],
      '',
      [],
    ],
    [
      '身份证一列',
      [
        ['姓名', '身份证号'],
        ['李小云', '11010519491231002X'],
      ],
      '',
      ['id-18'],
    ],
    [
      '出生日期一列',
      [
        ['姓名', '出生日期'],
        ['李小云', '1990-01-02'],
      ],
      '',
      ['birth-date'],
    ],
  ])('%s', (_, rows, caption, expected) => {
    expect(found(checkBody(table(rows, caption)))).toEqual(expected);
  });

  test('a list offers to cut every name to the family name', () => {
    const [hit] = checkBody(
      table([
        ['姓名', '病种'],
        ['李小云', '肺癌'],
        ['欧阳静', '肺癌'],
      ]),
    );
    expect(hit?.spans.map(({ replacement }) => replacement)).toEqual(['李某', '欧阳某']);
  });
});

describe('what is shown of a finding', () => {
  test('no personal data stands in its words', () => {
    const hits = checkBody(
      '<p>李小云身份证11010519491231002X，手机13812345678，卡号6222020000000000000，住桥东村3组12号。</p>',
    );
    const shown = hits.map(({ message, excerpt }) => message + excerpt).join('\n');
    expect(hits.length).toBe(4);
    expect(shown).not.toMatch(/11010519491231002X|13812345678|6222020000000000000|3组12号/);
  });

  test('a number of thousands is told of once with what is left over', () => {
    const hits = checkBody(
      `<p>${Array.from({ length: 400 }, (_, at) => `1381234${String(5000 + at)}`).join('，')}</p>`,
    );
    expect(hits.length).toBe(301);
    expect(hits.at(-1)?.message).toContain('还有 100 处');
  });
});

describe('where something stands is told as somebody counts who looks at it', () => {
  const where = (html: string) =>
    checkBody(html).flatMap(({ check, place }) => (check === 'mobile' && place.part === 'body' ? [place.where] : []));
  const grid = '<table><tr><td>姓名</td><td>电话</td></tr><tr><td>李小云</td><td>13812345678</td></tr></table>';

  test('cells are told by row and column, and paragraphs counted without them', () => {
    expect(where(`<p>名单</p>${grid}<p>请拨打13912345678。</p>`)).toEqual(['表格第2行第2列', '正文第2段']);
  });

  test('of several tables it is said which', () => {
    expect(where(`${grid}<p>又</p>${grid}`)).toEqual(['表1第2行第2列', '表2第2行第2列']);
  });

  test('a cell beside one that spans others is counted as it is seen', () => {
    expect(where('<table><tr><td colspan="2">李小云</td><td>13812345678</td></tr></table>')).toEqual([
      '表格第1行第3列',
    ]);
  });
});

test('the words around a finding are shown as they were written', () => {
  const [hit] = checkBody('<p>经办人：李小云（电话：１３８１２３４５６７８），请于工作日联系；谢谢！</p>').filter(
    ({ check }) => check === 'mobile',
  );
  expect(hit?.excerpt).toBe('经办人：李小云（电话：138****5678），请于工作日联系；谢谢！');
});

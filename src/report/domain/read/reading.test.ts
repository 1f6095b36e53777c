import { describe, expect, it } from 'vitest';
import type { AnnualReport } from '../annual-report.ts';
import { readAnnualReport } from './index.ts';

const read = (text: string): AnnualReport => {
  const blocks = text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line }));
  const result = readAnnualReport({ mediaType: 'text/plain', remarks: [], blocks });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

const report = (parts: {
  title?: string;
  preamble?: string;
  two?: string;
  three?: string;
  five?: string;
  tail?: string;
}): string =>
  [
    parts.title ?? '云溪县石桥镇人民政府2022年政府信息公开工作年度报告',
    parts.preamble ?? '本报告所列数据的统计期限自2022年1月1日至2022年12月31日。',
    '一、总体情况',
    '全年公开信息60条。',
    '二、主动公开政府信息情况',
    parts.two ?? '',
    '三、收到和处理政府信息公开申请情况',
    parts.three ?? '',
    '四、政府信息公开行政复议、行政诉讼情况',
    parts.five ?? '五、存在的主要问题及改进情况',
    '一是公开不够及时。',
    '六、其他需要报告的事项',
    '无。',
    parts.tail ?? '',
  ].join('\n');

describe('标题、机关和年份', () => {
  it.each([
    ['云溪县石桥镇人民政府2022年政府信息公开工作年度报告', '云溪县石桥镇人民政府', 2022],
    ['石桥镇人民政府 2022年政府信息公开工作年度报告', '石桥镇人民政府', 2022],
    ['石桥镇人民政府2020年政府信息公开\n\n工作年度报告', '石桥镇人民政府', 2020],
    ['云溪县民政局\n2023年政府信息公开工作年度报告', '云溪县民政局', 2023],
    ['2022年云溪县石桥镇人民政府信息公开工作年度报告', '云溪县石桥镇人民政府', 2022],
    ['云溪县水利局2024年度政府信息公开年报', '云溪县水利局', 2024],
    ['云溪县柳河乡人民政府政府信息公开工作年度报告（2019年度）', '云溪县柳河乡人民政府', 2019],
    ['云溪县石桥镇人民政府二〇二二年政府信息公开工作年度报告', '云溪县石桥镇人民政府', 2022],
  ])('%s', (title, organ, year) => {
    const value = read(report({ title }));
    expect([value.organ, value.year]).toEqual([organ, year]);
    expect(value.notes.filter((note) => note.path === 'organ' || note.path === 'year')).toEqual([]);
  });

  it('没有标题而文中引了报告名：机关和年份照引文，并注明', () => {
    const value = read(report({ title: '', preamble: '现发布《云溪县石桥镇2021年政府信息公开工作年度报告》。' }));
    expect([value.title, value.organ, value.year]).toEqual([null, '云溪县石桥镇', 2021]);
    const notes = value.notes.map((note) => `${note.path} ${note.kind}`);
    expect(notes).toEqual(expect.arrayContaining(['title missing', 'organ repaired', 'year repaired']));
  });

  it('只有统计期限说了年份：照统计期限，并注明', () => {
    const value = read(report({ title: '石桥镇人民政府信息公开情况' }));
    expect(value.year).toBe(2022);
    expect(value.notes).toContainEqual(expect.objectContaining({ path: 'year', kind: 'repaired' }));
  });
});

describe('章节', () => {
  it('标题没有序号：照读，并注明', () => {
    const value = read(report({ five: '存在的主要问题及改进情况' }));
    expect(value.sections[4]).toEqual({ number: 5, heading: '存在的主要问题及改进情况', text: '一是公开不够及时。' });
    expect(value.notes).toContainEqual(expect.objectContaining({ path: 'sections.4.heading' }));
  });

  it('缺一个部分：标题和正文为空，并注明', () => {
    const value = read(report({ five: '' }));
    expect(value.sections[4]).toEqual({ number: 5, heading: '', text: '' });
    expect(value.notes).toContainEqual(expect.objectContaining({ path: 'sections.4', kind: 'missing' }));
  });

  it('网页的页脚不是第六部分的内容', () => {
    expect(
      read(
        report({ tail: '上一篇：云溪县石桥镇人民政府2021年政府信息公开工作年度报告\n主办单位：云溪县人民政府办公室' }),
      ).sections[5]?.text,
    ).toBe('无。');
  });

  it('一个文件里有两份报告：读第一份，并注明', () => {
    const second = report({ title: '云溪县柳河乡人民政府2022年政府信息公开工作年度报告' });
    const value = read(`${report({})}\n${second}`);
    expect(value.organ).toBe('云溪县石桥镇人民政府');
    expect(value.sections[5]?.text).toBe('无。');
    expect(value.notes).toContainEqual(
      expect.objectContaining({ kind: 'document', message: expect.stringContaining('只读取了第一份') }),
    );
  });
});

describe('格数与表样不符的行', () => {
  const rows = (row: string): string =>
    [
      '申请人情况',
      '一、本年新收政府信息公开申请数量 11 2 0 0 1 0 14',
      '二、上年结转政府信息公开申请数量 3 0 0 0 0 0 3',
      row,
    ].join('\n');
  const cells = (row: string) => {
    const value = read(report({ three: rows(row) }));
    return {
      values: Object.values(value.requests.disclosed ?? {}),
      notes: value.notes.filter((note) => note.path.startsWith('requests.disclosed.')),
    };
  };

  it('七个数：照列序读，不加注', () => {
    expect(cells('（一）予以公开 5 1 0 0 0 0 6')).toEqual({ values: [5, 1, 0, 0, 0, 0, 6], notes: [] });
  });

  it('六个数，只有一种放法合得上总计：有数的格照读并注明，缺的格不填', () => {
    const { values, notes } = cells('（一）予以公开 1 2 3 4 5 21');
    expect(
      values.filter((value) => value !== null).every((value) => [1, 2, 3, 4, 5, 21].includes(value as number)),
    ).toBe(true);
    expect(values).toContain(null);
    expect(notes).toHaveLength(7);
  });

  it('六个数，怎么放都行：一格也不填', () => {
    const { values, notes } = cells('（一）予以公开 0 0 0 0 0 0');
    expect(values).toEqual([null, null, null, null, null, null, null]);
    expect(new Set(notes.map((note) => note.kind))).toEqual(new Set(['ambiguous']));
  });

  it('一个数被拆成两格：合起来总计才对，照合并的读并注明', () => {
    const { values, notes } = cells('（一）予以公开 1 2 0 0 0 0 0 12');
    expect(values).toEqual([12, 0, 0, 0, 0, 0, 12]);
    expect(notes.every((note) => note.kind === 'repaired')).toBe(true);
  });

  it('行在而没有数：不填，并注明', () => {
    const { values, notes } = cells('（一）予以公开');
    expect(values).toEqual([null, null, null, null, null, null, null]);
    expect(notes.every((note) => note.kind === 'missing')).toBe(true);
  });
});

describe('表的样子与表样不同', () => {
  const header = '自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计';
  const table = (head: string, ...lines: string[]) =>
    [head, ...lines]
      .map((line) => ['项目', ...line.split('|')].join('\t').replace('项目\t一', '一').replace('项目\t二', '二'))
      .join('\n');
  const requests = (three: string) => read(report({ three })).requests;

  it('列的次序不同：按表头放，并注明', () => {
    const moved = '总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他';
    const value = read(
      report({
        three: table(
          moved,
          '一、本年新收政府信息公开申请数量|14|11|2|0|0|1|0',
          '二、上年结转政府信息公开申请数量|3|3|0|0|0|0|0',
        ),
      }),
    );
    expect(value.requests.newlyReceived).toEqual({
      natural: 11,
      business: 2,
      research: 0,
      welfare: 0,
      legalService: 1,
      other: 0,
      total: 14,
    });
    expect(value.notes.filter((note) => note.path.startsWith('requests.newlyReceived.'))).toHaveLength(7);
  });

  it('行的次序不同：按行名放', () => {
    const three = table(
      header,
      '二、上年结转政府信息公开申请数量|3|0|0|0|0|0|3',
      '一、本年新收政府信息公开申请数量|11|2|0|0|1|0|14',
    );
    expect(requests(three).newlyReceived?.total).toBe(14);
    expect(requests(three).carriedIn?.total).toBe(3);
  });

  it('同一行出现两次而数字不同：不填，并注明', () => {
    const row = '一、本年新收政府信息公开申请数量|11|2|0|0|1|0|14';
    const value = read(
      report({
        three: table(header, row, row.replace('|14', '|15'), '二、上年结转政府信息公开申请数量|3|0|0|0|0|0|3'),
      }),
    );
    expect(Object.values(value.requests.newlyReceived ?? {})).toEqual([null, null, null, null, null, null, null]);
    expect(value.notes).toContainEqual(
      expect.objectContaining({ path: 'requests.newlyReceived.total', kind: 'ambiguous' }),
    );
  });

  const one = [
    '一、本年新收政府信息公开申请数量|11|2|0|0|1|0|14',
    '二、上年结转政府信息公开申请数量|3|0|0|0|0|0|3',
    '四、结转下年度继续办理|2|0|0|0|1|0|3',
  ];
  const other = one.map((line) => line.replace('11|2|0|0|1|0|14', '90|9|0|0|1|0|100'));

  it('有两张表三而数字不同：不填，每一格都注明', () => {
    const value = read(report({ three: `${table(header, ...one)}\n${table(header, ...other)}` }));
    expect(value.requests.newlyReceived?.natural).toBeNull();
    expect(value.notes.filter((note) => note.path.startsWith('requests.newlyReceived.'))).toHaveLength(7);
  });

  it('有两张表三，一张写明是上年度的：读另一张，每一格都注明', () => {
    const value = read(
      report({ three: `上一年度情况\n${table(header, ...other)}\n本年度情况\n${table(header, ...one)}` }),
    );
    expect(value.requests.newlyReceived?.natural).toBe(11);
    expect(value.notes.filter((note) => note.path.startsWith('requests.newlyReceived.'))).toHaveLength(7);
  });

  it('同一张表印了两遍：照读', () => {
    const value = read(report({ three: `${table(header, ...one)}\n${table(header, ...one)}` }));
    expect(value.requests.newlyReceived?.natural).toBe(11);
  });

  it('从网页复制，总计在第一行表头而各行开头的空格丢了：照表样的列序读', () => {
    const head = '申请人情况\t\t\t\t总计\n自然人\t法人或其他组织\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他';
    const value = read(report({ three: `${head}\n${one.map((line) => line.replaceAll('|', '\t')).join('\n')}` }));
    expect(value.requests.newlyReceived).toMatchObject({ natural: 11, total: 14 });
    expect(value.notes.filter((note) => note.path.startsWith('requests.newlyReceived.'))).toEqual([]);
  });

  it('每列分列两个年度：不填，并注明', () => {
    const years =
      '2022年\t2021年\t2022年\t2021年\t2022年\t2021年\t2022年\t2021年\t2022年\t2021年\t2022年\t2021年\t2022年\t2021年';
    const row = '一、本年新收政府信息公开申请数量\t11\t9\t2\t0\t0\t0\t0\t0\t1\t0\t0\t0\t14\t9';
    const value = read(report({ three: `申请人情况\n${header.replaceAll('|', '\t\t')}\n${years}\n${row}` }));
    expect(Object.values(value.requests.newlyReceived ?? {})).toEqual([null, null, null, null, null, null, null]);
  });
});

describe('行名前后的字', () => {
  const line = (label: string) => `${label} 1 0 0 0 0 0 1`;
  const head = '申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他';

  it('法人或其他组织各列的次序不同、又看不出列的位置：不填，并注明', () => {
    const swapped = head.replace('商业企业\n科研机构', '科研机构\n商业企业');
    const value = read(report({ three: `${swapped}\n${line('一、本年新收政府信息公开申请数量')}` }));
    expect(Object.values(value.requests.newlyReceived ?? {})).toEqual([null, null, null, null, null, null, null]);
  });

  it('表样没有的小计行不当作别的行', () => {
    const three = [
      head,
      line('一、本年新收政府信息公开申请数量'),
      '8.属于行政查询事项',
      '小计',
      '9',
      '0',
      '0',
      '0',
      '0',
      '0',
      '9',
      '（四）无法提供',
      '1.本机关不掌握相关政府信息',
    ];
    const { requests } = read(report({ three: three.join('\n') }));
    expect(requests.withheldInquiryMatter?.total).toBeNull();
    expect(requests.unavailableNotHeld?.total).toBeNull();
  });

  it('逐页加一的页码不当作空行的数', () => {
    const two =
      '第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚 5\n行政强制\n1\n第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费 0';
    const rows = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（一）予以公开',
      '1.属于国家秘密',
      '4.保护第三方合法权益',
      '2.重复申请',
    ].map(line);
    const value = read(report({ two, three: [head, ...rows].join('\n') }));
    expect(value.proactive.compulsions?.decisions).toBeNull();
    expect(value.proactive.penalties?.decisions).toBe(5);
  });

  it('“总计”两字断在两行：数字仍是总计的，不是下一行的', () => {
    const three = [
      head,
      line('一、本年新收政府信息公开申请数量'),
      '3.其他',
      '（七）总',
      '计',
      '1',
      '0',
      '0',
      '0',
      '0',
      '0',
      '1',
      '四、结转下年度继续办理',
    ];
    const { requests } = read(report({ three: three.join('\n') }));
    expect([requests.otherReason?.total, requests.handledTotal?.total, requests.carriedOut?.total]).toEqual([
      null,
      1,
      null,
    ]);
  });

  it('“其它”就是“其他”', () => {
    const value = read(
      report({
        three: [
          head,
          line('1.申请人无正当理由逾期不补正'),
          line('2.申请人逾期未按收费通知要求缴纳费用'),
          line('3.其它'),
          line('（七）总计'),
        ].join('\n'),
      }),
    );
    expect(value.requests.otherReason?.total).toBe(1);
    expect(value.notes.filter((note) => note.path.startsWith('requests.otherReason.'))).toEqual([]);
  });
});

describe('用的是哪一种格式', () => {
  const two = (headers: string, year: number) =>
    read(
      report({
        title: `云溪县石桥镇人民政府${year}年政府信息公开工作年度报告`,
        two: `第二十条第（一）项\n信息内容\t${headers}\n规章\t0\t0\t0\n规范性文件\t3\t1\t8`,
      }),
    );

  it.each([
    ['本年制发件数\t本年废止件数\t现行有效件数', 2022, '2021'],
    ['本年新制作数量\t本年新公开数量\t对外公开总数量', 2020, '2019'],
    ['本年制发件数\t本年废止件数\t现行有效件数', 2020, '2021'],
    ['本年新制作数量\t本年新公开数量\t对外公开总数量', 2022, '2019'],
  ])('看表头，不看年份：%s，%d 年', (headers, year, form) => {
    expect(two(headers, year).form).toBe(form);
  });

  it('表格没有读到时看年份', () => {
    expect(read(report({ title: '石桥镇人民政府2020年政府信息公开工作年度报告' })).form).toBe('2019');
  });

  it('2021年格式的表三用了旧格式的“其他处理”一行：三行都不填，并引原文', () => {
    const three = [
      '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
      '（六）其他处理\t1\t0\t0\t0\t0\t0\t1',
      '（七）总计\t1\t0\t0\t0\t0\t0\t1',
    ];
    const value = read(report({ three: three.join('\n') }));
    const notes = value.notes.filter((note) => note.path === 'requests.otherReason.total');
    expect(value.requests.otherReason?.total).toBeNull();
    expect(notes).toEqual([expect.objectContaining({ kind: 'missing', quote: '1 0 0 0 0 0 1' })]);
    expect(value.requests.handledTotal?.total).toBe(1);
  });
});

describe('不是年度报告的文件', () => {
  it('说明没有找到什么', () => {
    const result = readAnnualReport({
      mediaType: 'text/plain',
      remarks: [],
      blocks: [{ kind: 'paragraph', text: '关于召开会议的通知' }],
    });
    expect(result).toMatchObject({ ok: false, problem: { code: 'not-a-report' } });
  });
});

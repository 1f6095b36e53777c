import { describe, expect, test } from 'vitest';
import { listQuantities, type Quantity } from './quantities.ts';

/** 500余条 → `500余条=500条≥`: what was read, its value and unit, and how exact it is. */
function show({ source, value, high, unit, precision, kind }: Quantity): string {
  const sign = { exact: '', atLeast: '≥', about: '≈', atMost: '≤', range: `~${high}` }[precision];
  return `${source}=${value}${unit}${sign}${kind === 'count' ? '' : ` ${kind}`}`;
}

describe('every count of a text is read', () => {
  test.each<[string, string[]]>([
    ['全年公开信息2188条，其中网站156条。', ['2188条=2188条', '156条=156条']],
    ['公开信息２，１８８条、2,188 条', ['２，１８８条=2188条', '2,188 条=2188条']],
    ['办结一百二十三件，答复两千零五件', ['一百二十三件=123件', '两千零五件=2005件']],
    ['收到申请三件、两份，组织培训十二次', ['三件=3件', '两份=2份', '十二次=12次']],
    ['浏览1.2万人次，发放宣传单1.7万余张', ['1.2万人次=12000人次', '1.7万余张=17000张≥']],
    [
      '点击5千次、3万余次、10多万次、十余万次',
      ['5千次=5000次', '3万余次=30000次≥', '10多万次=100000次≥', '十余万次=100000次≥'],
    ],
    ['发布500余条，一百多条，百余条', ['500余条=500条≥', '一百多条=100条≥', '百余条=100条≥']],
    ['近百条，约30个，大约20户，50条左右', ['近百条=100条≈', '约30个=30个≈', '大约20户=20户≈', '50条左右=50条≈']],
    [
      '超100人，逾200次，超过30期，突破1000人次',
      ['超100人=100人≥', '逾200次=200次≥', '超过30期=30期≥', '突破1000人次=1000人次≥'],
    ],
    ['5件以上，不少于4次，至少2名', ['5件以上=5件≥', '不少于4次=4次≥', '至少2名=2名≥']],
    ['不足10件，不到5个，不超过3项，20人以内', ['不足10件=10件≤', '不到5个=5个≤', '不超过3项=3项≤', '20人以内=20人≤']],
    ['累计达1300条', ['1300条=1300条']],
    ['每件收取11—30元，办理3至5件', ['11—30元=11元~30 money', '3至5件=3件~5']],
    [
      '收取4.25万元，即42500元；项目资金1.2亿元',
      ['4.25万元=42500元 money', '42500元=42500元 money', '1.2亿元=120000000元 money'],
    ],
    [
      '占86.92％，办结率100%，提高3.5个百分点',
      ['86.92％=86.92% share', '100%=100% share', '3.5个百分点=3.5个百分点 points'],
    ],
    ['百分之二十五，百分之三点六，百分百', ['百分之二十五=25% share', '百分之三点六=3.6% share', '百分百=100% share']],
    [
      '增长1.5倍，在20个工作日内答复，24小时值守',
      ['1.5倍=1.5倍 times', '20个工作日=20个工作日 duration', '24小时=24小时 duration'],
    ],
    ['部分公开67，占4.6%；数量共计0。', ['67=67', '4.6%=4.6% share', '0=0']],
    ['公开信息60其中网站', ['60=60']],
    ['收到申请０件（含网络０件）', ['０件=0件', '０件=0件']],
    ['本报告由六个部分组成，共22个行政村', ['六个=6个', '22个=22个']],
    ['举办新闻发布会3场次、政务公开日活动2期', ['3场次=3场次', '2期=2期']],
    ['共收到政府信息公开申请 15\n件', ['15=15']],
  ])('%j', (text, expected) => {
    expect(listQuantities(text).map(show)).toEqual(expected);
  });

  test('the place of a quantity is its place in the text as written', () => {
    const text = '　共 收到（含１件）申请 约 2,188 件。';
    for (const { start, end, source } of listQuantities(text)) expect(text.slice(start, end)).toBe(source);
    expect(listQuantities(text).map(({ source }) => source)).toEqual(['１件', '约 2,188 件']);
  });

  test.each<[string, number]>([
    ['12件', 1],
    ['1.2万条', 1000],
    ['3万条', 10_000],
    ['33.33%', 0.01],
    ['4.25万元', 100],
    ['三万条', 10_000],
  ])('%s shows differences of %d', (text, step) => {
    expect(listQuantities(text)[0]?.step).toBe(step);
  });
});

describe('what is no count is left out', () => {
  test.each([
    ['a date', '2021年1月1日至2021年12月31日，截至12月底，二〇二一年十二月三十一日'],
    ['a span of years', '2021—2022年、2021-2025年'],
    ['a document number', '国办公开办函〔2021〕30号、国务院令第711号、(国办函[2020]109号)'],
    ['an article', '第二十条第（八）项、第三十六条、第50条第1款'],
    ['an ordinal', '第一部分、第3季度、第十五届、二十届三中全会'],
    ['a list number', '一、总体情况\n（二）依申请公开\n1.主动公开\n2、依申请\n一是加强领导，二是完善制度'],
    ['a code in brackets', '网站管理平台（331）'],
    ['a telephone number', '电话：0537-6508002、83651086，手机13800001234'],
    ['a hotline', '“12345”热线、拨打12345，12315投诉'],
    ['a postcode', '邮编：617000，地址：滨河路1号3楼302室'],
    ['an address on the net', 'http://www.yunxi.gov.cn/art/2023/1/16/art_12297.html'],
    ['a letter and a digit', '5G、H5、A4、3D'],
    ['a set phrase', '“三公”经费、一网通办、一站式、一件事一次办、一条龙服务、五公开、三审三校'],
    ['a longer word', '10部分、3条例'],
    ['a vague number', '数十次、几百条、上百条、若干件'],
    ['a day with a dot', '“5·15”政务公开日、12·4宪法日'],
    ['a time', '8:30至17:30'],
    ['a long run of digits', '6222021234567890123、11010519491231002X'],
    ['a version', '2.0版、1.2.3'],
    ['a fraction in a cell', '0/0、1/3'],
    ['a place name', '廿三里、三河镇、八一路、万年县'],
  ])('%s', (_, text) => {
    expect(listQuantities(text).map(show)).toEqual([]);
  });
});

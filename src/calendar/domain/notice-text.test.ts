import { describe, expect, it, test } from 'vitest';
import { readNotice } from './notice-text.ts';

/** A year that has no notice yet, in the words of a notice; the days are invented. */
const text = `国务院办公厅关于2027年
部分节假日安排的通知
国办发明电〔2026〕9号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。
　　二、春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（星期日）
上班。鼓励单位安排职工在2月4日休息。
　　三、清明节：4月5日（周一）放假，与周末连休。
　　四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日、5月8日上班。
　　五、端午节：6月9日放假，共1天。
　　六、中秋节：9月15日放假。
　　七、国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。
　　节假日期间，各地区、各部门要妥善安排好值班，10月8日前报送情况。
国务院办公厅
2026年11月6日
`;

const faultsOf = (changed: string) => {
  const read = readNotice(changed);
  return read.ok ? [] : read.faults.map(({ line, message }) => `${line} ${message}`);
};

describe('放假通知按原文读取', () => {
  it('读出文号、日期和每个节日的放假、上班', () => {
    const read = readNotice(text);
    expect(read).toMatchObject({
      ok: true,
      notice: { year: 2027, documentNumber: '国办发明电〔2026〕9号', publishedOn: '2026-11-06' },
    });
    expect(
      read.ok && read.notice.holidays.map(({ name, from, to, makeUpDays }) => [name, from, to, ...makeUpDays]),
    ).toEqual([
      ['元旦', '2027-01-01', '2027-01-03'],
      ['春节', '2027-02-05', '2027-02-11', '2027-01-31', '2027-02-14'],
      ['清明节', '2027-04-05', '2027-04-05'],
      ['劳动节', '2027-05-01', '2027-05-05', '2027-04-25', '2027-05-08'],
      ['端午节', '2027-06-09', '2027-06-09'],
      ['中秋节', '2027-09-15', '2027-09-15'],
      ['国庆节', '2027-10-01', '2027-10-07', '2027-09-26', '2027-10-09'],
    ]);
  });

  it('元旦可以从上一年末放起，上一年末的周末可以上班', () => {
    const read = readNotice(
      text.replace(
        '2027年1月1日（周五）至3日（周日）放假，共3天。',
        '2026年12月31日至2027年1月2日放假，共3天。2026年12月27日上班。',
      ),
    );
    expect(read.ok && read.notice.holidays[0]).toEqual({
      name: '元旦',
      from: '2026-12-31',
      to: '2027-01-02',
      makeUpDays: ['2026-12-27'],
    });
  });

  it('两个节日可以合并写，当日放假、次日补休连成一段', () => {
    const merged = text
      .replace('六、中秋节：9月15日放假。\n', '')
      .replace('七、国庆节：10月1日至7日', '六、国庆节、中秋节：10月1日至7日')
      .replace('五、端午节：6月9日放假，共1天。', '五、端午节：6月12日放假，6月14日（周一）补休。');
    const read = readNotice(merged);
    const turned = merged.replace('6月12日放假，6月14日（周一）补休', '6月14日（周一）补休，6月12日放假');
    expect(readNotice(turned)).toEqual(read);
    expect(read.ok && read.notice.holidays.at(-1)?.name).toBe('国庆节、中秋节');
    expect(read.ok && read.notice.holidays[4]).toMatchObject({ from: '2027-06-12', to: '2027-06-14' });
  });

  it('全角数字、半角标点和行首空格不影响读取', () => {
    expect(readNotice(text.replaceAll('：', ':').replace('10月1日至7日', '１０月１日 至 ７日'))).toEqual(
      readNotice(text),
    );
  });
});

describe('有一处不符就不采用，并指出在第几行', () => {
  test.each([
    ['没有标题', '关于2027年', '关于', /^0 没有找到标题/],
    ['缺一个节日', '六、中秋节：9月15日放假。', '', /^0 缺少中秋的安排/],
    ['日期与星期不符', '4月5日（周一）', '4月5日（周二）', /^10 .*4月5日是周一，不是周二/],
    ['日期不存在', '6月9日放假', '6月31日放假', /^12 .*6月31日.*不是有效日期/],
    ['天数与起止不符', '共7天。9月26日', '共8天。9月26日', /^14 .*写明共8天，按起止日期是7天/],
    ['上班的日子不是周末', '4月25日、5月8日上班', '4月26日、5月8日上班', /^11 .*4月26日是周一，不是周末/],
    ['放假与上班写成同一天', '10月9日上班', '5月8日上班', /^0 .*5月8日既写在“劳动节调休上班”，又写在“国庆节调休上班”/],
    ['没有写放假还是上班', '6月9日放假，共1天', '6月9日', /^12 .*没有写明放假还是上班/],
    ['放假长得离谱', '10月1日至7日放假调休，共7天', '10月1日至27日放假调休', /^14 .*放假27天，超出常理/],
    ['放假中间断开', '9月15日放假', '9月15日放假，9月17日补休', /^13 .*不连续/],
    ['起止颠倒', '10月1日至7日放假', '10月7日至1日放假', /^14 .*先后颠倒/],
    ['年份不对', '2027年1月1日', '2024年1月1日', /^7 /],
  ])('%s', (_, from, to, told) => {
    expect(text).toContain(from);
    const faults = faultsOf(text.replace(from, to));
    expect(
      faults.find((fault) => told.test(fault)),
      faults.join('\n'),
    ).toBeDefined();
  });

  it('随便一个文本不会读成通知', () => {
    expect(faultsOf('今天开会。')).toEqual([expect.stringContaining('没有找到标题')]);
    expect(faultsOf('国务院办公厅关于2027年部分节假日安排的通知')).toHaveLength(7);
  });
});

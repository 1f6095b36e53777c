import { getForm } from '../../forms/index.ts';
import type { RuleExample } from './example.ts';

const form2021 = getForm('2021').sections.map((section) => section.heading);
const form2019 = getForm('2019').sections.map((section) => section.variants[0] ?? section.heading);
const preamble = (words: string) => ({ preamble: words });

/** Examples of the rules on title, sections, period, citations, template words and reader's notes. */
export const textExamples: readonly RuleExample[] = [
  {
    rule: 'TITLE-MISSING',
    fires: [{ name: 'there is no title', report: { set: { title: null } } }],
    silent: [{ name: 'there is a title' }],
  },
  {
    rule: 'TITLE-ORGAN',
    fires: [
      { name: 'the title names no organ', report: { set: { title: '2023年政府信息公开工作年度报告', organ: null } } },
    ],
    silent: [
      { name: 'the title names the organ' },
      { name: 'there is no title at all, which is another finding', report: { set: { title: null, organ: null } } },
    ],
  },
  {
    rule: 'TITLE-YEAR',
    fires: [
      {
        name: 'the title names no year',
        report: { set: { title: '云溪县石桥镇人民政府政府信息公开工作年度报告' } },
        expected: '2023年',
      },
    ],
    silent: [
      { name: 'the title names the year' },
      {
        name: 'the year stands in Chinese numerals',
        report: { set: { title: '石桥镇人民政府二〇二三年政府信息公开工作年度报告' } },
      },
    ],
  },
  {
    rule: 'TITLE-WORDING',
    fires: [
      { name: 'the title says 工作总结', report: { set: { title: '云溪县石桥镇人民政府2023年政务公开工作总结' } } },
    ],
    silent: [
      { name: 'the title has the usual words' },
      {
        name: 'the usual words are spread over two lines',
        report: { set: { title: '石桥镇人民政府2023年政府信息公开 工作年度报告' } },
      },
    ],
  },
  {
    rule: 'YEAR-UNKNOWN',
    fires: [{ name: 'no year can be told', report: { set: { year: null } } }],
    silent: [{ name: 'the year is known' }],
  },
  {
    rule: 'YEAR-TITLE',
    fires: [
      {
        name: 'the title names another year',
        report: { set: { title: '云溪县石桥镇人民政府2022年政府信息公开工作年度报告' } },
        expected: '2023年',
        found: '2022年',
      },
      {
        name: 'the title names another year in Chinese numerals',
        report: { set: { title: '石桥镇人民政府二〇二二年政府信息公开工作年度报告' } },
        found: '2022年',
      },
    ],
    silent: [
      { name: 'title and year agree' },
      { name: 'the title has no year', report: { set: { title: '石桥镇政府信息公开工作年度报告' } } },
    ],
  },
  {
    rule: 'YEAR-PREAMBLE',
    fires: [
      {
        name: 'the year stands before the organ',
        report: { set: preamble('现公布2022年度石桥镇政府信息公开年度报告。') },
        found: '2022年',
      },
      {
        name: 'the preamble introduces the report of the year before',
        report: { set: preamble('现发布《云溪县石桥镇2022年政府信息公开工作年度报告》。') },
        found: '2022年',
      },
    ],
    silent: [
      {
        name: 'the preamble introduces this report',
        report: { set: preamble('现发布《石桥镇2023年政府信息公开工作年度报告》。') },
      },
      { name: 'the preamble cites an instrument of another year' },
      {
        name: 'a notice on the report of another year is cited',
        report: { set: preamble('依照县政府办《关于做好2022年政府信息公开工作年度报告的通知》的格式编制。') },
      },
    ],
  },
  {
    rule: 'ORGAN-PREAMBLE',
    fires: [
      {
        name: 'the preamble names another township',
        report: { set: preamble('现发布《云溪县柳河乡人民政府2023年政府信息公开工作年度报告》。') },
        found: '云溪县柳河乡人民政府',
      },
    ],
    silent: [
      {
        name: 'only the county is left out',
        report: { set: preamble('现发布《石桥镇2023年政府信息公开工作年度报告》。') },
      },
      { name: 'the preamble names no report' },
    ],
  },
  {
    rule: 'FORM-YEAR',
    fires: [
      { name: 'a report of 2021 uses the form of 2019', report: { form: '2019', year: 2021 }, expected: '2021年格式' },
      { name: 'a report of 2020 uses the form of 2021', report: { form: '2021', year: 2020 }, expected: '2019年格式' },
      { name: 'the year is before both forms', report: { form: '2019', year: 2017 }, severity: 'unknown' },
    ],
    silent: [
      { name: 'form 2021 for 2021', report: { year: 2021 } },
      { name: 'form 2019 for 2020', report: { form: '2019' } },
      { name: 'the year is not known', report: { set: { year: null } } },
    ],
  },
  {
    rule: 'SECTION-MISSING',
    fires: [
      {
        name: 'section 六 has neither heading nor text',
        report: { set: { 'sections.5.heading': '', 'sections.5.text': '' } },
        count: 1,
        paths: ['sections.5'],
      },
    ],
    silent: [
      { name: 'all six are there' },
      { name: 'a heading is lost and its table is there', report: { set: { 'sections.2.heading': '' } } },
    ],
  },
  {
    rule: 'SECTION-UNTITLED',
    fires: [
      {
        name: 'the text of section 五 has no heading',
        report: { set: { 'sections.4.heading': '' } },
        paths: ['sections.4.heading'],
      },
      { name: 'the table of section 三 has no heading', report: { set: { 'sections.2.heading': '' } } },
    ],
    silent: [
      { name: 'all headings are there' },
      {
        name: 'the section is absent altogether',
        report: { set: { 'sections.5.heading': '', 'sections.5.text': '' } },
      },
    ],
  },
  {
    rule: 'SECTION-ORDER',
    fires: [
      {
        name: 'sections 五 and 六 have changed places',
        report: { set: { 'sections.4.heading': form2021[5], 'sections.5.heading': form2021[4] } },
        count: 2,
        expected: form2021[4] as string,
      },
    ],
    silent: [
      { name: 'the order is the prescribed one' },
      { name: 'a heading has another wording', report: { set: { 'sections.4.heading': '问题与打算' } } },
    ],
  },
  {
    rule: 'SECTION-HEADING',
    fires: [
      {
        name: 'a heading has another wording',
        report: { set: { 'sections.4.heading': '存在的问题' } },
        expected: form2021[4] as string,
        found: '存在的问题',
      },
      {
        name: 'a report of form 2021 has a heading of form 2019',
        report: { set: { 'sections.3.heading': '因政府信息公开工作被申请行政复议、提起行政诉讼情况' } },
      },
    ],
    silent: [
      { name: 'the headings are the prescribed ones' },
      {
        name: 'only spaces and punctuation differ',
        report: { set: { 'sections.3.heading': '政府信息公开行政复议,行政诉讼情况：' } },
      },
      {
        name: 'the headings are in traditional characters',
        report: {
          set: { 'sections.0.heading': '總體情況', 'sections.3.heading': '政府信息公開行政復議、行政訴訟情況' },
        },
      },
      {
        name: 'a report of form 2019 has a heading of form 2019',
        report: { form: '2019', set: { 'sections.3.heading': form2019[3] } },
      },
    ],
  },
  {
    rule: 'SECTION-NUMBER',
    fires: [
      {
        name: 'the reader found a heading without its number',
        report: {
          set: {
            notes: [
              {
                path: 'sections.4.heading',
                kind: 'repaired',
                message: '标题“存在的主要问题及改进情况”没有序号',
                quote: '存在的主要问题及改进情况',
              },
            ],
          },
        },
        expected: '五、',
      },
    ],
    silent: [{ name: 'the reader noted nothing about headings' }],
  },
  {
    rule: 'SECTION-EMPTY',
    fires: [
      { name: 'section 一 is a heading only', report: { set: { 'sections.0.text': ' ' } }, paths: ['sections.0.text'] },
    ],
    silent: [{ name: 'the sections with a table have no text' }],
  },
  {
    rule: 'PERIOD-CALENDAR-YEAR',
    fires: [
      {
        name: 'the period ends in November',
        report: { set: preamble('本报告所列数据的统计期限自2023年1月1日起至2023年11月30日止。') },
        found: '2023年1月1日起至2023年11月30日',
      },
      { name: 'the period runs over two years', report: { set: preamble('统计期限为2022年1月1日至2023年12月31日。') } },
    ],
    silent: [
      { name: 'the period is 1 January to 31 December' },
      { name: 'the second date leaves the year out', report: { set: preamble('统计数据从2023年1月1日至12月31日。') } },
      {
        name: 'the dates stand in Chinese numerals',
        report: { set: preamble('统计期限：二〇二三年一月一日至十二月三十一日。') },
      },
      {
        name: 'another stretch of time is told',
        report: { set: { 'sections.0.text': '2023年3月1日至5月31日开展集中整治。' } },
      },
      { name: 'the dates are damaged', report: { set: preamble('统计期限自202311日至20231231日止。') } },
    ],
  },
  {
    rule: 'PERIOD-YEAR',
    fires: [
      {
        name: 'the period is that of the year before',
        report: { set: preamble('统计期限自2022年1月1日起至12月31日止。') },
        expected: '2023年1月1日至2023年12月31日',
      },
    ],
    silent: [
      { name: 'period and year agree' },
      { name: 'no year is given', report: { set: preamble('统计期限自1月1日起至12月31日止。') } },
    ],
  },
  {
    rule: 'PERIOD-DAMAGED',
    fires: [
      { name: 'the characters 年 and 月 are lost', report: { set: preamble('统计期限自202311日至20231231日止。') } },
      {
        name: 'what is left of the dates is not the year of the report',
        report: { set: preamble('统计期限自202111日至20211231日止。') },
        severity: 'unknown',
      },
    ],
    silent: [{ name: 'the dates are whole' }],
  },
  {
    rule: 'PERIOD-MISSING',
    fires: [{ name: 'no period is stated', report: { set: preamble('') } }],
    silent: [
      { name: 'the preamble states it' },
      {
        name: 'section 一 states it',
        report: { set: { preamble: '', 'sections.0.text': '统计数据截至2023年12月31日。' } },
      },
    ],
  },
  {
    rule: 'SIGNED-DAY',
    fires: [
      {
        name: 'the report is signed before its year is over',
        report: { set: { 'sections.5.text': '没有其他事项。\n石桥镇人民政府\n2023年1月18日' } },
        found: '2023年1月18日',
      },
      {
        name: 'a township signs in March',
        report: { set: { 'sections.5.text': '没有其他事项。\n石桥镇人民政府 二〇二四年三月五日' } },
        severity: 'notice',
      },
      {
        name: 'a county government signs in April',
        report: { set: { organ: '云溪县人民政府', 'sections.5.text': '没有其他事项。\n2024年4月2日' } },
        severity: 'notice',
      },
    ],
    silent: [
      { name: 'there is no date under the report' },
      { name: 'a township signs in January', report: { set: { 'sections.5.text': '没有其他事项。\n2024年1月18日' } } },
      {
        name: 'a county government signs in March',
        report: { set: { organ: '云溪县人民政府', 'sections.5.text': '没有其他事项。\n2024年3月20日' } },
      },
      { name: 'a date stands in a sentence', report: { set: { 'sections.5.text': '培训于2023年5月8日举行。' } } },
    ],
  },
  {
    rule: 'CITE-OUTDATED',
    fires: [
      {
        name: 'a report of 2023 cites the form of 2019',
        report: { set: preamble('根据国办公开办函[2019]60号编制。') },
      },
      {
        name: 'Decree 492 is cited',
        report: { set: { 'sections.0.text': '落实《政府信息公开条例》（国务院令第492号）。' } },
      },
    ],
    silent: [
      { name: 'the form in force is cited' },
      { name: 'a report of 2020 cites the form of 2019', report: { form: '2019' } },
      { name: 'the older form is called repealed', report: { set: preamble('国办公开办函〔2019〕60号已被替代。') } },
      { name: 'a house number is 492', report: { set: preamble('地址：云溪县人民路492号。') } },
    ],
  },
  {
    rule: 'CITE-TOO-EARLY',
    fires: [
      {
        name: 'a report of 2020 cites the form of 2021',
        report: { form: '2019', set: preamble('根据国办公开办函〔2021〕30号编制。') },
      },
    ],
    silent: [{ name: 'a report of 2023 cites the form of 2021' }],
  },
  {
    rule: 'PLACEHOLDER',
    fires: [
      { name: 'the year is 20XX', report: { set: { 'sections.0.text': '20XX年，我镇公开信息若干。' } } },
      {
        name: 'the organ is XX镇',
        report: { set: { title: 'XX镇人民政府2023年政府信息公开工作年度报告' } },
        paths: ['title'],
      },
      { name: 'a figure is ××', report: { set: { 'sections.0.text': '全年公开信息××条。' } } },
      { name: 'a line is left to fill in', report: { set: { 'sections.0.text': '全年公开信息____条。' } } },
      { name: 'brackets are left empty', report: { set: { 'sections.0.text': '全年公开信息（ ）条。' } } },
      {
        name: 'a prompt of the template is left',
        report: { set: { 'sections.5.text': '【填写单位名称】没有其他事项。' } },
      },
      { name: '此处填写 is left', report: { set: { 'sections.5.text': '此处填写其他需要报告的事项。' } } },
      {
        name: '（示例） is left',
        report: { set: { 'sections.0.text': '（示例）全年公开信息若干条。' } },
        severity: 'warning',
      },
      { name: 'words wait for completion', report: { set: { 'sections.5.text': '没有其他事项（待补充）。' } } },
      {
        name: 'a name is 某某镇',
        report: { set: { 'sections.0.text': '某某镇加强了公开工作。' } },
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'nothing of a template is left' },
      {
        name: 'a web address holds xx',
        report: { set: { preamble: '详见 http://www.yunxi.example/xxgk/xx/index.html 。' } },
      },
      {
        name: 'a name is made unreadable on purpose',
        report: { set: { 'sections.0.text': '申请人张某某撤回申请。' } },
      },
      {
        name: 'something still has to improve',
        report: { set: { 'sections.4.text': '工作机制有待完善，内容还有待补充。' } },
      },
      {
        name: 'a multiplication sign stands between figures',
        report: { set: { 'sections.0.text': '展板规格 3×5 米。' } },
      },
      {
        name: 'a form is to be filled in by the citizen',
        report: { set: { 'sections.0.text': '可当面申请（填写申请表）。' } },
      },
    ],
  },
  {
    rule: 'READ-DOCUMENT',
    fires: [
      {
        name: 'the reader found two reports in one file',
        report: {
          set: { notes: [{ path: '', kind: 'document', message: '文件里有两份报告，只读了第一份。', quote: '' }] },
        },
        message: '两份报告',
      },
      {
        name: 'the reader was not sure of the year',
        report: { set: { notes: [{ path: 'year', kind: 'ambiguous', message: '有两个年份。', quote: '' }] } },
      },
    ],
    silent: [{ name: 'the reader noted nothing' }],
  },
  {
    rule: 'READ-REPAIRED',
    fires: [
      {
        name: 'two cells were placed by the reader',
        report: {
          set: {
            notes: ['natural', 'total'].map((column) => ({
              path: `requests.disclosed.${column}`,
              kind: 'repaired',
              message: '按合计还原。',
              quote: '5 2',
            })),
          },
        },
        count: 1,
        paths: ['requests.disclosed.natural', 'requests.disclosed.total'],
      },
    ],
    silent: [{ name: 'every cell was read as it stands' }],
  },
];

import type { ModelChange, RuleExample } from './example.ts';

/** The model report with these words in a section. */
const said = (section: 1 | 3 | 4 | 5 | 6, text: string, set: ModelChange['set'] = {}): ModelChange => ({
  set: { [`sections.${section - 1}.text`]: text, ...set },
});
const requests = (text: string, set?: ModelChange['set']) => said(3, text, set);

const patrols =
  '年内把公开栏巡查和网格走访合在一起，每季度由包村干部带着清单到村里逐项核对，缺项当场补齐，过期内容当天撤换，群众提出的问题记在台账上，由党政办一周内答复，答复结果再贴回公开栏，来年的巡查从上次没有办完的事项查起。';
const window =
  '便民服务大厅调整了查阅点的位置，增加了一台查询机和一名引导员，把低保、医保、宅基地三类办得最多的事项做成口袋卡片，老年人可以带回家慢慢看，窗口人员每周收集一次大家看不懂的地方，月底统一改写办事指南并换发新卡片。';
const otherProblems = '存在的主要问题：值班人员变动频繁，台账交接不清。改进情况：实行双人登记，交接当面签字。';
const sibling = (text: string, organ = '云溪县柳河乡人民政府'): ModelChange => ({
  set: {
    organ,
    title: `${organ}2023年政府信息公开工作年度报告`,
    'sections.0.text': text,
    'sections.4.text': otherProblems,
  },
});

const lastYear = (text: string): ModelChange => ({ year: 2022, set: { 'sections.0.text': text } });

/** Examples of the rules that compare the narrative with the tables. */
const countExamples: readonly RuleExample[] = [
  {
    rule: 'NAR-REQUEST',
    fires: [
      {
        name: 'the number received is not that of table 三',
        report: requests('本年共收到政府信息公开申请15件。'),
        expected: '12',
        found: '15件',
        paths: ['requests.newlyReceived.total', 'sections.2.text'],
        message: '“总计”列为 12',
      },
      { name: 'it stands in Chinese numerals', report: requests('本年新收申请二十一件。'), found: '二十一件' },
      {
        name: 'the text says there was none',
        report: said(1, '（二）依申请公开。本年度未收到政府信息公开申请。'),
        paths: ['requests.newlyReceived.total'],
      },
      {
        name: 'one of four numbers is wrong',
        report: requests('新收申请12件，上年结转1件，办结12件，结转下年度2件。'),
        count: 1,
        paths: ['requests.carriedOut.total'],
      },
      {
        name: '受理 fits neither the new ones nor all in hand',
        report: requests('全年受理政府信息公开申请14件。'),
        severity: 'warning',
        expected: '12 或 13',
      },
      {
        name: 'the number received is that of all in hand',
        report: requests('本年共收到政府信息公开申请13件。'),
        severity: 'warning',
        message: '包含上年结转的请写明',
      },
      { name: 'an approximation does not reach', report: requests('收到政府信息公开申请20余件。'), severity: 'notice' },
      {
        name: 'the cell is blank',
        report: requests('收到政府信息公开申请12件。', { 'requests.newlyReceived.total': null }),
        severity: 'unknown',
        count: 1,
      },
      {
        name: 'the cell holds a word',
        report: requests('收到政府信息公开申请12件。', { 'requests.newlyReceived.total': '/' }),
        severity: 'unknown',
      },
    ],
    silent: [
      {
        name: 'all four numbers agree',
        report: requests('新收申请12件，上年结转1件，办结12件，结转下年度1件。'),
      },
      { name: '受理 counts those carried in too', report: requests('全年受理政府信息公开申请13件（含上年结转1件）。') },
      { name: 'those carried in are told in brackets', report: requests('共收到申请13件（上年结转1件）。') },
      { name: 'an approximation fits', report: requests('收到政府信息公开申请10余件，近15件。') },
      { name: 'the number is of last year', report: requests('2022年收到政府信息公开申请40件。') },
      { name: 'the number is a change', report: requests('政府信息公开申请较上年减少3件。') },
      { name: 'the number is of the whole county', report: requests('全县共收到政府信息公开申请300件。') },
      { name: 'letters and tickets are counted', report: said(1, '收到群众来信30件，办结12345热线工单189件。') },
    ],
  },
  {
    rule: 'NAR-RESULT',
    fires: [
      {
        name: 'a result differs',
        report: requests('办结申请12件，其中予以公开8件、部分公开1件、不予公开1件。'),
        count: 1,
        expected: '7',
        paths: ['requests.disclosed.total'],
      },
      {
        name: 'the sum of the eight rows of refusal differs',
        report: requests('其中不予公开4件。'),
        expected: '1',
        message: '“（三）不予公开”8行“总计”列之和',
      },
      {
        name: 'one of the rows is blank',
        report: requests('其中不予公开1件。', { 'requests.withheldByLaw.total': null }),
        severity: 'unknown',
      },
    ],
    silent: [
      {
        name: 'all results agree',
        report: requests('予以公开7件、部分公开1件、不予公开1件、无法提供2件、其他处理1件。'),
      },
      { name: 'a reason in brackets agrees', report: requests('不予公开（第三方合法权益）1件。') },
      { name: 'documents are sorted by publicity', report: said(1, '公文707件中主动公开673件，不予公开22件。') },
    ],
  },
  {
    rule: 'NAR-APPLICANT',
    fires: [
      {
        name: 'a company asked and its column says none',
        report: requests('收到申请12件，其中科研机构申请2件。'),
        found: '2件',
      },
      {
        name: 'all are said to be natural persons and companies asked too',
        report: requests('收到申请12件，申请人均为自然人。'),
        message: '法人或其他组织',
      },
    ],
    silent: [
      { name: 'both kinds agree', report: requests('收到申请12件，其中自然人申请9件、企业申请3件。') },
      {
        name: 'all are natural persons indeed',
        report: requests('收到申请9件，申请人均为自然人。', {
          'requests.newlyReceived.business': 0,
          'requests.newlyReceived.total': 9,
        }),
      },
    ],
  },
  {
    rule: 'NAR-REMEDY',
    fires: [
      {
        name: 'the number of reconsiderations differs',
        report: said(4, '政府信息公开行政复议3件。'),
        expected: '2',
        paths: ['remedies.reconsideration.total', 'sections.3.text'],
      },
      { name: 'the text says there was none', report: said(1, '未发生政府信息公开行政复议、行政诉讼。'), count: 1 },
      {
        name: 'there were none through a fault',
        report: said(1, '未出现因答复不当引起的政府信息公开行政复议。'),
        severity: 'warning',
      },
      { name: 'an outcome differs', report: said(4, '行政复议2件，结果维持2件。'), expected: '1' },
    ],
    silent: [
      { name: 'numbers and outcomes agree', report: said(4, '行政复议2件，结果维持1件、尚未审结1件；行政诉讼0件。') },
      { name: 'only lost cases are denied', report: said(4, '未发生行政复议被纠正、行政诉讼败诉的情况。') },
      { name: 'it is not about disclosure', report: said(1, '全年化解行政复议案件15件。') },
    ],
  },
  {
    rule: 'NAR-PROACTIVE',
    fires: [
      { name: 'the documents issued differ', report: said(1, '制发行政规范性文件3件。'), expected: '2', found: '3件' },
      {
        name: 'the decisions differ, which may be counted in another way',
        report: said(1, '作出行政处罚决定20件。'),
        severity: 'warning',
      },
    ],
    silent: [
      {
        name: 'documents and decisions agree',
        report: said(1, '制发行政规范性文件2件，现行有效7件，作出行政处罚决定18件。'),
      },
      { name: 'only what was put on the site is told', report: said(1, '公开规范性文件9件、行政处罚信息40条。') },
    ],
  },
];

/** Examples of the rules on the numbers of the narrative among themselves. */
const sumExamples: readonly RuleExample[] = [
  {
    rule: 'NAR-BALANCE',
    fires: [
      {
        name: 'received and carried in are more than closed and carried out',
        report: requests('新收申请12件，上年结转3件，办结12件，结转下年度1件。'),
        expected: '12 + 3 = 15',
      },
    ],
    silent: [
      { name: 'both sides are equal', report: requests('新收申请12件，上年结转3件，办结14件，结转下年度1件。') },
      { name: 'one of the four is not told', report: requests('新收申请12件，办结14件，结转下年度1件。') },
    ],
  },
  {
    rule: 'NAR-REPEAT',
    fires: [
      {
        name: 'two sections tell two numbers and the table none',
        report: said(1, '（二）依申请公开。收到政府信息公开申请12件。', {
          'sections.2.text': '本年共收到政府信息公开申请13件。',
          'requests.newlyReceived.total': null,
        }),
        expected: '12',
        found: '13',
      },
      {
        name: 'the total of information published is told twice',
        report: said(1, '全年主动公开政府信息300条。', { 'sections.5.text': '本年度主动公开政府信息共310条。' }),
        severity: 'notice',
      },
    ],
    silent: [
      {
        name: 'both are the same',
        report: said(1, '全年主动公开政府信息300条。', { 'sections.5.text': '本年度主动公开政府信息共300条。' }),
      },
      {
        name: 'one is told of a single channel',
        report: said(1, '全年主动公开政府信息300条。通过微信公众号公开信息120条。'),
      },
      {
        name: 'the table tells which is right',
        report: said(1, '（二）依申请公开。收到申请12件。', { 'sections.2.text': '本年共收到申请13件。' }),
      },
    ],
  },
  {
    rule: 'NAR-PART',
    fires: [
      { name: 'a part is larger than the whole', report: said(1, '公开信息40条，其中政务动态45条。'), found: '45条' },
      {
        name: 'an approximation cannot hold the part',
        report: said(1, '公开信息100余条，其中政务动态300条。'),
        severity: 'notice',
      },
    ],
    silent: [
      { name: 'the part is smaller', report: said(1, '公开信息40条，其中政务动态35条。') },
      { name: 'the part is of both counts before it', report: requests('新收6件，上年结转6件，其中自然人申请10件。') },
      { name: 'the part has another unit', report: said(1, '发布信息100条，其中单条阅读量2000次。') },
    ],
  },
  {
    rule: 'NAR-SUM',
    fires: [
      {
        name: 'the parts are more than the whole',
        report: said(1, '办理工单189件（其中救助121件，投诉53件，咨询35件）。'),
        expected: '189件',
        found: '121 + 53 + 35 = 209',
      },
      {
        name: 'a remark in brackets stands between whole and parts',
        report: said(1, '办理工单177件（含上年结转3件），其中救助90件、投诉88件。'),
        found: '90 + 88 = 178',
      },
      {
        name: 'parts of parts are left out of the sum, which is still too much',
        report: said(1, '公开信息50条。其中机构类20条，内有领导成员15条；工作类（含动态8条）38条。'),
        found: '20 + 38 = 58',
      },
      {
        name: 'the channels are more than the whole, which double counting may explain',
        report: said(1, '全年公开信息114条，其中网站60条、微信公众号70条。'),
        severity: 'warning',
        message: '多个渠道',
      },
      {
        name: 'a request came one way only',
        report: requests('收到申请12件，其中通过网站申请8件、通过信函申请5件。'),
        found: '8 + 5 = 13',
      },
      {
        name: 'parts said to be all are less than the whole',
        report: requests('收到申请12件，分别为甲村5件、乙村6件。'),
        severity: 'warning',
      },
      {
        name: 'a total behind the parts is not their sum',
        report: said(1, '办理建议6件、提案4件，共11件。'),
        severity: 'warning',
        expected: '6 + 4 = 10',
      },
      {
        name: 'channels told without 其中 do not reach the total',
        report: said(1, '共公开信息2188条。通过网站公开信息156条，通过公示栏公开信息51条。'),
        severity: 'notice',
      },
    ],
    silent: [
      {
        name: 'channels add up to the total',
        report: said(
          1,
          '年度共公开信息2188条。通过县网公开信息156条，通过公示栏公开信息51条，通过管理平台（331）公开581条，通过微博和公众号等平台公开信息1400条等。',
        ),
      },
      {
        name: 'parts in brackets add up',
        report: said(1, '办理工单189件（其中，救助工单121件，投诉工单33件，咨询工单35件）。'),
      },
      { name: 'parts introduced by 其中 are not all', report: said(1, '公开信息300条，其中财政类20条、人事类8条。') },
      {
        name: 'the list ends with 等',
        report: said(1, '公开信息300条。通过网站公开信息100条，通过公示栏公开信息51条等。'),
      },
      {
        name: 'approximations may add up',
        report: said(
          1,
          '主动公开信息500余条，通过县网公开信息100余条，通过公众号公开信息121条，通过其他途径公开信息200余条。',
        ),
      },
      {
        name: 'parts have parts of their own',
        report: said(
          1,
          '主动公开政府信息50条。其中机构类20条，内有领导成员10条、机构职能10条；工作类18条，其中动态8条、公告10条；财政类12条。',
        ),
      },
      {
        name: 'the parts overlap, being of two kinds',
        report: requests('收到申请12件，其中自然人申请9件、网络申请8件。'),
      },
      {
        name: 'another matter follows the parts',
        report: said(1, '公开信息100条，其中网站60条，办理建议提案80条。'),
      },
      {
        name: 'a part has some parts of its own',
        report: said(1, '公开信息50条。其中机构类20条，内有领导成员15条；工作类（含动态8条）28条。'),
      },
      {
        name: 'a part is the sum of parts behind it, without a word that says so',
        report: said(1, '公开信息12条，其中文件类10条，政策6条，通知4条，动态类2条。'),
      },
      {
        name: 'the whole is divided twice',
        report: requests('收到申请12件，其中自然人9件、企业3件，网络申请8件、信函申请4件。'),
      },
      {
        name: 'a part is the sum of those behind it',
        report: requests('受理12件，其中办结10件，予以公开6件，部分公开4件，结转2件。'),
      },
    ],
  },
  {
    rule: 'NAR-SHARE',
    fires: [
      {
        name: 'a share is not what the counts give',
        report: said(1, '主动公开政府信息200条，其中政务动态50条，占35%。'),
        expected: '50 ÷ 200 = 25%',
        found: '35%',
      },
      {
        name: 'a rate is not closed by received',
        report: requests('收到申请20件，办结18件，办结率95%。'),
        expected: '18 ÷ 20 = 90%',
      },
    ],
    silent: [
      {
        name: 'the share is rounded',
        report: said(1, '主动公开政府信息12条，其中政务动态5条，占41.67%；公告2条，占17%。'),
      },
      { name: 'the share is cut off', report: said(1, '主动公开政府信息12条，其中政务动态5条，占41%。') },
      {
        name: 'what was carried out was not yet due',
        report: requests('收到申请20件，办结18件，结转下年2件，办结率100%。'),
      },
      { name: 'the rate is of what was done in time', report: requests('收到申请20件，办结18件，按时办结率100%。') },
      { name: 'the whole is not told', report: said(1, '政务动态50条，占比最高，占35%。') },
    ],
  },
  {
    rule: 'NAR-CHANGE',
    fires: [
      {
        name: 'the change in percent is not that against the year before',
        report: requests('收到政府信息公开申请12件，同比增长50%。'),
        previous: { set: { 'requests.newlyReceived.total': 10 } },
        expected: '增长 20%',
        found: '50%',
      },
      {
        name: 'the change in number has the wrong direction',
        report: requests('收到政府信息公开申请12件，较上年减少2件。'),
        previous: { set: { 'requests.newlyReceived.total': 10 } },
        expected: '增加 2',
      },
      {
        name: 'there was none the year before',
        report: requests('收到政府信息公开申请12件，同比增长100%。'),
        previous: { set: { 'requests.newlyReceived.total': 0 } },
        severity: 'notice',
      },
      {
        name: 'the cell of the year before is blank',
        report: requests('收到政府信息公开申请12件，同比增长20%。'),
        previous: { set: { 'requests.newlyReceived.total': null } },
        severity: 'unknown',
      },
      {
        name: 'the total of information published is compared with that of the year before',
        report: said(1, '全年主动公开政府信息300条，较上年增长60%。'),
        previous: said(1, '全年主动公开政府信息200条。'),
        expected: '增长 50%',
      },
    ],
    silent: [
      {
        name: 'the change agrees, rounded or cut off',
        report: requests('收到政府信息公开申请14件，较上年增加2件，增长16.6%。'),
        previous: {},
      },
      {
        name: 'what changed is not in the tables',
        report: said(1, '办理工单189件，同比增长30%。'),
        previous: {},
      },
      {
        name: 'the change is against another year',
        report: requests('收到政府信息公开申请12件，较2019年增长50%。'),
        previous: {},
      },
      { name: 'there is no report of the year before', report: requests('收到政府信息公开申请12件，同比增长50%。') },
    ],
  },
  {
    rule: 'NAR-CHANGE-TEXT',
    fires: [
      {
        name: 'number and percentage of the change contradict each other',
        report: requests('收到政府信息公开申请20件，较上年增加4件，增长30%。'),
        expected: '25%',
      },
    ],
    silent: [
      { name: 'they agree', report: requests('收到政府信息公开申请20件，较上年增加4件，增长25%。') },
      { name: 'a decrease agrees', report: said(1, '公开信息120条，同比减少30条，下降20%。') },
    ],
  },
];

/** Examples of the rules on fees. */
const feeExamples: readonly RuleExample[] = [
  {
    rule: 'NAR-FEE-NONE',
    fires: [
      { name: 'no fee of any kind is said to be taken', report: said(6, '本年度未收取任何费用。'), found: '4.25' },
      { name: 'no administrative fee is said to be taken', report: said(6, '我镇没有行政事业性收费项目。') },
      {
        name: 'the cell is blank',
        report: said(6, '本年度无收费。', { 'proactive.fees.amount': null }),
        severity: 'unknown',
      },
    ],
    silent: [
      {
        name: 'the table has none either',
        report: said(6, '本年度未收取任何费用。', { 'proactive.fees.amount': '0' }),
      },
      { name: 'only the fee for requests is denied', report: said(6, '政府信息公开工作没有收取费用。') },
      { name: 'unlawful fees are denied', report: said(6, '没有违规收费情况。') },
    ],
  },
  {
    rule: 'NAR-FEE-KIND',
    fires: [
      {
        name: 'no 信息处理费 was taken and table 二 has an amount',
        report: said(6, '本机关未收取信息处理费。', { 'proactive.fees.amount': '4' }),
        message: '两者不矛盾',
        found: '4',
      },
    ],
    silent: [
      { name: 'the text explains the other fee', report: said(6, '未收取信息处理费，行政事业性收费为水费。') },
      { name: 'only the name of the rules is told', report: said(6, '没有转发《政府信息公开信息处理费管理办法》。') },
      { name: 'table 二 has none', report: said(6, '本机关未收取信息处理费。', { 'proactive.fees.amount': '0' }) },
    ],
  },
  {
    rule: 'NAR-FEE-AMOUNT',
    fires: [
      { name: 'the amount differs', report: said(6, '本年行政事业性收费42500万元。'), expected: '42500 万元' },
      { name: 'more 信息处理费 was taken than all fees', report: said(6, '实际收取信息处理费60000元。') },
      {
        name: 'the cell holds a word',
        report: said(6, '本年行政事业性收费4.25万元。', { 'proactive.fees.amount': '无' }),
        severity: 'unknown',
      },
    ],
    silent: [
      { name: 'the amount agrees in 元', report: said(6, '本年行政事业性收费42500元。') },
      {
        name: '信息处理费 is part of all fees',
        report: said(6, '发出收费通知3件，总金额900元，实际收取信息处理费600元。'),
      },
      { name: 'the rate is told', report: said(6, '信息处理费按每件100元收取。') },
      {
        name: 'the amount is rounded',
        report: said(6, '本年行政事业性收费4.3万元。', { 'proactive.fees.amount': '4.25' }),
      },
    ],
  },
  {
    rule: 'NAR-FEE-STATEMENT',
    fires: [
      {
        name: 'section 六 says nothing of it',
        report: said(6, '没有其他需要报告的事项。'),
        paths: ['sections.5.text'],
      },
    ],
    silent: [
      { name: 'it says there was none', report: said(6, '未收取信息处理费。') },
      {
        name: 'another section says so',
        report: said(6, '没有其他需要报告的事项。', { 'sections.2.text': '没有发出收费通知。' }),
      },
      {
        name: 'the report is on the form of 2019',
        report: { form: '2019', set: { 'sections.5.text': '没有其他需要报告的事项。' } },
      },
    ],
  },
  {
    rule: 'NAR-FEE-UNPAID',
    fires: [
      {
        name: 'a request lapsed for an unpaid fee and no notice was sent',
        report: said(6, '本年度发出收费通知0件。', { 'requests.otherFeeUnpaid.total': 1 }),
      },
    ],
    silent: [
      {
        name: 'nothing was collected, which is why it lapsed',
        report: said(6, '未收取信息处理费。', { 'requests.otherFeeUnpaid.total': 1 }),
      },
      { name: 'no request lapsed', report: said(6, '本年度发出收费通知0件。') },
    ],
  },
];

/** Examples of the rules on what sections leave unsaid, on personal data and on years. */
const textExamples: readonly RuleExample[] = [
  {
    rule: 'NAR-PROBLEMS',
    fires: [
      { name: 'section 五 says 无', report: said(5, '无。') },
      { name: 'section 五 denies all problems', report: said(5, '本年度不存在主要问题。') },
      { name: 'section 五 is a few words', report: said(5, '加强学习，改进工作。'), message: '只有 8 个字' },
      {
        name: 'section 五 is short',
        report: said(5, '存在的问题是更新不够及时，下一步加强培训，明确责任人，按月检查。'),
        severity: 'notice',
      },
      {
        name: 'section 五 tells problems and no remedy',
        report: said(
          5,
          '一是栏目更新滞后，群众找不到近期的文件；二是窗口人员流动大，对答复文书不熟悉；三是村级公开栏里的内容与网站不一致，群众有意见。',
        ),
        severity: 'notice',
        message: '改进情况',
      },
    ],
    silent: [
      { name: 'problems and remedies are told' },
      { name: 'section 五 is empty, which is another finding', report: said(5, '') },
    ],
  },
  {
    rule: 'NAR-CASE-SILENT',
    fires: [
      {
        name: 'a pending suit is never mentioned',
        report: said(1, '主动公开按目录进行。', {
          'remedies.suitAfterReconsideration.pending': 1,
          'remedies.reconsideration.pending': 0,
        }),
        count: 1,
        paths: ['remedies.suitAfterReconsideration.pending'],
        found: '尚未审结 1 件',
      },
      {
        name: 'a corrected decision is never mentioned',
        report: said(1, '主动公开按目录进行。', {
          'remedies.reconsideration.pending': 0,
          'remedies.reconsideration.corrected': 2,
        }),
        message: '结果纠正 2 件',
      },
      {
        name: 'only the list of sections names it',
        report: said(
          1,
          '本报告由总体情况、主动公开情况、申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况等组成。',
        ),
      },
    ],
    silent: [
      { name: 'the text mentions it' },
      { name: 'all cases were upheld', report: said(1, '', { 'remedies.reconsideration.pending': 0 }) },
    ],
  },
  {
    rule: 'NAR-LENGTH',
    fires: [{ name: 'a section is longer than any report', report: said(1, '公开。'.repeat(10_001)) }],
    silent: [{ name: 'a section is long', report: said(1, '公开。'.repeat(5_000)) }],
  },
  {
    rule: 'NAR-IDENTITY-NUMBER',
    fires: [
      {
        name: 'an identity number with the right check digit stands in the text',
        report: said(6, '申请人（11010519491231002X）已答复。'),
        found: '110*************2X',
      },
      { name: 'it stands in groups', report: said(6, '申请人 110105 19491231 002X 已答复。') },
      { name: 'it is of the first generation', report: said(6, '申请人110105491231002已答复。'), severity: 'warning' },
    ],
    silent: [
      { name: 'the check digit is wrong', report: said(6, '编号110105194912310021。') },
      { name: 'the day does not exist', report: said(6, '编号110105194913320023。') },
      { name: 'it is covered', report: said(6, '申请人（1101**********002X）已答复。') },
      { name: 'the credit code of an organ is told', report: said(6, '统一社会信用代码11330000002482021B。') },
    ],
  },
  {
    rule: 'NAR-BANK-CARD',
    fires: [
      {
        name: 'a card number stands in the text',
        report: said(6, '汇入6222020000000000000。'),
        found: '622**************00',
      },
    ],
    silent: [
      { name: 'the check digit is wrong', report: said(6, '流水号6222020000000000001。') },
      { name: 'it is an identity number, which is another finding', report: said(6, '申请人510000194912310553。') },
      { name: 'it is no card company', report: said(6, '流水号9922020000000000000。') },
    ],
  },
  {
    rule: 'NAR-MOBILE-NUMBER',
    fires: [
      {
        name: 'a mobile number stands in the text',
        report: said(1, '申请人13900001111反映的情况已答复。'),
        found: '139******11',
      },
      {
        name: 'it is the contact of the organ',
        report: { set: { preamble: '如有疑问请联系党政办公室，联系电话：13900001111。' } },
        severity: 'notice',
      },
    ],
    silent: [
      { name: 'the number is of an office', report: { set: { preamble: '联系电话：0000-1234567。' } } },
      { name: 'it is part of a longer number', report: said(1, '索引号113900001111222。') },
      { name: 'it is covered', report: said(1, '申请人139****1111。') },
    ],
  },
  {
    rule: 'NAR-PLAN-YEAR',
    fires: [
      {
        name: 'the plan is for a year that is over',
        report: said(5, '2022年，我镇将继续加强培训。'),
        expected: '2024年',
      },
      {
        name: 'the plan is for the report year',
        report: said(5, '2023年，我们将从三个方面改进。'),
        severity: 'notice',
      },
      { name: 'the heading names a year that is over', report: said(5, '2022年工作打算：加强培训。') },
    ],
    silent: [
      { name: 'the plan is for the year to come', report: said(5, '2024年，我镇将继续加强培训。') },
      { name: '将 puts the object first', report: said(1, '2023年，我镇将政务公开纳入考核。') },
      { name: 'it is told what was planned then', report: said(5, '2022年提出的将全面推进标准化的要求已完成。') },
    ],
  },
  {
    rule: 'NAR-YEAR',
    fires: [
      {
        name: 'what was done is told of the year before',
        report: said(1, '2022年，我镇主动公开政府信息300条。'),
        expected: '2023年',
      },
      { name: 'a statement of zero was taken over', report: said(6, '本机关2022年未收到政府信息公开申请。') },
      { name: 'the closing sentence was taken over', report: said(6, '2022年度没有其他需要报告的事项。') },
    ],
    silent: [
      { name: 'the year is the report year', report: said(1, '2023年，我镇主动公开政府信息300条。') },
      { name: 'the year before is compared with', report: said(1, '2022年我镇公开信息200条，2023年公开信息300条。') },
      {
        name: 'the change since then is told',
        report: said(1, '2022年我镇主动公开政府信息200条，今年较上年增加100条。'),
      },
      { name: 'a rule is quoted', report: said(1, '按照2019年修订的条例，我镇公开信息300条。') },
      { name: 'it was carried over', report: requests('2022年结转申请1件，已办结。') },
    ],
  },
];

/** Examples of the rules on text taken over. */
const similarityExamples: readonly RuleExample[] = [
  {
    rule: 'SIM-PREVIOUS',
    fires: [
      {
        name: 'a paragraph stands as it stood',
        report: said(1, patrols),
        previous: lastYear(patrols.replace('年内', '2022年内')),
        count: 2,
        message: '2022年报告',
      },
      {
        name: 'one paragraph of three was taken over',
        report: said(1, `${patrols}\n${window}\n${window.split('').reverse().join('')}`),
        previous: lastYear(patrols),
        severity: 'notice',
        count: 1,
        paths: ['sections.0.text'],
      },
    ],
    silent: [
      { name: 'the text is new', report: said(1, patrols), previous: lastYear(window) },
      {
        name: 'only prescribed sentences are alike',
        report: said(
          1,
          '根据《中华人民共和国政府信息公开条例》和年度报告格式的要求编制本报告，所列数据的统计期限自1月1日起至12月31日止，电子版可以在县政府门户网站下载，如有疑问请与党政办公室联系。',
        ),
        previous: lastYear(
          '根据《中华人民共和国政府信息公开条例》和年度报告格式的要求编制本报告，所列数据的统计期限自1月1日起至12月31日止，电子版可以在县政府门户网站下载，如有疑问请与党政办公室联系。',
        ),
      },
    ],
  },
  {
    rule: 'SIM-SIBLING',
    fires: [
      {
        name: 'another township tells the same with its own name and figures',
        report: said(1, `石桥镇${patrols}`),
        siblings: [sibling(`柳河乡${patrols}`)],
        message: '柳河乡',
      },
      {
        name: 'two others have the paragraph too',
        report: said(1, `${patrols}\n${window}\n${window.split('').reverse().join('')}`),
        siblings: [sibling(patrols), sibling(patrols, '云溪县东山街道办事处')],
        severity: 'notice',
        count: 1,
        message: '另有1个单位',
      },
    ],
    silent: [
      { name: 'the other text is another', report: said(1, patrols), siblings: [sibling(window)] },
      { name: 'the other report is the report itself', report: said(1, patrols), siblings: [said(1, patrols)] },
    ],
  },
];

/** Examples of the rules on the narrative. */
export const narrativeExamples: readonly RuleExample[] = [
  ...countExamples,
  ...sumExamples,
  ...feeExamples,
  ...textExamples,
  ...similarityExamples,
];

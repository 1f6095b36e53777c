import { describe, expect, test } from 'vitest';
import type { FormId } from '../../forms/index.ts';
import { getForm } from '../../forms/index.ts';
import { emptyReport } from '../../interchange/empty-report.ts';
import { readNarrative } from './narrative.ts';

interface Setting {
  year?: number;
  organ?: string;
  section?: 1 | 2 | 3 | 4 | 5 | 6;
  form?: FormId;
}

/** What a text is tied to: `newlyReceived=12`, with ~ for a looser sense and ≥ ≤ ≈ for approximations. */
function tie(text: string, { year = 2023, organ = '云溪县石桥镇人民政府', section = 1, form = '2021' }: Setting = {}) {
  const report = { ...emptyReport(getForm(form)), year, organ };
  const at = report.sections[section - 1];
  if (at) at.text = text;
  const [passage] = readNarrative(report).sections.filter(({ place }) => place === section);
  return (passage?.mentions ?? []).map(({ subject, value, precision, isPlain, kind }) => {
    const sign = { exact: '', atLeast: '≥', about: '≈', atMost: '≤', range: '~' }[precision];
    return `${subject.id}=${kind === 'zero' ? '无' : `${sign}${value}`}${isPlain ? '' : '~'}`;
  });
}

const townOffice: Setting = { organ: '云溪县石桥镇人民政府' };
const county: Setting = { organ: '云溪县人民政府' };
const bureau: Setting = { organ: '云溪县民政局' };

describe('requests are told from their words', () => {
  test.each<[string, string[], Setting?]>([
    ['本镇共收到政府信息公开申请12件。', ['newlyReceived=12']],
    ['全年新收政府信息公开申请十二件，上年结转三件。', ['newlyReceived=12', 'carriedIn=3']],
    [
      '（二）依申请公开。新收申请14件，上年结转3件，办结14件，结转下年3件。',
      ['newlyReceived=14', 'carriedIn=3', 'handled=14', 'carriedOut=3'],
    ],
    ['2023年度，我镇收到1件政府信息公开申请，结转至下一年度办理。', ['newlyReceived=1']],
    ['我局受理政府信息公开申请5件，均按期答复。', ['received=5~'], bureau],
    ['我局承办依申请公开政府信息事项14件。', ['dealtWith=14~'], bureau],
    ['全年共收到并办理依申请公开政府信息24件。', ['dealtWith=24~']],
    [
      '共收到依申请公开89件次，已经答复88件，1件结转下年度继续办理。',
      ['newlyReceived=89', 'handled=88', 'carriedOut=1'],
    ],
    [
      '收到政府信息公开申请59件，上年度结转办理2件，其中结转2024年度7件，其余54件全部按时答复。',
      ['newlyReceived=59', 'carriedIn=2', 'carriedOut=7', 'handled=54'],
    ],
    [
      '共受理36件政府信息公开申请（均为自然人提交），同比上升16.13%，其中按期办结36件。',
      ['received=36~', 'legalPersons=无~', 'handled=36'],
    ],
    ['收到政府信息公开申请18件（含上年结转3件）。', ['receivedWithCarriedIn=18~', 'carriedIn=3']],
    ['收到依申请公开12件，除2件结转下年办理外，均已答复。', ['newlyReceived=12', 'carriedOut=2']],
    ['《2022年年度报告》公布后，收到政府信息公开申请5件。', ['newlyReceived=5']],
    ['通过网络、信函等渠道收到政府信息公开申请12件。', ['newlyReceived=12']],
    ['收到公民、法人或者其他组织提出的政府信息公开申请1条，已按要求公开。', ['newlyReceived=1']],
    ['收到和处理政府信息公开申请办理事项为0件。', ['dealtWith=0~']],
    ['全年政府信息公开申请数量共计7件，均已答复。', ['received=7~']],
    [
      '收到政府信息公开申请12件，自然人申请10件、企业申请2件。',
      ['newlyReceived=12', 'natural.newlyReceived=10~', 'business.newlyReceived=2~'],
    ],
    ['本年收到申请20余件，按时答复率100%。', ['newlyReceived=≥20'], { section: 3 }],
    ['结转下年度3件。', ['carriedOut=3']],
    ['予以公开8件，部分公开1件，不予公开1件。', ['disclosed=8', 'partlyDisclosed=1', 'withheld=1']],
    ['项目资金结转下年度3件。', []],
    ['2022年结转申请2件，新收5件。', ['carriedIn=2', 'newlyReceived=5'], { section: 3 }],
    ['全县共受理政府信息公开申请130件，办结126件。', ['received=130~', 'handled=126'], county],
    ['收到政府信息公开申请130件。', ['newlyReceived=130~'], county],
  ])('%s', (text, expected, setting) => {
    expect(tie(text, setting)).toEqual(expected);
  });
});

describe('results are told from their words', () => {
  test.each<[string, string[], Setting?]>([
    ['收到政府信息公开申请7件；予以公开3件，无法提供4件。', ['newlyReceived=7', 'disclosed=3', 'unavailable=4']],
    [
      '办结申请20件，其中予以公开8件、部分公开3件、不予公开2件、无法提供4件、不予处理1件、其他处理2件。',
      ['handled=20', 'disclosed=8', 'partlyDisclosed=3', 'withheld=2', 'unavailable=4', 'refused=1', 'otherHandling=2'],
      { section: 3 },
    ],
    [
      '依申请公开已办结6件，其中“部分公开”1件、“不予公开（过程性信息）”1件、“无法提供（需另行制作）”4件。',
      ['handled=6', 'partlyDisclosed=1', 'withheldDeliberative?=1~', 'unavailableNeedsCreation?=4~'],
    ],
    [
      '受理依申请公开12件，予以公开及部分公开的有6件，占50%；无法提供的有6件，占50%。',
      ['received=12~', 'disclosedOrPartly=6', 'unavailable=6'],
    ],
    [
      '答复政府信息公开申请9件：1件予以公开，2件部分公开，6件本机关不掌握相关政府信息。',
      ['handled=9', 'disclosed=1', 'partlyDisclosed=2', 'unavailableNotHeld=6'],
    ],
    [
      '申请涉及国家秘密1件、行政执法案卷2件，重复申请3件。',
      ['withheldStateSecret=1', 'withheldEnforcementFile=2', 'refusedRepeat=3'],
      { section: 3 },
    ],
    ['逾期不补正2件，逾期未缴费1件。', ['otherNotSupplemented=2', 'otherFeeUnpaid=1'], { section: 3 }],
    ['其他处理5件。', ['otherHandling=5'], { section: 3, form: '2019', year: 2020 }],
  ])('%s', (text, expected, setting) => {
    expect(tie(text, setting)).toEqual(expected);
  });
});

describe('remedies are told from their words', () => {
  test.each<[string, string[], Setting?]>([
    ['涉及政府信息公开的行政复议2件、行政诉讼1件。', ['reconsideration.total=2', 'suits.total=1']],
    ['因政府信息公开引起的行政复议22件、行政诉讼案件1件。', ['reconsideration.total=22', 'suits.total=1']],
    [
      '行政复议：共受理8件，结果维持5件、纠正1件、其他结果1件、尚未审结1件。',
      [
        'reconsideration.total=8',
        'reconsideration.upheld=5',
        'reconsideration.corrected=1',
        'reconsideration.other=1',
        'reconsideration.pending=1',
      ],
      { section: 4 },
    ],
    [
      '行政诉讼：未经复议直接起诉2件，复议后起诉1件（尚未审结）。',
      ['directSuit.total=2', 'suitAfterReconsideration.total=1'],
      { section: 4 },
    ],
    ['信息公开类行政复议1起，正在办理中。', ['reconsideration.total=1']],
    ['政府信息公开行政复议1件（申请人撤回结案）、行政诉讼0件。', ['reconsideration.total=1', 'suits.total=0']],
    ['收到1件政府信息公开行政复议案件，结果纠正。', ['reconsideration.total=1'], { section: 4 }],
    ['政府信息公开行政复议和行政诉讼共3件。', ['remedies.total=3']],
  ])('%s', (text, expected, setting) => {
    expect(tie(text, setting)).toEqual(expected);
  });
});

describe('documents and decisions are told from their words', () => {
  test.each<[string, string[], Setting?]>([
    [
      '制发行政规范性文件2件，废止行政规范性文件1件，现行有效9件。',
      ['normativeDocuments.issued=2', 'normativeDocuments.repealed=1', 'normativeDocuments.inForce=9'],
    ],
    ['我镇现行有效的行政规范性文件共9件。', ['normativeDocuments.inForce=9'], townOffice],
    ['作出行政许可决定37件、行政处罚决定4件、行政强制决定1件。', ['licences=37~', 'penalties=4~', 'compulsions=1~']],
    ['行政许可：共处理600件，均按规定公开。', ['licences=600~']],
    ['公开行政许可处理决定462件、行政处罚处理决定6件。', ['licences=462~', 'penalties=6~']],
    ['新制定规范性文件3件。', ['normativeDocuments.issued=3'], { form: '2019', year: 2020 }],
  ])('%s', (text, expected, setting) => {
    expect(tie(text, setting)).toEqual(expected);
  });
});

describe('statements of zero are read', () => {
  test.each<[string, string[], Setting?]>([
    ['本年度未收到依申请公开内容。', ['newlyReceived=无']],
    ['2023年，我镇未收到要求公开政府信息的申请。', ['newlyReceived=无']],
    ['本年没有接到群众要求公开政府信息的申请。', ['newlyReceived=无']],
    [
      '全年无政府信息公开申请，无上年结转申请，无结转下年度办理的申请。',
      ['newlyReceived=无', 'carriedIn=无', 'carriedOut=无'],
      { section: 3 },
    ],
    ['未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。', ['reconsideration.total=无', 'suits.total=无']],
    ['没有因政府信息公开引起的行政复议和行政诉讼案件。', ['reconsideration.total=无', 'suits.total=无']],
    ['未收到政府信息公开申请，也没有政府信息公开行政诉讼。', ['newlyReceived=无', 'suits.total=无']],
    ['政府信息公开行政复议、行政诉讼均为零。', ['reconsideration.total=无', 'suits.total=无']],
    ['行政复议、行政诉讼均为0件。', ['reconsideration.total=无', 'suits.total=无'], { section: 4 }],
    [
      '未收到政府信息公开申请和政府信息公开行政复议、行政诉讼。',
      ['newlyReceived=无', 'reconsideration.total=无', 'suits.total=无'],
    ],
    ['未出现因答复不当引起的政府信息公开行政复议。', ['reconsideration.total=无~']],
    ['全年未制发规章及行政规范性文件。', ['rules.issued=无', 'normativeDocuments.issued=无']],
    ['收到政府信息公开申请4件，申请人均为自然人。', ['newlyReceived=4', 'legalPersons=无~']],
  ])('%s', (text, expected, setting) => {
    expect(tie(text, setting)).toEqual(expected);
  });
});

describe('what the tables do not count is left alone', () => {
  test.each<[string, string, Setting?]>([
    ['last year', '2022年共收到政府信息公开申请20件，2021年收到9件。'],
    ['a part of the year', '上半年收到政府信息公开申请3件，1至11月办结2件。'],
    ['a running total of years', '累计收到政府信息公开申请300件。'],
    ['a change', '收到政府信息公开申请较上年增加3件，受理申请同比减少2件。'],
    ['another heading', '（二）依申请公开。渠道畅通。\n（三）互动交流。全年收到12件，办结12件。'],
    ['last year, told on in the next sentence', '2022年共收到政府信息公开申请40件。其中，予以公开12件。'],
    ['the whole county in the report of a township', '全县共收到政府信息公开申请130件，办结126件。'],
    ['the office in the report of a county', '县政府办公室共收到政府信息公开申请12件。', county],
    ['hotline tickets', '办理12345热线189件，其中投诉33件、咨询35件，已办结189件。'],
    ['letters under the heading of requests', '（二）依申请公开。另收到群众来信12件、网民留言5条，均已答复。'],
    ['proposals', '办理人大代表建议6件、政协提案3件，办结率100%。'],
    ['petitions', '收到信访件12件，办结12件。'],
    ['the publicity of documents', '全年共制发公文707件，主动公开673件，依申请公开12件，不予公开22件。'],
    ['one channel of requests', '收到信函申请5件，网络申请8件。', { section: 3 }],
    ['one field of requests', '收到涉及征地拆迁的政府信息公开申请8件。'],
    ['village affairs', '公开村务信息560件，开业补贴1人，就业登记416人。'],
    ['meetings', '召开政务公开专题会议3次，培训120人次。'],
    ['documents put on a site', '公开规范性文件3件、行政许可信息25条，双公示行政处罚信息12条。'],
    ['documents uploaded', '上传现行有效的行政规范性文件3件，公示行政处罚决定12件。'],
    ['licence items', '梳理行政许可事项25项。'],
    ['reconsiderations decided for others', '全年办理行政复议案件120件，结果维持80件。', { organ: '云溪县司法局' }],
    [
      'reconsiderations on disclosure decided for others',
      '全年办理政府信息公开行政复议案件12件。',
      { organ: '云溪县司法局' },
    ],
    ['lost cases only', '未发生政府信息公开行政诉讼败诉案件。'],
    ['late answers only', '未出现逾期未答复的政府信息公开申请。'],
    ['requests with one quality', '无重复政府信息公开申请，无当面申请件。', { section: 3 }],
    ['a rule about requests', '申请人一个自然月内申请10件以下的不收费。', { section: 6 }],
    ['extended answers', '延期答复政府信息公开申请2件。'],
    ['a report quoted by its title', '《2022年政府信息公开工作年度报告》编印15份。'],
    ['a range', '每年收到政府信息公开申请3至5件。'],
    ['reconsideration before suit', '2024年起须先复议，未经复议不得起诉。', { section: 4 }],
    ['a plan', '下一步将解读规范性文件5件。', { section: 5 }],
  ])('%s', (_, text, setting) => {
    expect(tie(text, setting)).toEqual([]);
  });
});

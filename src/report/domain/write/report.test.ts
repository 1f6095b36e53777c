import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../../tests/support/report-arbitrary.ts';
import type { PrintableBlock } from '../../../kernel/printable-document.ts';
import type { AnnualReport } from '../annual-report.ts';
import { layOutText, sectionHeading } from './narrative.ts';
import { layOutReport, titleParts } from './report.ts';

const drawn = (block: PrintableBlock): string => {
  switch (block.kind) {
    case 'title':
      return `# ${block.parts.join('|')}`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${block.text}`;
    case 'paragraph':
      return block.runs.map((run) => (run.kind === 'lead' ? `*${run.text}*` : run.text)).join('');
    case 'table':
      return `[${block.name}]`;
    case 'signature':
      return block.lines.join('/');
  }
};
const section = (report: AnnualReport, number: number, change: Partial<{ heading: string; text: string }>) => ({
  ...report,
  sections: report.sections.map((each) => (each.number === number ? { ...each, ...change } : each)),
});

describe('a report is laid out', () => {
  const report = { ...makeReport(1, { form: '2021' }), preamble: '本报告依照条例编制。' };
  const empty = [1, 2, 3, 4, 5, 6].reduce((made, number) => section(made, number, { text: '' }), report);

  it('with title, introduction, six numbered headings and each table in the section that holds it', () => {
    expect(layOutReport(empty).blocks.map(drawn)).toEqual([
      `# ${report.organ}|${report.year}年政府信息公开工作年度报告`,
      '本报告依照条例编制。',
      '## 一、总体情况',
      '## 二、主动公开政府信息情况',
      '[主动公开政府信息情况]',
      '## 三、收到和处理政府信息公开申请情况',
      '[收到和处理政府信息公开申请情况]',
      '## 四、政府信息公开行政复议、行政诉讼情况',
      '[政府信息公开行政复议、行政诉讼情况]',
      '## 五、存在的主要问题及改进情况',
      '## 六、其他需要报告的事项',
    ]);
  });

  it('with headings as they were written, and none where the report has none', () => {
    const changed = section(section(empty, 5, { heading: '存在问题及改进措施' }), 1, { heading: '' });
    const headings = layOutReport(changed).blocks.filter((block) => block.kind === 'heading');
    expect(headings.map(drawn)).toEqual([
      '## 二、主动公开政府信息情况',
      '## 三、收到和处理政府信息公开申请情况',
      '## 四、政府信息公开行政复议、行政诉讼情况',
      '## 五、存在问题及改进措施',
      '## 六、其他需要报告的事项',
    ]);
  });

  it('with the text of a section above its table', () => {
    const blocks = layOutReport(section(empty, 3, { text: '本年度未收到申请。' })).blocks.map(drawn);
    const at = blocks.indexOf('## 三、收到和处理政府信息公开申请情况');
    expect(blocks.slice(at + 1, at + 3)).toEqual(['本年度未收到申请。', '[收到和处理政府信息公开申请情况]']);
  });

  it('without a title when it has none; the file still has a name', () => {
    const document = layOutReport({ ...empty, title: null });
    expect(document.title).toBe('政府信息公开工作年度报告');
    expect(document.blocks[0]).toMatchObject({ kind: 'paragraph' });
  });
});

describe('running text', () => {
  it.each([
    ['（一）主动公开', '### （一）主动公开'],
    ['（一）主动公开。全年公开60条。', '*（一）主动公开。*全年公开60条。'],
    ['(二)依申请公开：新收3件。', '*(二)依申请公开：*新收3件。'],
    ['（三）全年公开60条，其中网站40条', '（三）全年公开60条，其中网站40条'],
    ['1.政府网站', '#### 1.政府网站'],
    ['1.政府网站。共更新210条。', '1.政府网站。共更新210条。'],
    ['12.5%的申请当日办结', '12.5%的申请当日办结'],
    ['一是更新不够及时；二是解读单一。', '一是更新不够及时；二是解读单一。'],
  ])('%s', (line, wanted) => {
    expect(layOutText(line).map(drawn)).toEqual([wanted]);
  });

  it('is one paragraph a line; empty lines give none', () => {
    expect(layOutText('甲。\n\n　\n乙。\n').map(drawn)).toEqual(['甲。', '乙。']);
  });

  it.each([
    ['无。\n云溪县石桥镇人民政府\n2023年1月20日', ['无。', '云溪县石桥镇人民政府/2023年1月20日']],
    ['无。\n云溪县石桥镇人民政府', ['无。', '云溪县石桥镇人民政府']],
    ['联系石桥镇人民政府。\n2023年1月20日', ['联系石桥镇人民政府。', '2023年1月20日']],
    ['会议时间\n2023年1月20日', ['会议时间', '2023年1月20日']],
  ])('the unit and the date under it are a signature, nothing else is: %s', (text, wanted) => {
    expect(layOutText(text).map(drawn)).toEqual(wanted);
  });

  it('headings of sections carry their number', () => {
    expect(sectionHeading(6, '其他需要报告的事项')).toBe('六、其他需要报告的事项');
  });
});

describe('a title may be broken between the organ and the year', () => {
  it.each([
    [
      '云溪县石桥镇人民政府2024年政府信息公开工作年度报告',
      null,
      ['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告'],
    ],
    ['云溪县民政局政府信息公开工作年度报告', '云溪县民政局', ['云溪县民政局', '政府信息公开工作年度报告']],
    ['2024年政府信息公开工作年度报告', null, ['2024年政府信息公开工作年度报告']],
    ['石桥镇 2024年政府信息公开工作年度报告', null, ['石桥镇 2024年政府信息公开工作年度报告']],
    ['年度报告', '云溪县', ['年度报告']],
  ])('%s', (title, organ, parts) => {
    expect(titleParts(title, organ)).toEqual(parts);
  });
});

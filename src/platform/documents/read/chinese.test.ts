import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../kernel/neutral-document.ts';
import { findChineseConverter } from './chinese.ts';

const documentOf = (...texts: string[]): NeutralDocument => ({
  mediaType: 'text/plain',
  remarks: [],
  blocks: texts.map((text) => ({ kind: 'paragraph', text })),
});

describe('繁体字', () => {
  it('通篇繁体：给出转换，一字换一字，用词不变', async () => {
    const convert = await findChineseConverter(
      documentOf('雲溪縣石橋鎮2022年政府資訊公開年度報告', '一、總體情況', '規範性文件'),
    );
    expect(convert?.('規範性文件、行政許可、資訊、網絡')).toBe('规范性文件、行政许可、资讯、网络');
  });

  it('表格里的繁体也算', async () => {
    const cells = ['規章', '行政許可', '總計', '處罰決定', '縣鎮'].map((text, row) => ({
      row,
      column: 0,
      rowSpan: 1,
      columnSpan: 1,
      text,
    }));
    const document: NeutralDocument = {
      mediaType: 'text/html',
      remarks: [],
      blocks: [{ kind: 'table', rowCount: cells.length, columnCount: 1, cells }],
    };
    expect(await findChineseConverter(document)).toBeTypeOf('function');
  });

  it('正文繁体、表格用表样的简体字：仍给出转换', async () => {
    const labels = [
      '本年处理决定数量',
      '其他法律行政法规禁止公开',
      '要求行政机关确认或重新出具已获取信息',
      '结转下年度继续办理',
    ];
    const convert = await findChineseConverter(
      documentOf('雲溪縣石橋鎮政府信息公開工作年度報告', '一、總體情況', '本報告所列數據', '辦結、結轉', ...labels),
    );
    expect(convert?.('總體情況')).toBe('总体情况');
  });

  it.each([
    ['简体', ['云溪县石桥镇2022年政府信息公开年度报告', '一、总体情况']],
    [
      '简体中引用几个繁体字',
      ['本镇门户网站设“開放數據”和“縣情總覽”栏目，全年公开政府信息60条，均按规定办结，接受群众监督。'],
    ],
    ['没有一个特征字', ['一、二、三', '0 0 0']],
    ['空文档', []],
  ])('%s：不转换', async (_, texts) => {
    expect(await findChineseConverter(documentOf(...texts))).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { changesOf, type DraftForm, readValue, showValue } from './draft-form.ts';

const field = (type: 'text' | 'money' | 'number' | 'lines' | 'day' | 'yes-no') => ({ key: 'x', label: 'x', type });

it.each([
  ['金额以元填写，以分保存', 'money', '1,200.5', 120_050],
  ['金额没有小数误差', 'money', '0.29', 29],
  ['不是金额的照原样交给服务器说明', 'money', '约三百元', '约三百元'],
  ['三位小数不是金额', 'money', '1.005', '1.005'],
  ['整数', 'number', ' 12 ', 12],
  ['一行一项，空行不算', 'lines', '甲\n\n 乙 ', ['甲', '乙']],
  ['没有填的不保存', 'text', '  ', undefined],
  ['否也是填了', 'yes-no', false, false],
] as const)('%s', (_, type, written, stored) => {
  expect(readValue(field(type), written)).toEqual(stored);
});

it.each([
  ['money', 120_050, '1200.50'],
  ['lines', ['甲', '乙'], '甲\n乙'],
  ['text', undefined, ''],
  ['yes-no', undefined, undefined],
  ['number', 0, '0'],
] as const)('%s 显示出来再保存不变', (type, stored, shown) => {
  expect(showValue(field(type), stored)).toEqual(shown);
  expect(readValue(field(type), shown)).toEqual(stored);
});

it.each([
  ['选定的公开事项随草稿保存', 'line-1', 'line-1'],
  ['没有选定的，原来的也清空', undefined, null],
])('%s', (_, catalogueItemId, sent) => {
  const form = {
    title: '通知',
    kind: 'announcement',
    exemption: { reason: '' },
    origin: { kind: 'made' },
    fields: {},
    relations: [],
    clearances: { consultations: [] },
    catalogueItemId,
  } as unknown as DraftForm;
  expect(changesOf(form).catalogueItemId).toBe(sent);
});

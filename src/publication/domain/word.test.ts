import { expect, test } from 'vitest';
import { readWords } from './word.ts';

const heading = ['错词', '正确写法', '类别', '级别', '说明', '例外'];

test.each([
  ['提示', 'info'],
  ['仅提示', 'info'],
  ['须处理', 'warn'],
  ['需改正或说明', 'warn'],
  ['', 'warn'],
])('级别写“%s”，按页面和导出表的说法读', (written, severity) => {
  const read = readWords([heading, ['布署', '部署', '', written, '', '']]);
  expect(read).toMatchObject({ entries: [{ wrong: '布署', right: '部署', severity }], refused: [] });
});

test('不能用的行说明是第几行、为什么，其余的照常导入', () => {
  const read = readWords([heading, ['一', '二'], ['', '部署'], ['布署', '布署'], ['登陆', '登录'], ['登陆', '登录']]);
  expect(read?.entries.map(({ wrong }) => wrong)).toEqual(['登陆']);
  expect(read?.refused.map(({ row, message }) => `${row} ${message}`)).toEqual([
    '2 错词至少两个字：单字处处会碰上',
    '3 没有填写错词',
    '4 错词与正确写法相同',
    '6 与前面的行重复',
  ]);
});

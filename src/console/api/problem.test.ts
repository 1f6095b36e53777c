import { describe, expect, test } from 'vitest';
import { ApiProblem, asProblem, holdsPath, placeFields, readProblem } from './problem.ts';

describe('what the server refuses', () => {
  test('is told in the words of the server, with the messages of its fields', () => {
    const problem = readProblem(
      {
        status: 422,
        code: 'invalid',
        title: '填写有误',
        detail: '请改正标出的内容。',
        fields: [{ field: 'name', message: '请填写名称。' }, { field: 3 }],
      },
      422,
    );
    expect(problem).toMatchObject({ status: 422, code: 'invalid', title: '填写有误', message: '请改正标出的内容。' });
    expect(problem.fields).toEqual([{ field: 'name', message: '请填写名称。' }]);
  });

  test.each([
    ['a page of a proxy', '<html>502</html>', 502, '系统正在停止或重新启动'],
    ['nothing', undefined, 418, '系统没有给出可以识别的答复'],
    ['JSON of someone else', { message: 'no' }, 500, '系统没有给出可以识别的答复'],
  ])('is told in words for its status when the answer is %s', (_case, body, status, title) => {
    expect(readProblem(body, status)).toMatchObject({ status, title });
  });

  test('carries the number to be told to the operator only when the fault is not the sender’s', () => {
    const body = { title: '出错', detail: '请重试。', instance: 'a1b2c3' };
    expect(readProblem(body, 500).reference).toBe('a1b2c3');
    expect(readProblem(body, 409).reference).toBeUndefined();
  });

  test('is a matter of one more click when only the token of the page was old', () => {
    const body = { status: 403, code: 'stale-page', title: '页面已失效', detail: '请刷新页面。' };
    expect(readProblem(body, 403).message).toBe('请再点一次；已填写的内容仍在页面上。');
  });

  test('a bug of the page is not blamed on the person', () => {
    expect(asProblem(new TypeError('x is undefined')).message).toContain('不是您的操作有误');
    const problem = new ApiProblem({ status: 409, code: 'conflict', title: '冲突', detail: '请刷新。' });
    expect(asProblem(problem)).toBe(problem);
  });
});

describe('messages of fields', () => {
  const shown = [['name'], ['posts', 0, 'organId'], ['address']];

  test('stand at the field they speak of, several at one field together', () => {
    const fields = [
      { field: 'name', message: '请填写名称。' },
      { field: 'posts.0.organId', message: '请选择机构。' },
      { field: 'name', message: '名称过长。' },
    ];
    expect(placeFields(fields, shown)).toEqual({
      placed: [
        { name: ['name'], errors: ['请填写名称。', '名称过长。'] },
        { name: ['posts', 0, 'organId'], errors: ['请选择机构。'] },
      ],
      rest: [],
    });
  });

  test('find their field also when the server names the way to it from further up', () => {
    const fields = [
      { field: 'address', message: '地址过长。' },
      { field: 'profile.address', message: '地址有误。' },
    ];
    expect(placeFields(fields, shown).placed).toEqual([{ name: ['address'], errors: ['地址过长。', '地址有误。'] }]);
    expect(placeFields([{ field: 'webaddress', message: '网址有误。' }], shown).rest).toEqual(['网址有误。']);
  });

  test('of a field that the form does not have are not lost', () => {
    expect(placeFields([{ field: 'countyId', message: '没有这个县。' }], shown)).toEqual({
      placed: [],
      rest: ['没有这个县。'],
    });
  });
});

test.each([
  [['name'], true],
  [['county', 'name'], true],
  [['county', 'code'], false],
  [['posts', 0, 'organId'], true],
  [['posts', 1, 'organId'], false],
  [['name', 'first'], false],
])('a change that touches the field %j: %s', (path, touched) => {
  const changed = { name: undefined, county: { name: '云溪县' }, posts: [{ organId: '' }] };
  expect(holdsPath(changed, path)).toBe(touched);
});

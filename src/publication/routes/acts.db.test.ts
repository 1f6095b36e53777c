import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signInAs } from '../../../tests/support/signed-in.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { buildApp } from '../../app.ts';
import { sampleContent } from '../../catalogue/domain/fixtures/items.ts';
import { loadDemo } from '../../demo/index.ts';
import { readDocument } from '../../platform/documents/index.ts';
import { standardRoute } from '../domain/review-route.ts';

const eventual = { kind: 'working-days', days: 20, trigger: 'formation' } as const;

describe('the reviews over the API', () => {
  const system = useSystem();
  let app: FastifyInstance;
  const people = new Map<string, SignedIn>();
  const as = async (login: string): Promise<SignedIn> => {
    const known = people.get(login) ?? (await signInAs(app, login, system.clock()));
    people.set(login, known);
    return known;
  };
  const get = async (login: string, path: string) => {
    const answer = await (await as(login)).send('GET', `/api/publication${path}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const post = async (login: string, path: string, body: object, status = 200) => {
    const answer = await (await as(login)).send('POST', `/api/publication${path}`, body);
    expect(answer.statusCode, answer.body).toBe(status);
    return answer.json();
  };

  beforeAll(async () => {
    const loaded = await loadDemo(system.database.db, system.ring, system.clock());
    if (!loaded.ok) throw new Error(loaded.problem.message);
    app = await buildApp({
      system,
      jobs: () => {
        throw new Error('no jobs here');
      },
    });
  }, 60_000);
  afterAll(() => app.close());

  async function begin() {
    const { id, version } = await post('shiqiao.xinxi', '/items', { kind: 'announcement', title: '整治通知' });
    const saved = await (await as('shiqiao.xinxi')).send('PATCH', `/api/publication/items/${id}`, {
      version,
      summary: '整治的时间和范围。',
      bodyHtml: '<p>决定开展集中整治。</p>',
    });
    expect(saved.statusCode, saved.body).toBe(200);
    return { id, version: saved.json().version as number };
  }

  test('go from hand to hand, each finding it among what waits, and end with a sheet to file', async () => {
    const { id, version } = await begin();
    const submitted = await post('shiqiao.xinxi', `/items/${id}/acts`, { act: 'submit', version });
    expect(submitted).toMatchObject({
      state: 'department-check',
      message: expect.stringContaining('现在是“部门负责人检查”'),
    });
    const { items } = await get('shiqiao.bumen', '/reviews');
    expect(items).toMatchObject([
      { id, act: 'pass', label: '部门负责人检查', organ: '石桥镇', version: submitted.version },
    ]);

    const stale = await post(
      'shiqiao.bumen',
      `/items/${id}/acts`,
      { act: 'pass', version: 1, opinion: '同意公开。' },
      409,
    );
    expect(stale.detail).toContain('已于');
    const unwritten = await post(
      'shiqiao.bumen',
      `/items/${id}/acts`,
      { act: 'pass', version: submitted.version },
      400,
    );
    expect(unwritten.fields).toMatchObject([{ field: 'opinion' }]);
    await post('shiqiao.bumen', `/items/${id}/acts`, {
      act: 'pass',
      version: submitted.version,
      opinion: '属实，同意公开。',
    });

    const view = await get('shiqiao.baomi', `/items/${id}/reviews`);
    expect(view).toMatchObject({
      state: 'secrecy-review',
      where: expect.stringContaining('保密审查'),
      returnTo: [{ state: 'draft' }, { state: 'department-check' }],
    });
    expect(
      view.acts
        .filter(({ refusal }: { refusal?: string }) => refusal === undefined)
        .map(({ act }: { act: string }) => act),
    ).toEqual(['pass', 'return', 'refer']);
    await post('shiqiao.baomi', `/items/${id}/acts`, {
      act: 'refer',
      version: view.version,
      opinion: '不能确定。',
      referee: 'county',
    });
    const { items: referrals } = await get('xian.zhuguan', '/referrals?state=open');
    expect(referrals).toMatchObject([{ itemId: id, organ: '石桥镇', question: '不能确定。', dueOn: '2026-03-16' }]);
    await post('xian.zhuguan', `/items/${id}/acts`, {
      act: 'answer-referral',
      version: view.version + 1,
      opinion: '可以公开。',
      answer: 'disclose',
    });

    const sheet = await (await as('shiqiao.xinxi')).send('GET', `/api/publication/items/${id}/review-sheet`);
    expect(sheet.statusCode).toBe(200);
    const read = await readDocument({ name: 'sheet.docx', bytes: sheet.rawPayload });
    expect(JSON.stringify(read)).toContain('属实，同意公开。');
    expect(JSON.stringify(read)).toContain('报请县政府信息公开工作主管部门：不能确定。；答复：可以公开');
  });

  test('say of what was first published which duty of a catalogue taken over later it fulfils', async () => {
    const begun = await begin();
    const { organId } = (await get('shiqiao.xinxi', `/items/${begun.id}/reviews`)) as { organId: string };
    const line = async (at: string, name: string, login: string) => {
      const content = { ...sampleContent({ name, limit: eventual }), carriers: { website: 'required' } };
      const answer = await (await as(login)).send('POST', '/api/catalogue/items', {
        organId: at,
        content,
        since: '2026-01-15',
      });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json().id as string;
    };
    const act = async (login: string, name: string, more: object = {}, status = 200) => {
      const { version } = await get(login, `/items/${begun.id}/reviews`);
      return post(login, `/items/${begun.id}/acts`, { act: name, version, opinion: '同意公开。', ...more }, status);
    };
    await act('shiqiao.xinxi', 'submit');
    for (const login of ['bumen', 'baomi', 'fuzeren', 'fenguan']) await act(`shiqiao.${login}`, 'pass');
    await act('shiqiao.jingban', 'publish');

    const own = await line(organId, '整治工作情况', 'shiqiao.jingban');
    const { id: otherId } = (await (await as('xian.zhuguan')).send('GET', '/api/organs?words=柳河乡')).json().items[0];
    const foreign = await line(otherId, '他乡的事项', 'xian.zhuguan');
    const duties = async () => {
      const answer = await (await as('shiqiao.jingban')).send('GET', `/api/catalogue/duties?itemId=${own}`);
      return answer
        .json()
        .items.map(({ status, evidence }: { status: string; evidence?: { href: string } }) => [
          status,
          evidence?.href.split('/').at(-1),
        ]);
    };
    expect(await duties()).toEqual([]);
    await act('shiqiao.xinxi', 'link-duty', { catalogueItemId: own }, 403);
    for (const catalogueItemId of [foreign, undefined]) {
      const refused = await act('shiqiao.jingban', 'link-duty', { catalogueItemId }, 400);
      expect(refused.fields).toMatchObject([{ field: 'catalogueItemId' }]);
    }
    const linked = await act('shiqiao.jingban', 'link-duty', { catalogueItemId: own });
    expect(linked.message).toBe('已办理“关联公开事项（整治工作情况）”。现在是“已发布”。');
    expect(await duties()).toEqual([['published', begun.id]]);
    expect((await act('shiqiao.jingban', 'link-duty', { catalogueItemId: own }, 400)).fields).toMatchObject([
      { message: expect.stringContaining('已经关联') },
    ]);
    const audited = await system.database.db
      .selectFrom('auditEntry')
      .select(['recordId', 'personName'])
      .where('action', '=', 'item.link-duty')
      .execute();
    expect(audited).toMatchObject([{ recordId: begun.id }]);

    // A revision that is dropped leaves the link as it was; a withdrawal opens the duty again.
    await act('shiqiao.xinxi', 'revise');
    await act('shiqiao.xinxi', 'discard', { opinion: '不改了。' });
    expect(await get('shiqiao.xinxi', `/items/${begun.id}`)).toMatchObject({ catalogueItem: { id: own } });
    await act('shiqiao.fuzeren', 'withdraw', { opinion: '内容有误。' });
    expect((await duties()).filter(([status]: [string]) => status === 'published')).toEqual([]);
  });

  test('change, while it is written, which line of the catalogue a draft is for, and show that between versions', async () => {
    const { id, version } = await begin();
    const { organId } = await get('shiqiao.xinxi', `/items/${id}/reviews`);
    const shiqiao = await as('shiqiao.jingban');
    const { items: lines } = (await shiqiao.send('GET', `/api/catalogue/items?organId=${organId}`)).json();
    const line = lines[0] as { id: string; name: string };
    const clerk = await as('shiqiao.xinxi');
    const kept = await post('shiqiao.xinxi', `/items/${id}/versions`, { version, changeNote: '初稿' });
    const saved = await clerk.send('PATCH', `/api/publication/items/${id}`, {
      version: kept.version,
      kind: 'policy-document',
      documentNumber: '石政发〔2026〕7号',
      formedOn: '2026-02-27',
      catalogueItemId: line.id,
      disclosure: 'on-request',
      important: true,
    });
    expect(saved.statusCode, saved.body).toBe(200);
    const { fields } = await get('shiqiao.xinxi', `/items/${id}/differences?before=1&after=2`);
    expect(fields).toEqual(
      expect.arrayContaining([
        { label: '信息类别', before: '通知公告', after: expect.stringContaining('文件') },
        { label: '发文字号', before: '', after: '石政发〔2026〕7号' },
        { label: '成文（形成）日期', before: '2026-03-02', after: '2026-02-27' },
        { label: '公开属性', before: '主动公开', after: '依申请公开' },
        { label: '公开事项', before: '', after: line.name },
        { label: '重要事项', before: '', after: '是' },
      ]),
    );
    expect(fields.map(({ label }: { label: string }) => label)).not.toContain('责任单位');
    const emptied = await clerk.send('PATCH', `/api/publication/items/${id}`, {
      version: saved.json().version,
      catalogueItemId: null,
    });
    expect(emptied.statusCode, emptied.body).toBe(200);
    expect((await get('shiqiao.xinxi', `/items/${id}`)).catalogueItem).toBeUndefined();
  });

  test('tell a stranger nothing, and the county who is late', async () => {
    const { id, version } = await begin();
    await post('minzheng.fuzeren', `/items/${id}/acts`, { act: 'pass', version, opinion: '同意公开。' }, 404);
    expect((await get('xian.zhuguan', '/overdue')).items).toEqual([]);
    expect(await get('minzheng.fuzeren', '/referrals')).toMatchObject({ items: [], total: 0 });
  });

  test('go by routes that the county sets and nobody else', async () => {
    const draft = { steps: { ...standardRoute.steps, 'department-check': 'never' }, note: '人员少' };
    await post('shiqiao.fuzeren', '/routes', draft, 403);
    const added = await post('xian.zhuguan', '/routes', { ...draft, kind: 'news', importantFrom: 100 });
    expect((await get('shiqiao.fuzeren', '/routes')).items).toMatchObject([
      { id: added.id, kindName: '政务动态', note: '人员少' },
    ]);
    const refused = await post(
      'xian.zhuguan',
      '/routes',
      { steps: { ...draft.steps, 'secrecy-review': 'never' } },
      400,
    );
    expect(refused.fields).toMatchObject([{ field: 'steps.secrecy-review' }]);
    const { id: organId } = (await (await as('xian.zhuguan')).send('GET', '/api/organs?words=石桥镇')).json().items[0];
    expect((await get('xian.zhuguan', `/routes/preview?organId=${organId}&kind=news`)).steps).not.toContain(
      'department-check',
    );
    const gone = await (await as('xian.zhuguan')).send('DELETE', `/api/publication/routes/${added.id}`, {
      version: added.version,
    });
    expect(gone.statusCode).toBe(204);
  });
});

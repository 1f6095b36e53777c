import { addDays, dayInChina } from '../../src/kernel/plain-date.ts';
import { apiOf, ask } from './support/api.ts';
import { signIn } from './support/console.ts';
import { actOn, passThrough, publicPath, writeItem } from './support/publication.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';
import { setLastDay } from './support/time.ts';

/** Several people take part; a busy machine takes its time with each. */
const long = 180_000;

const today = dayInChina(new Date());

/** A 公示 that was to stand until yesterday, published. @returns its id */
async function publishNotice(title: string, why: string, expiryAct: 'withdraw' | 'de-identify'): Promise<string> {
  const id = await writeItem(
    'shiqiao.xinxi',
    { kind: 'public-notice', title, formedOn: addDays(today, -9) },
    {
      bodyHtml: `<p>${why}</p><table><tbody><tr><th><p>姓名</p></th><th><p>所在村</p></th></tr>
<tr><td><p>顾青禾</p></td><td><p>桥头村</p></td></tr></tbody></table>`,
      summary: '推荐名单公示。',
      fields: { subject: 'award', noticeFrom: addDays(today, -8), objection: '镇党政办公室，0999-1112223' },
      expiresOn: today,
      expiryAct,
    },
  );
  await actOn('shiqiao.xinxi', id, 'submit');
  await passThrough(id, ['shiqiao.bumen', 'shiqiao.baomi', 'shiqiao.fuzeren', 'shiqiao.fenguan']);
  await actOn('shiqiao.jingban', id, 'publish');
  await setLastDay(id, addDays(today, -1));
  return id;
}

describe('公示期满', () => {
  test(
    'a notice is taken down, another loses its names, and visitors see that at once',
    async ({ openPage }) => {
      const family = '邻里守望、教子有方、二十年照看孤寡老人的家庭，由各村议事会逐户走访后提出。';
      const reader = '农家书屋管理员常年义务开门、登记借阅、组织孩子晚间读书，由读者投票选出。';
      const removed = await publicPath(await publishNotice('石桥镇文明家庭推荐名单公示', family, 'withdraw'));
      const hidden = await publicPath(await publishNotice('石桥镇农家书屋管理员评选公示', reader, 'de-identify'));
      const visitor = await openPage();
      for (const address of [removed, hidden]) {
        await visitor.goto(address);
        await visitor.getByRole('cell', { name: '顾青禾' }).waitFor();
      }

      const keeper = await openPage();
      await signIn(keeper, 'xitong', '/jobs/schedules');
      await keeper.getByRole('button', { name: /^立即执行.*期满的公示/ }).click();
      await expect.poll(async () => (await visitor.goto(removed))?.status(), { timeout: 60_000 }).toBe(410);
      await visitor.getByRole('heading', { level: 1 }).waitFor();
      expect(await visitor.getByText('顾青禾').count()).toBe(0);
      expect(await visitor.getByText('文明家庭').count()).toBe(0);
      await expectAccessible(visitor);

      await expect
        .poll(
          async () => {
            const answer = await visitor.goto(hidden);
            return [answer?.status(), await visitor.getByText('顾青禾').count()];
          },
          { timeout: 60_000 },
        )
        .toEqual([200, 0]);
      await visitor.getByRole('cell', { name: '顾某' }).waitFor();
      await visitor.getByRole('cell', { name: '桥头村' }).waitFor();
      await expectAccessible(visitor);
    },
    long,
  );
});

describe('紧急发布', () => {
  test(
    'a leader publishes at once; what was skipped is owed, in sight of everybody who owes it, until it is paid',
    async ({ openPage }) => {
      const title = '石桥镇发布暴雨红色预警';
      const id = await writeItem(
        'shiqiao.xinxi',
        { kind: 'emergency-warning', title, formedOn: today },
        {
          bodyHtml: '<p>预计未来三小时降雨量将达一百毫米以上，请沿河群众立即转移。</p>',
          summary: '暴雨红色预警。',
          fields: { level: 'red', area: '石桥镇全域', measures: '沿河、山脚群众立即转移。' },
        },
      );
      await actOn('shiqiao.xinxi', id, 'submit');
      await actOn('shiqiao.xinxi', id, 'request-urgent', { opinion: '两小时内洪峰过境。' });

      // The leader meets it before everything else, with one button that leads to the dialog.
      const leader = await openPage();
      await signIn(leader, 'shiqiao.fenguan');
      const first = leader.locator('.today-item').first();
      await first.getByText('紧急', { exact: true }).waitFor();
      await first.getByText('两小时内洪峰过境。').waitFor();
      await first.getByRole('link', { name: `紧急发布：《${title}》` }).click();
      const dialog = leader.getByRole('dialog');
      await dialog.getByLabel('原因').fill('雨情紧急，来不及逐级审查。');
      await expectAccessible(leader);
      await dialog.getByRole('button', { name: '紧急发布' }).click();
      await leader.getByText(/^紧急发布，跳过的审查应于/).waitFor();
      await expectAccessible(leader);
      const visitor = await openPage();
      expect((await visitor.goto(await publicPath(id)))?.status()).toBe(200);

      // The 公开办 meets it on its first page, among what waits for it, and on the document itself.
      const office = await openPage();
      await signIn(office, 'shiqiao.fuzeren', '/publication/items?whose=owed');
      await office.getByRole('row').filter({ hasText: title }).getByText('紧急发布待补审').waitFor();
      await office.goto('/console/publication/reviews');
      await office.getByRole('link', { name: title, exact: true }).click();
      await office.getByText(/^紧急发布，跳过的审查应于/).waitFor();

      for (const [who, step] of [
        ['shiqiao.bumen', 'department-check'],
        ['shiqiao.baomi', 'secrecy-review'],
        ['shiqiao.zhuyao', 'chief-approval'],
      ] as const) {
        await actOn(who, id, 'second-look', { opinion: '经补审，同意公开。', step });
      }
      await office.reload();
      await office.getByRole('button', { name: '补审通过' }).click();
      const paying = office.getByRole('dialog');
      await paying.getByRole('radio', { name: '公开办复审' }).check();
      await paying.getByLabel('审查意见').fill('要素齐全，同意公开。');
      await expectAccessible(office);
      await paying.getByRole('button', { name: '补审通过' }).click();
      await office.getByText(/^已办理/).waitFor();

      const { owed } = await ask(
        apiOf('shiqiao.fuzeren').GET('/api/publication/items/{id}/reviews', { params: { path: { id } } }),
      );
      expect(owed).toEqual([]);
      await office.reload();
      await office.getByRole('heading', { level: 2, name: '审查环节' }).waitFor();
      expect(await office.getByText(/^紧急发布，跳过的审查应于/).count()).toBe(0);
      await office.goto('/console/publication/items?whose=owed');
      await office.getByRole('heading', { level: 1, name: '公开信息' }).waitFor();
      await office.locator('.list-foot, .state').first().waitFor();
      expect(await office.getByText(title).count()).toBe(0);
    },
    long,
  );
});

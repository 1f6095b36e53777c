import { signIn } from './support/console.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

describe('工作日历', () => {
  test('a deadline tells every day, prints, and is kept as a Word file', async ({ page }) => {
    await signIn(page, 'shiqiao.jingban', '/calendar?year=2026');
    await page.getByText('2026年共 248 个工作日').waitFor();
    await page.getByLabel('起算日').fill('2026-02-10');
    await page.getByText('于2026年3月16日（周一）届满').waitFor();
    await page.getByText('逐日说明', { exact: true }).click();
    await page.getByText('春节调休上班，第9日').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '7个工作日' }).click();
    await page.getByText('于2026年2月26日（周四）届满').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('期限计算说明-2026-02-10-7个工作日.docx');
    // Only the county office enters what is off in the county.
    expect(await page.getByRole('button', { name: '登记本地放假' }).count()).toBe(0);
  });

  test('a local holiday moves a deadline at once, and is taken away again', async ({ page }) => {
    await signIn(page, 'xian.zhuguan', '/calendar');
    await page.getByLabel('起算日').fill('2026-07-07');
    await page.getByRole('button', { name: '7个工作日' }).click();
    await page.getByText('于2026年7月16日（周四）届满').waitFor();
    await page.getByRole('button', { name: '登记本地放假' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('防汛停工');
    await dialog.getByLabel('第一天').fill('2026-07-11');
    await dialog.getByLabel('依据').fill('防汛抗旱指挥部第2号令');
    await dialog.getByRole('button', { name: '登记本地放假' }).click();
    await dialog.getByText('本来就不上班').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('第一天').fill('2026-07-08');
    await dialog.getByRole('button', { name: '登记本地放假' }).click();
    await page.getByText('于2026年7月17日（周五）届满').waitFor();
    await page.getByRole('button', { name: '移除“防汛停工”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await page.getByText('于2026年7月16日（周四）届满').waitFor();
  });

  test('the notice of a year is checked, compared and imported', async ({ page }) => {
    await signIn(page, 'xitong', '/calendar/import');
    const text = page.getByLabel('通知全文');
    const notice = [
      '国务院办公厅关于2027年部分节假日安排的通知',
      '一、元旦：1月1日（周四）至3日放假，共3天。',
      '二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。',
      '三、清明节：4月5日放假。',
      '四、劳动节：5月1日至5日放假调休，共5天。5月8日上班。',
      '五、端午节：6月9日放假。',
      '六、中秋节：9月15日放假。',
      '七、国庆节：10月1日至7日放假调休，共7天。10月9日上班。',
    ].join('\n');
    await text.fill(notice);
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('第2行：').waitFor();
    await expectAccessible(page);
    await text.fill(notice.replace('周四', '周五'));
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByRole('cell', { name: '春节调休上班' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '导入2027年放假安排' }).click();
    await page.getByRole('button', { name: '移除2027年的导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await page.getByText('没有导入过').waitFor();
  });
});

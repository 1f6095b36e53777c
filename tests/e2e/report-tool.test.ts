import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { success } from '../../src/kernel/result.ts';
import { modelReport } from '../../src/report/domain/check/examples/model-report.ts';
import { writeReport } from '../../src/report/index.ts';
import { openPortal, send } from '../support/portal.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

const organ = '云溪县石桥镇人民政府';

/** A report whose row （一）予以公开 does not add up and in which a cell is blank. */
const faulty = modelReport({
  set: {
    'requests.disclosed.total': 8,
    'requests.refusedRepeat.natural': null,
    'sections.0.text':
      '（一）主动公开。全年公开信息183条，其中网站92条、公众号61条、公示栏30条。\n（二）依申请公开。略。',
  },
});

const wordFile = async (report = faulty, name = '石桥镇2023年年报.docx') => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(await writeReport(report, 'docx')),
});

const manyFiles = async () => [
  await wordFile(),
  await wordFile(
    modelReport({
      set: { organ: '云溪县柳河乡人民政府', title: '云溪县柳河乡人民政府2023年政府信息公开工作年度报告' },
    }),
    '柳河乡.docx',
  ),
  { name: '会议纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('会议研究了三件事。') },
];

async function examine(page: Page, files: Awaited<ReturnType<typeof manyFiles>>): Promise<void> {
  await page.goto('/tools/report');
  await page.getByLabel('选择年度报告文件').setInputFiles(files);
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
  await page.locator('.again').waitFor();
}

/** The page as it is streamed when reading takes its time. */
async function pageWithProgress(): Promise<string> {
  const portal = await openPortal({
    progressAfter: 50,
    readReport: async () => {
      await setTimeout(200);
      return success(faulty);
    },
  });
  const { body } = await send(portal.app, [{ name: '石桥镇.docx', content: 'x' }]);
  await portal.app.close();
  return body;
}

/** Every state the tool can be in, with the way there. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'the start page': (page) => page.goto('/'),
  'the form': (page) => page.goto('/tools/report'),
  'the form with everything unfolded': async (page) => {
    await page.goto('/tools/report');
    await page.getByText('与上年度比对').click();
  },
  'the form with a fault': async (page) => {
    await page.goto('/tools/report');
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.getByRole('alert').waitFor();
  },
  'the progress of long work': async (page) => {
    const whole = await pageWithProgress();
    const soFar = whole.slice(0, whole.indexOf('</ol></div></section>'));
    await page.route('/tools/report', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: soFar }),
    );
    await page.goto('/tools/report');
    expect(await page.getByRole('heading', { name: '正在读取' }).isVisible()).toBe(true);
  },
  'the results after the progress': async (page) => {
    const body = await pageWithProgress();
    await page.route('/tools/report', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await page.goto('/tools/report');
    expect(await page.getByRole('heading', { name: '正在读取' }).isVisible()).toBe(false);
    expect(await page.locator('.verdict').isVisible()).toBe(true);
  },
  'a result with faults': async (page) => {
    await examine(page, [await wordFile()]);
    await page.locator('summary').evaluateAll((all) => {
      for (const each of all) each.parentElement?.setAttribute('open', '');
    });
  },
  'a result without faults': async (page) => examine(page, [await wordFile(modelReport())]),
  'the results of many files': async (page) => {
    await examine(page, await manyFiles());
    await page.getByRole('link', { name: '云溪县柳河乡人民政府' }).first().click();
  },
  'the rules': (page) => page.goto('/tools/report/rules'),
};

/** States in which the tables become cards on a phone. */
const changesOnPhone = ['a result with faults', 'the results of many files'];

describe('年报体检 in a browser', () => {
  test('a Word file is read, its findings are shown, and one leads to its cell and back', async ({ page }) => {
    await examine(page, [await wordFile()]);
    expect(await page.title()).toContain('体检结果 - 公开');
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(`${organ} 2023 年度`);
    expect(await page.locator('.verdict-text').textContent()).toMatch(/^有 \d+ 处错误、\d+ 处无法判断$/);

    const finding = page.locator('#r1-e1');
    expect(await finding.textContent()).toContain('（一）予以公开');
    await finding.getByRole('link', { name: '总计' }).click();
    const cell = page.locator('#r1-requests-disclosed-total');
    await expectInView(page, cell);
    expect(await cell.evaluate((each) => each.matches(':target'))).toBe(true);
    expect(await cell.textContent()).toMatch(/^8/);

    await cell.getByRole('link', { name: '错误第1条' }).click();
    expect(await finding.evaluate((each) => each.matches(':target'))).toBe(true);
    await expectInView(page, finding);
  });

  test('the rule of a finding opens beside the result, which stays', async ({ page }) => {
    await examine(page, [await wordFile()]);
    await page.locator('#r1-e1 .rule summary').click();
    const opened = page.waitForEvent('popup');
    await page.locator('#r1-e1').getByRole('link', { name: '新窗口打开' }).click();
    const rules = await opened;
    await rules.waitForLoadState();
    expect(new URL(rules.url()).pathname).toBe('/tools/report/rules');
    expect(await rules.locator(':target').textContent()).toContain('REQ-ROW-SUM');
    expect(await page.locator('.verdict-text').isVisible()).toBe(true);
  });

  test('the report comes back as a Word file in the official form', async ({ page }) => {
    await examine(page, [await wordFile()]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Word 年报' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${organ}2023年政府信息公开工作年度报告.docx`);
    const bytes = await buffer(await download.createReadStream());
    const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '');
    expect(text).toContain(organ);
    expect(text).toContain('本年新收政府信息公开申请数量');
    expect(await page.locator('.verdict-text').isVisible()).toBe(true);
  });

  test('many files give a table that leads to each unit, unfolded', async ({ page }) => {
    await examine(page, await manyFiles());
    expect(await page.getByRole('heading', { name: '未能读取的文件 1 个' }).isVisible()).toBe(true);
    expect(await page.locator('#r2-name').isVisible()).toBe(false);
    await page.getByRole('link', { name: '云溪县柳河乡人民政府' }).first().click();
    expect(await page.locator('#r2-name').isVisible()).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载汇总表' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('年报体检汇总表（2份）.xlsx');
  });

  test('files can be dropped, are listed, and one that is too large is told before it is sent', async ({ page }) => {
    await page.goto('/tools/report');
    const drop = (size: number) =>
      page.locator('.drop-zone').evaluate((zone, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], '拖来的.docx'));
        zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }, size);
    await drop(3_000);
    expect(await page.locator('.chosen-files li').textContent()).toBe('拖来的.docx（3 KB）');
    await drop(21 * 1024 * 1024);
    await page.getByRole('button', { name: '开始体检' }).click();
    expect(await page.locator('#files-fault').textContent()).toContain('“拖来的.docx”超过 20 MB');
    expect(await page.getByLabel('选择年度报告文件').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/tools/report');
  });
});

describe('without script', () => {
  test('everything but the comforts works', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await examine(page, await manyFiles());
    await page.getByRole('link', { name: organ }).first().click();
    expect(await page.locator('#r1-name').isVisible()).toBe(true);
    await page.locator('#r1-e1').getByRole('link', { name: '总计' }).click();
    expect(new URL(page.url()).hash).toBe('#r1-requests-disclosed-total');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#r1-unit').getByRole('button', { name: '问题反馈函' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('反馈函.docx');
  });

  test('a fault brings the form back with the sentence', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto('/tools/report');
    await page.getByLabel('粘贴报告文字').fill('今天天气很好。');
    await page.getByRole('button', { name: '开始体检' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('粘贴的文字');
    expect(await page.getByLabel('粘贴报告文字').inputValue()).toBe('今天天气很好。');
  });
});

describe('with the keyboard alone', () => {
  test('a report is pasted, checked, and a finding followed to its cell', async ({ page }) => {
    await page.goto('/tools/report');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await tabTo(page, (element) => element.id === 'text');
    await page.keyboard.insertText(JSON.stringify(faulty));
    await tabTo(page, (element) => element.textContent === '开始体检');
    await page.keyboard.press('Enter');
    await page.locator('.again').waitFor();

    await tabTo(page, (element) => element.matches('#r1-e1 a') && element.textContent === '总计');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#r1-requests-disclosed-total');
    // The next stop is the mark in that cell, which leads back.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('错1：错误第1条');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#r1-e1');
  });

  test('a form with a fault begins at the list of faults, which leads to the field', async ({ page }) => {
    await page.goto('/tools/report');
    await page.getByRole('button', { name: '开始体检' }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('files');
  });
});

describe('accessible in every state', () => {
  for (const [name, open] of Object.entries(states)) {
    test(`${name}: axe finds nothing; at 320 pixels, as at 400 % zoom, nothing is cut off`, async ({ page }) => {
      await open(page);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      if (changesOnPhone.includes(name)) await expectAccessible(page);
    });
  }

  test('marks in the tables are large enough to be hit', async ({ page }) => {
    await examine(page, [await wordFile()]);
    const boxes = await page.locator('a.mark').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
    expect(boxes.length).toBeGreaterThan(5);
    for (const { width, height } of boxes) {
      expect(width).toBeGreaterThanOrEqual(24);
      expect(height).toBeGreaterThanOrEqual(24);
    }
  });

  test('on a phone each row of table three is a card with the name of the column at every value', async ({
    openPage,
  }) => {
    const page = await openPage({ viewport: { width: 360, height: 740 } });
    await examine(page, [await wordFile()]);
    const cell = page.locator('#r1-requests-disclosed-business');
    expect(await cell.evaluate((each) => getComputedStyle(each, '::before').content)).toBe('"商业企业"');
    const box = await cell.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  });

  test('printed, the result is the findings and the report, without buttons', async ({ page }) => {
    await examine(page, [await wordFile()]);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.site-header', '.downloads', '.again']) {
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    }
    expect(await page.locator('.review-findings').evaluate((each) => getComputedStyle(each).overflow)).toBe('visible');
    expect(await page.locator('#r1-e1').isVisible()).toBe(true);
    expect(await page.locator('#r1-requests-disclosed-total').isVisible()).toBe(true);
  });
});

/** The page scrolls there, perhaps smoothly. */
async function expectInView(page: Page, place: ReturnType<Page['locator']>): Promise<void> {
  const height = page.viewportSize()?.height ?? 0;
  const top = async () => (await place.boundingBox())?.y ?? Number.NaN;
  await expect.poll(async () => (await top()) >= 0 && (await top()) < height, { timeout: 5_000 }).toBe(true);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** Presses Tab until the focus is on the wanted element. */
async function tabTo(page: Page, isWanted: (element: Element) => boolean): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const handle = await page.evaluateHandle(() => document.activeElement as Element);
    if (await handle.evaluate(isWanted)) return;
  }
  throw new Error('the keyboard does not get there');
}

// `node bin/gongkai.mjs script picture`: takes the picture of 年报体检 for the README anew, with the built
// server and a report with a few faults. Another path as argument: the picture goes there.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { modelReport } from '../src/report/domain/check/examples/model-report.ts';
import { writeReport } from '../src/report/index.ts';
import { browserArguments, findChromium } from '../tests/e2e/support/chromium.ts';
import { startServer } from '../tests/support/built-program.ts';
import { root } from './support/steps.ts';

const faulty = modelReport({
  set: {
    'requests.disclosed.total': 8,
    'requests.refusedRepeat.natural': null,
    'sections.0.text':
      '（一）主动公开。全年公开信息183条，其中网站92条、公众号61条、公示栏32条。\n（二）依申请公开。略。',
  },
});

const place = join(root, process.argv[2] ?? 'docs/images/report-tool.png');
mkdirSync(dirname(place), { recursive: true });

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: install one or name it in CHROMIUM_PATH.');
const [server, browser] = await Promise.all([
  startServer({ LOG_LEVEL: 'silent' }),
  chromium.launch({ executablePath, args: browserArguments() }),
]);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  await page.goto(`${server.address}/tools/report`);
  await page.getByLabel('选择年度报告文件').setInputFiles({
    name: '石桥镇2023年年报.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await writeReport(faulty, 'docx')),
  });
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: place });
  console.log(`wrote ${place}`);
} finally {
  await browser.close();
  await server.stop();
}

// `node bin/gongkai.mjs script picture`: takes the pictures for the README anew with the built server: 年报体检 with a
// report that has a few faults, on a desktop and on a phone, and the staff screens of the fictional county. Another
// folder as argument: they go there.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { planDemo } from '../src/demo/plan.ts';
import { modelReport } from '../src/report/domain/check/examples/model-report.ts';
import { writeReport } from '../src/report/index.ts';
import { browserArguments, findChromium } from '../tests/e2e/support/chromium.ts';
import { startServer } from '../tests/support/built-program.ts';
import { root } from './support/steps.ts';

const faulty = modelReport({
  year: 2024,
  set: {
    'requests.disclosed.total': 8,
    'requests.refusedRepeat.natural': null,
    'proactive.fees.amount': '42500',
    'sections.0.text': [
      '（一）主动公开。全年主动公开政府信息183条，其中门户网站92条、政务新媒体61条、公示栏30条；制发行政规范性文件2件。',
      '（二）依申请公开。本年新收政府信息公开申请14件，上年结转1件；办结12件，结转下年度继续办理1件。',
      '（三）政府信息管理。拟公开的信息先审查后发布，公文办理时同步确定公开属性。',
      '（四）政府信息公开平台建设。栏目按照基层政务公开标准目录设置，便民服务大厅设有查阅点。',
      '（五）监督保障。涉及政府信息公开的行政复议2件，其中1件尚未审结。全年组织培训2次。',
    ].join('\n'),
  },
});

const pictures = [
  { name: 'report-tool.png', viewport: { width: 1280, height: 1180 } },
  { name: 'report-tool-phone.png', viewport: { width: 390, height: 844 } },
];

const folder = join(root, process.argv[2] ?? 'docs/images');
mkdirSync(folder, { recursive: true });

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: install one or name it in CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: browserArguments() });
try {
  await withServer(['--no-demo'], takeReportTool);
  await withServer([], takeConsole);
} finally {
  await browser.close();
}

async function withServer(words: readonly string[], take: (address: string) => Promise<void>): Promise<void> {
  const server = await startServer({ LOG_LEVEL: 'silent' }, words);
  try {
    await take(server.address);
  } finally {
    await server.stop();
  }
}

async function takeReportTool(address: string): Promise<void> {
  for (const { name, viewport } of pictures) {
    const page = await browser.newPage({ viewport, locale: 'zh-CN' });
    await page.goto(`${address}/tools/report`);
    await page.getByLabel('选择年度报告文件').setInputFiles({
      name: '石桥镇2024年年报.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await writeReport(faulty, 'docx')),
    });
    await page.getByRole('button', { name: '开始体检' }).click();
    // The last thing on the page, which may come while the first is already there.
    await page.getByRole('link', { name: '再查一份' }).waitFor();
    await take(page, name);
  }
}

async function takeConsole(address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
  await page.goto(`${address}/console`);
  await page.getByLabel('登录名').fill('shiqiao.jingban');
  await page.getByLabel('密码', { exact: true }).fill(planDemo().password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('核对本镇公开指南中的办公地址和电话').waitFor();
  await take(page, 'console-today.png');
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, name) });
  console.log(`wrote ${join(folder, name)}`);
  await page.close();
}

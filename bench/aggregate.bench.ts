// Adding up 1,000, 10,000 and 40,000 reports (all townships of the country) from one file of JSON
// Lines, as `gongkai report aggregate` does it, beside reading and JSON.parse of the same lines alone.
// Each measurement runs in a process of its own. Fails when time per report grows with their number
// or memory passes 512 MB.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { dispatch } from '../src/cli/dispatch.ts';
import { linesOf } from '../src/cli/report-stream.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { makeReport } from '../tests/support/report-arbitrary.ts';

const sizes = [1_000, 10_000, 40_000];
const mostMegabytes = 512;
const steepest = 1.3;

interface Measurement {
  /** Of the processor, which other work on the machine disturbs less than the clock. */
  milliseconds: number;
  /** Peak resident memory. */
  megabytes: number;
}

const [task, path = '', warmUp = ''] = process.argv.slice(2);
if (task === 'aggregate') await measure(aggregate);
else if (task === 'parse') await measure(parseAll);
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    console.log(
      'reports   file MB   aggregate ms   µs/report   against 1,000   JSON.parse ms   ratio   peak MB   (ms of one core)',
    );
    const warmUp = join(folder, 'warm-up.jsonl');
    await writeReports(warmUp, 200);
    let first = 0;
    for (const size of sizes) {
      const file = join(folder, `${size}.jsonl`);
      await writeReports(file, size);
      const parsed = best(() => run('parse', file, warmUp));
      const added = best(() => run('aggregate', file, warmUp));
      const perReport = (added.milliseconds * 1000) / size;
      if (first === 0) first = perReport;
      const steepness = perReport / first;
      console.log(
        [
          String(size).padStart(7),
          (statSync(file).size / 2 ** 20).toFixed(0).padStart(9),
          added.milliseconds.toFixed(0).padStart(14),
          perReport.toFixed(0).padStart(11),
          steepness.toFixed(2).padStart(15),
          parsed.milliseconds.toFixed(0).padStart(15),
          (added.milliseconds / parsed.milliseconds).toFixed(2).padStart(7),
          added.megabytes.toFixed(0).padStart(9),
        ].join(''),
      );
      if (steepness > steepest) fail(`time per report grows: ${steepness.toFixed(2)} times that of 1,000`);
      if (added.megabytes > mostMegabytes) fail(`${added.megabytes.toFixed(0)} MB is more than ${mostMegabytes} MB`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fail(reason: string): void {
  console.error(`FAILED: ${reason}`);
  process.exitCode = 1;
}

/** Reports of as many organs, all of 2022; tables and texts repeat after 500. */
async function writeReports(file: string, size: number): Promise<void> {
  const pool = Array.from({ length: Math.min(size, 500) }, (_, seed) => makeReport(seed, { form: '2021' }));
  const out = createWriteStream(file);
  for (let at = 0; at < size; at += 1) {
    const line = `${JSON.stringify({ ...pool[at % pool.length], organ: `云溪县第${at}镇人民政府`, year: 2022 })}\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

function best(measurement: () => Measurement): Measurement {
  const all = Array.from({ length: 3 }, measurement);
  return {
    milliseconds: Math.min(...all.map((each) => each.milliseconds)),
    megabytes: Math.max(...all.map((each) => each.megabytes)),
  };
}

function run(...words: string[]): Measurement {
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...words], { encoding: 'utf8' }));
}

/** Times the work on `path`, with everything loaded and the first compilation done. */
async function measure(work: (file: string) => Promise<void>): Promise<void> {
  await work(warmUp);
  const begin = process.cpuUsage();
  await work(path);
  const { user, system } = process.cpuUsage(begin);
  const milliseconds = (user + system) / 1000;
  process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

async function aggregate(file: string): Promise<void> {
  const silent = { ...processTerminal(), print: async () => {} };
  const words = [
    'report',
    'aggregate',
    file,
    '--organ',
    '云溪县人民政府',
    '--year',
    '2022',
    '--out',
    `${file}.sum.json`,
  ];
  const status = await dispatch(words, silent);
  // Findings (1) are no matter here.
  if (status === 2) throw new Error('the aggregate was refused');
}

async function parseAll(file: string): Promise<void> {
  let reports = 0;
  for await (const line of linesOf(createReadStream(file, { highWaterMark: 1 << 20 }))) {
    if (JSON.parse(line ?? '').year === 2022) reports += 1;
  }
  if (reports === 0) throw new Error('no reports');
}

import { setImmediate } from 'node:timers/promises';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { AnnualReport } from '../../report/domain/annual-report.ts';
import { type NamedReport, type OrganLevel, rules } from '../../report/domain/check/index.ts';
import { renderFrame, type Site } from '../layout.tsx';
import { messages } from '../messages.ts';
import { examine } from './examine.ts';
import { type Examined, type Unread, unitName } from './examined.ts';
import { UploadForm } from './form-page.tsx';
import type { UploadLimits } from './limits.ts';
import { Overview, UnreadFiles, unitSummaryText } from './overview.tsx';
import { packReport } from './packed-report.ts';
import { downloadFormId, UnitResult, unitAnchor } from './unit-result.tsx';

/** Everything an upload brought, read. */
export interface ReadUpload {
  reports: NamedReport[];
  unread: Unread[];
  previous?: AnnualReport | undefined;
  level?: OrganLevel | undefined;
}

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** One line of the progress display. */
export interface Progress {
  name: string;
  isRead: boolean;
}

/** What every page of results needs, whatever was uploaded. */
export interface ResultPageFrame {
  site: Site;
  limits: UploadLimits;
  /** Told when checking or showing a report throws; the page then says so, since it has begun already. */
  onBug(error: unknown): void;
}

/**
 * The page that is sent while files are still being read: its head at once, a line for each file as
 * it is done, the results at the end. Without script a browser shows each piece as it comes; the
 * style sheet takes the progress display away when the results stand below it.
 *
 * @param count how many files there are
 * @param steps yields once for each file that is done
 * @param result everything read, asked for after the last step
 */
export async function* streamResultPage(
  frame: ResultPageFrame,
  count: number,
  steps: AsyncIterable<Progress>,
  result: () => ReadUpload,
): AsyncGenerator<string> {
  const { before, after } = openPage('体检结果', frame);
  yield `${before}<h1>体检结果</h1>`;
  yield `<section class="progress card" aria-labelledby="progress-heading"><h2 id="progress-heading">正在读取 ${count} 个文件</h2>`;
  yield '<p>请稍候，结果会接着显示在本页，不要关闭或者刷新。</p><div role="log" aria-label="读取进度"><ol>';
  for await (const { name, isRead } of steps) {
    yield html(
      <li className={isRead ? 'done' : 'failed'}>
        {name}：{isRead ? '已读出' : '未能读取'}
      </li>,
    );
  }
  yield '</ol></div></section>';
  yield* results(result, frame);
  yield after;
}

/** The page when everything was read at once: its title then says whose report it is. */
export async function* resultPage(frame: ResultPageFrame, upload: ReadUpload): AsyncGenerator<string> {
  const only = upload.reports.length === 1 ? upload.reports[0] : undefined;
  const title = only ? `${unitName(only)} 体检结果` : `${upload.reports.length} 份年报体检结果`;
  const { before, after } = openPage(title, frame);
  yield `${before}<h1>体检结果</h1>`;
  yield* results(() => upload, frame);
  yield after;
}

const openPage = (title: string, { site }: ResultPageFrame) => renderFrame({ title, site, current: '/tools/report' });

async function* results(upload: () => ReadUpload, frame: ResultPageFrame): AsyncGenerator<string> {
  yield '<div class="results">';
  try {
    yield* resultBody(upload(), frame);
  } catch (error) {
    frame.onBug(error);
    yield html(<Breakdown />);
  }
  yield '</div>';
}

function Breakdown() {
  return (
    <section className="card" role="alert" aria-labelledby="breakdown-heading">
      <h2 id="breakdown-heading">系统出现错误，结果没有显示完</h2>
      <p>不是文件的问题。请换一个文件再试，或者把情况告诉系统管理员。</p>
    </section>
  );
}

async function* resultBody(upload: ReadUpload, { limits }: ResultPageFrame): AsyncGenerator<string> {
  yield html(<UnreadFiles unread={upload.unread} />);
  const examined: Examined[] = [];
  for (const index of upload.reports.keys()) {
    examined.push(await examine(upload.reports, index, upload));
    // Others are served between two reports.
    await setImmediate();
  }
  const isMany = examined.length > 1;
  if (isMany) yield html(<Overview examined={examined} />);
  for (const [index, each] of examined.entries()) {
    const result = <UnitResult examined={each} index={index} rules={ruleById} />;
    yield html(
      isMany ? (
        <FoldedUnit examined={each} index={index}>
          {result}
        </FoldedUnit>
      ) : (
        result
      ),
    );
    await setImmediate();
  }
  if (examined.length > 0) yield html(<DownloadForm upload={upload} />);
  yield html(examined.length > 0 ? <Again /> : <UploadForm limits={limits} level={upload.level ?? ''} />);
}

interface FoldedUnitProps {
  examined: Examined;
  index: number;
  children: ReactNode;
}

function FoldedUnit({ examined, index, children }: FoldedUnitProps) {
  return (
    <details className="folded-unit" id={`${unitAnchor(index)}-unit`}>
      <summary>{unitSummaryText(examined)}</summary>
      {children}
      <p>
        <a href="#overview-heading">回到总览</a>
      </p>
    </details>
  );
}

/**
 * Carries the reports of the page back to the server when a download is asked for: nothing is kept
 * there. The buttons stand with the reports and belong to this form by its id.
 */
function DownloadForm({ upload }: { upload: ReadUpload }) {
  return (
    <form id={downloadFormId} method="post" action="/tools/report/download" encType="multipart/form-data">
      {upload.reports.map((each, index) => (
        <input key={unitAnchor(index)} type="hidden" name="report" value={packReport(each)} />
      ))}
      {upload.previous ? (
        <input type="hidden" name="previous" value={packReport({ name: '上年度', report: upload.previous })} />
      ) : null}
      {upload.level ? <input type="hidden" name="level" value={upload.level} /> : null}
    </form>
  );
}

function Again() {
  return (
    <section className="again" aria-label="接下来">
      <p>
        <a className="button" href="/tools/report">
          再查一份
        </a>
      </p>
      <p>{messages.nothingStored}离开本页后结果不再保留，需要的请先下载。</p>
    </section>
  );
}

const html = (node: ReactNode): string => renderToStaticMarkup(node);

import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { messages } from './messages.ts';

/** What every page of the portal needs besides what it is about. */
export interface Site {
  /** Addresses of the portal's own files, with a hash in the name so that browsers may keep them. */
  stylesheet: string;
  icon: string;
  script?: string;
  /** Whose site it is, e.g. 云溪县; absent on pages that are about no county. */
  owner?: string;
  /** Whether all that is here is made up; every page says so. */
  demonstration: boolean;
}

export interface PageProps {
  /** What stands in the browser's title bar, before the product's name. */
  title: string;
  site: Site;
  /** Path of the entry of the main navigation this page belongs to. */
  current: string;
  children: ReactNode;
}

const navigation = [
  { path: '/', label: '首页' },
  { path: '/tools/report', label: messages.tool },
  { path: '/tools/report/rules', label: '核对规则' },
];

/** Only on pages of a county: the tool works without one. */
const catalogueEntry = { path: '/catalogue', label: '公开目录' };

/** The frame around every page: title, skip link, header with navigation, main part, footer. */
function Page({ title, site, current, children }: PageProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} - ${site.owner ? `${site.owner}政府信息公开` : messages.product}`}</title>
        <link rel="icon" href={site.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={site.stylesheet} />
        {site.script === undefined ? null : <script type="module" src={site.script} />}
      </head>
      <body>
        <a className="skip-link" href="#main">
          跳到正文
        </a>
        <header className="site-header">
          {site.demonstration ? <p className="demonstration">演示环境：单位、人员和内容均为虚构</p> : null}
          <div className="frame site-header-row">
            <a className="brand" href="/">
              <span className="brand-name">{site.owner ?? messages.product}</span>
              <span className="brand-words">{site.owner ? '政府信息公开' : '政府信息公开工作平台'}</span>
            </a>
            <nav aria-label="主导航">
              <ul className="site-nav">
                {(site.owner ? [catalogueEntry, ...navigation] : navigation).map(({ path, label }) => (
                  <li key={path}>
                    <a href={path} aria-current={path === current ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </header>
        <main id="main" className="frame" tabIndex={-1}>
          {children}
        </main>
        <footer className="site-footer">
          <div className="frame">
            {site.owner ? (
              <p>{messages.byItsMaker}</p>
            ) : (
              <>
                <p>{messages.nothingStored}</p>
                <p>核对结果供填报和审核时参考，以国家有关规定和原文件为准。</p>
              </>
            )}
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The whole page as a string that begins with the doctype. */
export const renderPage = (props: PageProps): string => `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;

// A text no page contains; stands where the streamed content goes.
const gap = '\u{E000}gap\u{E000}';

/**
 * The page in two halves with a gap where the main content goes, for pages that are sent piece by
 * piece while the server is still working.
 */
export function renderFrame(props: Omit<PageProps, 'children'>): { before: string; after: string } {
  const [before = '', after = ''] = renderPage({ ...props, children: gap }).split(gap);
  return { before, after };
}

import { renderPage, type Site } from './layout.tsx';
import { messages } from './messages.ts';

const promises = [
  { word: '看清', text: '三张表按国办格式排好，哪些数是原文的，哪些空着，哪些是还原出来的，一一注明。' },
  { word: '查准', text: '勾稽关系、上下年衔接、正文与表格是否一致，每一处问题都指到单元格，说明依据。' },
  { word: '带走', text: '规范的 Word 版年报、Excel 表格，以及写给填报单位的问题反馈函。' },
];

/** The start page of the portal: what this is, and the way to the tool. */
export const renderHome = (site: Site): string =>
  renderPage({
    title: '首页',
    site,
    current: '/',
    children: (
      <>
        <div className="hero">
          <h1>公开 · 政府信息公开工作平台</h1>
          <p className="lead">
            面向乡镇、街道和县级部门：把主动公开、依申请公开、复议诉讼、年度报告和监督保障放在一处办理。
            目前开放的是年度报告的体检工具。
          </p>
        </div>
        <section className="card" aria-labelledby="tool-heading">
          <h2 id="tool-heading">{messages.tool}</h2>
          <p>放入政府信息公开工作年度报告，当场得到三样东西：</p>
          <ul className="promises">
            {promises.map(({ word, text }) => (
              <li key={word}>
                <strong>{word}</strong>
                <span>{text}</span>
              </li>
            ))}
          </ul>
          <p className="form-actions">
            <a className="button" href="/tools/report">
              开始体检
            </a>
            <a href="/tools/report/rules">查看核对规则</a>
          </p>
        </section>
        <section className="card" aria-labelledby="promise-heading">
          <h2 id="promise-heading">文件如何处理</h2>
          <p>{messages.nothingStored}不需要注册，也不需要登录。</p>
        </section>
      </>
    ),
  });

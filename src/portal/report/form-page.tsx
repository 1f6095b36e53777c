import { renderPage, type Site } from '../layout.tsx';
import { messages, sizeInWords } from '../messages.ts';
import { levelChoices } from './levels.ts';
import type { UploadLimits } from './limits.ts';

/** A fault in what was sent, beside the field it belongs to. */
export interface FieldFault {
  field: 'files' | 'text' | 'previous';
  message: string;
}

export interface FormPageProps {
  site: Site;
  limits: UploadLimits;
  faults?: readonly FieldFault[];
  /** Pasted text to show again, so that nothing typed is lost by a fault. */
  text?: string;
  level?: string;
}

const accept = '.docx,.pdf,.xlsx,.txt,.md,.html,.htm,.json';

/** The page that takes reports: one form, and what happens to what is put in. */
export const renderFormPage = ({ site, limits, faults = [], text = '', level = '' }: FormPageProps): string =>
  renderPage({
    title: faults.length > 0 ? `请检查：${messages.tool}` : messages.tool,
    site,
    current: '/tools/report',
    children: (
      <>
        {faults.length > 0 ? <FaultSummary faults={faults} /> : null}
        <div className="hero">
          <h1>{messages.tool}</h1>
          <p className="lead">
            放入一份或多份政府信息公开工作年度报告，当场指出填错、漏填和前后不一致的地方，并可换成国办格式的 Word 文件。
          </p>
        </div>
        <div className="with-aside">
          <UploadForm limits={limits} faults={faults} text={text} level={level} />
          <Explanations />
        </div>
      </>
    ),
  });

export interface UploadFormProps {
  limits: UploadLimits;
  faults?: readonly FieldFault[];
  text?: string;
  level?: string;
}

/** The form itself, which a page of results shows again when nothing could be read. */
export function UploadForm({ limits, faults = [], text = '', level = '' }: UploadFormProps) {
  return (
    <form
      className="card upload-form"
      method="post"
      action="/tools/report"
      encType="multipart/form-data"
      data-enhance="upload"
      data-file-bytes={limits.fileBytes}
      data-total-bytes={limits.totalBytes}
      data-files={limits.files}
    >
      <FileField faults={faults} limits={limits} />
      <p className="or" aria-hidden="true">
        <span>或者</span>
      </p>
      <TextField faults={faults} text={text} />
      <Comparison faults={faults} level={level} />
      <div className="form-actions">
        <button className="button" type="submit">
          开始体检
        </button>
        <p className="form-status" role="status" data-enhance="status" />
      </div>
    </form>
  );
}

function FaultSummary({ faults }: { faults: readonly FieldFault[] }) {
  return (
    <div className="fault-summary" role="alert" aria-labelledby="fault-heading" tabIndex={-1} data-enhance="focus">
      <h2 id="fault-heading">还不能开始体检</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.message}>
            <a href={`#${fault.field}`}>{fault.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FaultOf({ field, faults }: { field: FieldFault['field']; faults: readonly FieldFault[] }) {
  const own = faults.filter((fault) => fault.field === field);
  return (
    <div id={`${field}-fault`} className="field-fault" data-enhance={field === 'files' ? 'files-fault' : undefined}>
      {own.map((fault) => (
        <p key={fault.message}>
          <span className="sign" aria-hidden="true">
            错
          </span>
          {fault.message}
        </p>
      ))}
    </div>
  );
}

const hasFault = (faults: readonly FieldFault[], field: FieldFault['field']) =>
  faults.some((fault) => fault.field === field) || undefined;

function FileField({ faults, limits }: { faults: readonly FieldFault[]; limits: UploadLimits }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor="files">
        选择年度报告文件
      </label>
      <p className="hint" id="files-hint">
        可以一次选多份。支持 Word（.docx）、PDF（文字可以选中的）、Excel（.xlsx）、网页、纯文本、Markdown 和
        JSON；单个文件不超过 {sizeInWords(limits.fileBytes)}，一次不超过 {limits.files} 个。
      </p>
      <FaultOf field="files" faults={faults} />
      <div className="drop-zone" data-enhance="drop">
        <input
          id="files"
          name="files"
          type="file"
          multiple
          accept={accept}
          aria-describedby="files-hint files-fault"
          aria-invalid={hasFault(faults, 'files')}
        />
      </div>
    </div>
  );
}

function TextField({ faults, text }: { faults: readonly FieldFault[]; text: string }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor="text">
        粘贴报告文字
      </label>
      <p className="hint" id="text-hint">
        从网页或者 Word 里全选、复制，连同表格一起粘贴到这里。
      </p>
      <FaultOf field="text" faults={faults} />
      <textarea
        id="text"
        name="text"
        rows={7}
        defaultValue={text}
        spellCheck={false}
        aria-describedby="text-hint text-fault"
        aria-invalid={hasFault(faults, 'text')}
      />
    </div>
  );
}

function Comparison({ faults, level }: { faults: readonly FieldFault[]; level: string }) {
  return (
    <details className="comparison" open={hasFault(faults, 'previous') || level !== ''}>
      <summary>与上年度比对、指定机关层级（可不填）</summary>
      <div className="field">
        <label className="field-label" htmlFor="previous">
          同一机关的上年度年报
        </label>
        <p className="hint" id="previous-hint">
          用来核对“上年结转”、规范性文件现行有效件数等上下年衔接的数。一次体检多份时，把各单位上年度的年报也选到上面“选择年度报告文件”里，按机关名称自动配对。
        </p>
        <FaultOf field="previous" faults={faults} />
        <input
          id="previous"
          name="previous"
          type="file"
          accept={accept}
          aria-describedby="previous-hint previous-fault"
          aria-invalid={hasFault(faults, 'previous')}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="level">
          机关层级
        </label>
        <p className="hint" id="level-hint">
          例如乡镇和县级机关无权制定规章，表二“规章”一行应当为 0。
        </p>
        <select id="level" name="level" defaultValue={level} aria-describedby="level-hint">
          {levelChoices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
}

function Explanations() {
  return (
    <aside className="explanations" aria-label="说明">
      <section>
        <h2>查什么</h2>
        <ul>
          <li>六个部分、标题、年度、统计期限是否齐全一致</li>
          <li>三张表的勾稽关系，空白、“/”和 0 分开看待</li>
          <li>正文里的每一个数与表格、与自身是否相符</li>
          <li>与上年度、与其他单位是否衔接或者雷同</li>
        </ul>
        <p>
          <a href="/tools/report/rules">查看全部核对规则</a>
        </p>
      </section>
      <section>
        <h2>文件如何处理</h2>
        <p>{messages.nothingStored}</p>
        <p>请勿放入涉密文件。</p>
      </section>
      <section>
        <h2>哪些文件读不了</h2>
        <p>
          扫描件、图片和加了密码的文件读不了，.doc、.wps 也读不了。请用 Word 或者 WPS 打开后另存为
          .docx，或者复制文字粘贴进来。
        </p>
      </section>
    </aside>
  );
}

import { Button } from 'antd';
import type { Finding, ItemDetail, ItemRemark, OfferedAct } from '../../api/shapes.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { FindingList } from '../checks/finding-list.tsx';
import type { useChecks } from '../checks/use-checks.ts';
import { ActPanel } from '../review/act-panel.tsx';
import { messages } from './messages.ts';
import { SaveStateLine } from './save-state.tsx';
import type { Draft } from './use-draft.ts';
import type { Mending } from './use-mending.ts';

interface WriteAsideProps {
  item: ItemDetail;
  draft: Draft;
  checks: ReturnType<typeof useChecks>;
  mending: Mending;
  goTo(field: string): void;
  use(remark: ItemRemark): void;
  show(finding: Finding): void;
  explain(finding: Finding): void;
  /** Asked before the dialog of an act opens. */
  mayBegin(offered: OfferedAct): Promise<boolean>;
  onActed(words: string): Promise<void>;
}

/** Beside the text: whether it is saved, what is missing, what the checks found, and the way on. */
export function WriteAside(props: WriteAsideProps) {
  const { item, draft, checks, mending, goTo, use, show, explain, mayBegin, onActed } = props;
  const { result } = checks;
  // What is missing stands above, and changes with every key.
  const findings = (result?.findings ?? []).filter(
    ({ message }) => !draft.remarks.some((each) => each.message === message),
  );
  const maskable = findings.filter(
    ({ open, mendable, severity }) => open && mendable === 'mask' && severity !== 'info',
  );
  return (
    <aside className="write-aside" aria-label={messages.check}>
      <SaveStateLine state={draft.state} save={() => void draft.flush()} />
      <ActPanel
        itemId={item.id}
        before={mayBegin}
        whenSaved={draft.whenSaved}
        version={() => draft.version.current}
        onActed={onActed}
      />
      <section className="sheet">
        <Missing remarks={draft.remarks} goTo={goTo} use={use} />
      </section>
      <section className="sheet" aria-labelledby="checks-title">
        <div className="sheet-head">
          <h2 id="checks-title" tabIndex={-1}>
            {messages.check}
          </h2>
          <Button loading={checks.busy} onClick={() => void mending.check()}>
            {result ? messages.checkAgain : messages.check}
          </Button>
        </div>
        <ErrorNote error={checks.error} />
        <div role="status">
          {result ? null : <p className="soft">{messages.notChecked}</p>}
          {result?.stale ? <p className="notice notice-warn">{messages.stale}</p> : null}
          {result && findings.length === 0 ? <p>{messages.clean}</p> : null}
        </div>
        {maskable.length > 1 ? (
          <Button
            className="section-actions"
            loading={mending.busy}
            onClick={() => mending.mend(maskable.map(({ key }) => key))}
          >
            {messages.maskAll(maskable.length)}
          </Button>
        ) : null}
        <FindingList
          findings={findings}
          busy={mending.busy}
          acts={{ show, mend: mending.mend, explain, takeBack: checks.takeBack }}
        />
      </section>
    </aside>
  );
}

function Missing({ remarks, goTo, use }: Pick<WriteAsideProps, 'goTo' | 'use'> & { remarks: readonly ItemRemark[] }) {
  if (remarks.length === 0) return <p>{messages.complete}</p>;
  return (
    <details open={remarks.length <= 8}>
      <summary>{messages.missing(remarks.length)}</summary>
      <ul className="remarks">
        {remarks.map((remark) => (
          <li key={`${remark.field} ${remark.message}`}>
            <button type="button" className="link-button" onClick={() => goTo(remark.field)}>
              {remark.message}
            </button>
            {remark.suggestion ? (
              <Button size="small" onClick={() => use(remark)}>
                {messages.use(remark.suggestion)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

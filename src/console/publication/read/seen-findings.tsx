import { Button } from 'antd';
import { useState } from 'react';
import type { Finding, ItemDetail } from '../../api/shapes.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { ExplainDialog } from '../checks/explain-dialog.tsx';
import { FindingList } from '../checks/finding-list.tsx';
import { useChecks } from '../checks/use-checks.ts';
import { messages } from '../review/messages.ts';
import { messages as writeMessages } from '../write/messages.ts';

/** What the checks have found in what is read, with how its author has explained it. */
export function SeenFindings({ item }: { item: ItemDetail }) {
  const checks = useChecks(item.id);
  const [explained, setExplained] = useState<Finding>();
  const { result } = checks;
  return (
    <section className="sheet" aria-labelledby="findings-title">
      <div className="sheet-head">
        <h2 id="findings-title">{messages.findings}</h2>
        <Button loading={checks.busy} onClick={() => void checks.run().catch(() => undefined)}>
          {result ? writeMessages.checkAgain : writeMessages.check}
        </Button>
      </div>
      <ErrorNote error={checks.error} />
      {result === undefined ? <p className="soft">{messages.notChecked}</p> : null}
      {result?.stale ? <p className="notice notice-warn">{writeMessages.stale}</p> : null}
      {result?.findings.length === 0 ? <p>{messages.findingsNone}</p> : null}
      <FindingList findings={result?.findings ?? []} acts={{ explain: setExplained, takeBack: checks.takeBack }} />
      {explained ? (
        <ExplainDialog
          itemId={item.id}
          finding={explained}
          onDone={(next) => {
            checks.take(next);
            setExplained(undefined);
          }}
          onClose={() => setExplained(undefined)}
        />
      ) : null}
    </section>
  );
}

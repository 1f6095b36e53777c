import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CatalogueTemplate, TemplateLibrary } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { useWork } from '../session/session.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import './catalogue.css';
import { messages } from './messages.ts';
import { templatesQuery } from './queries.ts';
import { TemplateTable } from './template-table.tsx';

/** Takes lines of the national lists over into the catalogue of an organ, after a look at them. */
export function AdoptPage() {
  const { person } = useWork();
  const organId = useAddress().get('organId') ?? person.organ.id;
  const { data, error, refetch } = useQuery(templatesQuery(organId));
  return (
    <Page
      title={messages.adoptTitle}
      words={messages.adoptWords}
      back={<Link to={`/catalogue?organId=${organId}`}>{messages.back}</Link>}
    >
      {data ? (
        <Libraries organId={organId} libraries={data.libraries} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}

function Libraries({ organId, libraries }: { organId: string; libraries: readonly TemplateLibrary[] }) {
  const [openKey, setOpenKey] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adopting, setAdopting] = useState(false);
  const sorted = [...libraries].sort((one, other) => Number(other.suitsOrgan) - Number(one.suitsOrgan));
  const open = sorted.find(({ key }) => key === openKey) ?? sorted[0];
  const choose = (items: readonly CatalogueTemplate[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const { key } of items) {
      if (isOn) next.add(key);
      else next.delete(key);
    }
    setChosen(next);
  };
  return (
    <>
      <div className="libraries">
        <nav className="sheet" aria-label={messages.library}>
          <ul className="library-list">
            {sorted.map((library) => (
              <li key={library.key}>
                <button
                  type="button"
                  aria-current={library.key === open?.key ? 'true' : undefined}
                  onClick={() => setOpenKey(library.key)}
                >
                  {library.name}
                  <span className="soft block hint">{countWords(library, chosen)}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {open ? <TemplateTable library={open} chosen={chosen} choose={choose} /> : null}
      </div>
      <div className="form-end form-end-page">
        <Button type="primary" disabled={chosen.size === 0} onClick={() => setAdopting(true)}>
          {messages.chosen(chosen.size)}
        </Button>
      </div>
      {adopting ? (
        <AdoptDialog
          organId={organId}
          templates={[...chosen]}
          onDone={() => setChosen(new Set())}
          onClose={() => setAdopting(false)}
        />
      ) : null}
    </>
  );
}

function countWords({ items, suitsOrgan }: TemplateLibrary, chosen: ReadonlySet<string>): string {
  const adopted = items.filter(({ adoptedItemId }) => adoptedItemId !== undefined).length;
  const waiting = items.filter(({ key }) => chosen.has(key)).length;
  const suits = suitsOrgan ? '' : `${messages.notForYou}，`;
  return `${suits}共 ${items.length} 项，已列入 ${adopted} 项${waiting > 0 ? `，已选 ${waiting} 项` : ''}`;
}

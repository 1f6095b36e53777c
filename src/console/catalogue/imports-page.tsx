import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { CatalogueImportRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import type { Column } from '../parts/table.tsx';
import { useWork } from '../session/session.ts';
import { messages as importMessages } from '../table-import/messages.ts';
import { fileBody } from '../table-import/send-file.ts';
import { ImportStatusMark, Standing } from '../table-import/standing.tsx';
import { UploadForm } from '../table-import/upload-form.tsx';
import { messages } from './import-messages.ts';
import { messages as catalogueMessages } from './messages.ts';
import { importsQuery } from './queries.ts';

const columns: Column<CatalogueImportRow>[] = [
  {
    title: importMessages.fileName,
    cell: ({ id, fileName }) => <Link to={`/catalogue/imports/${id}`}>{fileName}</Link>,
  },
  { title: importMessages.status, kind: 'short', cell: ({ status }) => <ImportStatusMark status={status} /> },
  { title: importMessages.by, cell: (row) => <Standing row={row} /> },
];

/** Sends a file with the catalogue of an organ, and shows what was sent before. */
export function ImportsPage() {
  const { person } = useWork();
  const address = useAddress();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const organId = address.get('organId') ?? person.organ.id;
  const asked = useQuery(importsQuery(organId, address.page));
  return (
    <Page
      title={messages.title}
      words={messages.words}
      back={<Link to={`/catalogue?organId=${organId}`}>{catalogueMessages.back}</Link>}
      actions={
        <>
          <a className="button-link" href={`/api/catalogue/export?organId=${organId}&format=csv`} download>
            {messages.templateCsv}
          </a>
          <a className="button-link" href={`/api/catalogue/export?organId=${organId}&format=xlsx`} download>
            {messages.template}
          </a>
        </>
      }
    >
      <section className="sheet form-page">
        <UploadForm<{ file: File }>
          words={messages.templateWords}
          label={messages.file}
          hint={messages.fileHint}
          missing={messages.fileMissing}
          send={({ file }) =>
            ask(api.POST('/api/catalogue/imports', { params: { query: { organId } }, ...fileBody(file) }))
          }
          onSent={async (id) => {
            await queries.invalidateQueries({ queryKey: ['catalogue', 'imports'] });
            navigate(`/catalogue/imports/${id}`);
          }}
        />
      </section>
      <h2 className="list-title">{importMessages.past}</h2>
      <List
        caption={importMessages.past}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<p className="soft">{importMessages.pastEmpty}</p>}
        setPage={address.setPage}
      />
    </Page>
  );
}

import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { CatalogueTemplate, TemplateLibrary } from '../api/shapes.ts';
import { Facts } from '../parts/facts.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { CarrierBoxes } from './line-parts.tsx';
import { messages } from './messages.ts';

interface TemplateTableProps {
  library: TemplateLibrary;
  chosen: ReadonlySet<string>;
  choose(items: readonly CatalogueTemplate[], isOn: boolean): void;
}

/** The lines of one library, each to be looked at and chosen; what the organ has already leads there. */
export function TemplateTable({ library, chosen, choose }: TemplateTableProps) {
  const open = library.items.filter(({ adoptedItemId }) => adoptedItemId === undefined);
  const count = open.filter(({ key }) => chosen.has(key)).length;
  const columns: Column<CatalogueTemplate>[] = [
    {
      title: messages.name,
      cell: (item) => (
        <>
          {item.adoptedItemId ? (
            <>
              <span className="mark mark-good">{messages.adopted}</span>
              <Link to={`/catalogue/items/${item.adoptedItemId}`}>{item.name}</Link>
            </>
          ) : (
            <Checkbox checked={chosen.has(item.key)} onChange={({ target }) => choose([item], target.checked)}>
              {item.name}
            </Checkbox>
          )}
          <Preview item={item} />
        </>
      ),
    },
    { title: messages.limit, cell: ({ limitWords }) => limitWords },
  ];
  return (
    <section className="sheet">
      <h2>{library.name}</h2>
      <p className="soft section-words">{library.source}</p>
      {open.length > 0 ? (
        <p className="section-words">
          <Checkbox
            checked={count === open.length}
            indeterminate={count > 0 && count < open.length}
            onChange={({ target }) => choose(open, target.checked)}
          >
            {messages.chooseAll}
          </Checkbox>
        </p>
      ) : null}
      <div className="list-sheet">
        <Table
          caption={library.name}
          columns={columns}
          rows={library.items}
          rowKey={({ key }) => key}
          groupOf={({ topic }) => topic}
        />
      </div>
    </section>
  );
}

function Preview({ item }: { item: CatalogueTemplate }) {
  return (
    <details>
      <summary className="soft">{messages.preview}</summary>
      <Facts
        facts={{
          [messages.content]: <span className="lines">{item.content}</span>,
          [messages.basis]: <span className="lines">{item.basis}</span>,
          [messages.publisher]: item.publisher,
          [messages.carriers]: <CarrierBoxes uses={item.carriers} />,
        }}
      />
    </details>
  );
}

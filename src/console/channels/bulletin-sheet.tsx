import { messages } from './messages.ts';

/** The sheet for a wall, in both sizes, as a Word file and as a page to print. */
export function BulletinSheet({ id }: { id: string }) {
  const hrefOf = (size: string, format: string) =>
    `/api/publication/items/${id}/bulletin?size=${size}&format=${format}`;
  return (
    <section className="sheet part-below">
      <h2>{messages.bulletin}</h2>
      <p className="page-words section-words">{messages.bulletinWords}</p>
      <div className="actions">
        {['A4', 'A3'].map((size) => (
          <span key={size} className="actions">
            <a className="button-link" href={hrefOf(size, 'docx')} download>
              {messages.bulletinDocx(size)}
            </a>
            <a className="button-link" href={hrefOf(size, 'html')} target="_blank" rel="noreferrer">
              {messages.bulletinPrint(size)}
            </a>
          </span>
        ))}
      </div>
    </section>
  );
}

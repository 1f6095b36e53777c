import { isAsked } from '../../../publication/domain/kinds/check.ts';
import { kindOf } from '../../../publication/domain/kinds/index.ts';
import { showField } from '../../../publication/domain/kinds/show.ts';
import type { ItemDetail } from '../../api/shapes.ts';
import { fileSize } from '../file-size.ts';
import { messages } from '../review/messages.ts';
import { RichText } from './rich-text.tsx';

/** Title, fields, text and attachments of an item as the public will see them. */
export function ReadText({ item }: { item: ItemDetail }) {
  const { text, attachments, documentNumber } = item;
  const kind = kindOf(item.kind);
  const filled = kind.fields.filter((field) => text.fields[field.key] !== undefined && isAsked(field, text.fields));
  return (
    <article className="sheet read-text" aria-label={messages.reading}>
      <p className="hint">{messages.reading}</p>
      <h2 className="read-title">{text.title}</h2>
      {documentNumber ? <p className="read-number">{documentNumber}</p> : null}
      {filled.length > 0 ? (
        <dl className="facts read-fields">
          {filled.map((field) => (
            <div key={field.key} className="fact">
              <dt>{field.label}</dt>
              <dd>{showField(field, text.fields[field.key])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <RichText html={text.bodyHtml} />
      {attachments.length > 0 ? (
        <>
          <h3>{messages.attachments}</h3>
          <ol className="read-attachments">
            {attachments.map(({ id, name, size }) => (
              <li key={id}>
                <a href={`/api/attachments/${id}`}>{name}</a>{' '}
                <span className="soft">{size === undefined ? '' : fileSize(size)}</span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </article>
  );
}

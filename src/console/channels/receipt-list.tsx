import { channelActs } from '../../publication/domain/channel-states.ts';
import type { ItemChannel } from '../api/shapes.ts';
import { formatInstant } from '../parts/moment.ts';
import { messages } from './messages.ts';

/** What was done on a channel and what shows it, the latest first. */
export function ReceiptList({ receipts }: Pick<ItemChannel, 'receipts'>) {
  if (receipts.length === 0) return <span className="soft">{messages.noReceipts}</span>;
  return (
    <ul className="plain">
      {receipts.map(({ id, act, doneOn, link, copies, receiver, note, photos, personName, at }) => (
        <li key={id}>
          {channelActs[act]} {doneOn}{' '}
          {link ? (
            <a href={link} target="_blank" rel="noreferrer">
              {messages.openLink}
            </a>
          ) : null}{' '}
          {photos.map((photo, index) => (
            <a key={photo.id} href={`/api/attachments/${photo.id}`} title={photo.fileName}>
              {messages.photo(index + 1)}{' '}
            </a>
          ))}
          {copies ? `${messages.copiesOf(copies)} ` : ''}
          {receiver ? `${messages.receivedBy(receiver)} ` : ''}
          {note}
          <span className="soft block">
            {personName} {formatInstant(at)}
          </span>
        </li>
      ))}
    </ul>
  );
}

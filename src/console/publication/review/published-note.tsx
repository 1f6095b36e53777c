import { Link } from 'react-router';
import { messages } from './messages.ts';
import type { Published } from './send-act.ts';

/** Stands where the button was after a publication: the number it is public under, and the channels that still wait. */
export function PublishedNote({ itemId, indexNumber, channels }: Published & { itemId: string }) {
  return (
    <div className="notice notice-good" role="status">
      <p>{messages.publishedAs(indexNumber)}</p>
      {channels.length > 0 ? (
        <p>
          {messages.channelsWaiting(channels)}{' '}
          <Link to={`/publication/items/${itemId}/channels`}>{messages.toChannels}</Link>
        </p>
      ) : null}
    </div>
  );
}

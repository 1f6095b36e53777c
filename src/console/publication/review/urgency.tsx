import type { ItemReviews } from '../../api/shapes.ts';
import { formatInstant } from '../../parts/moment.ts';
import { messages } from './messages.ts';

/** Who asked for urgent publication, when and why: read before anything else. */
export function Urgency({ personName, at, reason }: NonNullable<ItemReviews['urgency']>) {
  return <p className="notice notice-warn">{messages.urgency(personName, formatInstant(at), reason)}</p>;
}

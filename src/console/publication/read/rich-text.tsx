import { useMemo } from 'react';
import { pictureAddress } from '../editor/picture-address.ts';
import '../rich-text.css';

/** The text of an item as it is read. The server has cleaned it by allow-list before it was stored. */
export function RichText({ html }: { html: string }) {
  const shown = useMemo(
    () => ({
      __html: html.replace(
        /<img src="(attachment:[0-9a-f-]{36})"/g,
        (_, source: string) => `<img src="${pictureAddress(source)}"`,
      ),
    }),
    [html],
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only HTML that came out of cleanHtml on the server, under a policy without scripts
  return <div className="rich-text" dangerouslySetInnerHTML={shown} />;
}

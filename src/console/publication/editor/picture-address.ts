/** Where the browser finds an attachment that a text names as a picture: `attachment:<id>`. */
export const pictureAddress = (source: string): string =>
  source.replace(/^attachment:([0-9a-f-]+)$/, '/api/attachments/$1?inline=1');

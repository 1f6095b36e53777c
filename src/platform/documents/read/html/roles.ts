/** What an element does to the text around it; elements not listed stand inside the line. */
export type Role =
  | 'block'
  | 'heading'
  | 'break'
  | 'skip'
  | 'table'
  | 'group'
  | 'row'
  | 'cell'
  | 'caption'
  | 'pre'
  | 'list'
  | 'item'
  | 'link'
  | 'picture'
  | 'struck'
  | 'raised';

const roles = new Map<string, Role>();
const assign = (role: Role, names: string) => {
  for (const name of names.split(' ')) roles.set(name, role);
};
assign(
  'block',
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr html legend main nav p search section summary',
);
assign('heading', 'h1 h2 h3 h4 h5 h6');
assign('break', 'br');
assign(
  'skip',
  'head script style noscript template iframe frame object embed applet svg math canvas audio video map select datalist option button input textarea meter progress rt rp rtc noembed noframes',
);
// Text that its author has struck out is not what the page says.
assign('struck', 'del s strike');
assign('raised', 'sup sub');
assign('table', 'table');
assign('group', 'thead tbody tfoot');
assign('row', 'tr');
assign('cell', 'td th');
assign('caption', 'caption');
assign('pre', 'pre listing xmp plaintext');
assign('list', 'ul ol menu dir');
assign('item', 'li');
assign('link', 'a');
assign('picture', 'img');

/** The role of an element by its tag name; undefined for elements inside the line. */
export const findRole = (name: string): Role | undefined => roles.get(name);

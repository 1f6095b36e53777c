import { DrawnRules } from './drawn-rules.ts';
import { combine, type Glyph, type Matrix, type PageContent, type Rule } from './geometry.ts';
import { readCharacter } from './radicals.ts';
import { initialSettings, type PdfFont, type PdfGlyph, Pen, type ShownGlyph, type TextSettings } from './text-state.ts';

/** The operators of a page as pdf.js lists them. */
export interface OperatorList {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

/** Numbers of the operators that place text and draw paths, by name. */
export type Operators = Record<string, number>;

/** More rules than this are a drawing, not tables. */
const mostRules = 20_000;

/**
 * Follows the operators of a page and notes where every character and every straight rule falls.
 *
 * `base` maps the page's own space to points from its top left corner, turned as the page is shown; `findFont` gives the
 * font an operator names.
 */
export function readPageContent(
  list: OperatorList,
  operators: Operators,
  base: Matrix,
  size: { width: number; height: number },
  findFont: (name: string) => PdfFont,
): PageContent {
  const shown: ShownGlyph[] = [];
  const rules = new DrawnRules();
  const pen = new Pen();
  const saved: { page: Matrix; settings: TextSettings }[] = [];
  let page = base;
  let settings = initialSettings;
  const strokes = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      (name) => operators[name],
    ),
  );
  const fills = new Set(['fill', 'eoFill'].map((name) => operators[name]));

  const run: Record<number, (parameters: ArrayLike<unknown>) => void> = {};
  const on = (name: string, act: (parameters: ArrayLike<unknown>) => void) => {
    const operator = operators[name];
    if (operator !== undefined) run[operator] = act;
  };
  const number = (parameters: ArrayLike<unknown>, at: number) =>
    typeof parameters[at] === 'number' ? (parameters[at] as number) : 0;
  const set = (key: 'charSpacing' | 'wordSpacing' | 'rise') => (parameters: ArrayLike<unknown>) => {
    settings = { ...settings, [key]: number(parameters, 0) };
  };
  const save = () => {
    // An unbalanced file saves without end; what it saved first is never asked for again.
    if (saved.length < 10_000) saved.push({ page, settings });
  };
  const restore = () => {
    ({ page, settings } = saved.pop() ?? { page, settings });
  };
  on('save', save);
  on('restore', restore);
  on('transform', (matrix) => {
    page = combine(page, matrix as ArrayLike<number>);
  });
  on('paintFormXObjectBegin', ({ 0: matrix }) => {
    save();
    if (matrix) page = combine(page, matrix as ArrayLike<number>);
  });
  on('paintFormXObjectEnd', restore);
  on('beginText', () => pen.begin());
  on('setTextMatrix', ({ 0: matrix }) => pen.setMatrix(matrix as ArrayLike<number>));
  on('moveText', (parameters) => pen.move(number(parameters, 0), number(parameters, 1)));
  on('setLeading', (parameters) => {
    settings = { ...settings, leading: number(parameters, 0) };
  });
  on('setLeadingMoveText', (parameters) => {
    settings = { ...settings, leading: -number(parameters, 1) };
    pen.move(number(parameters, 0), number(parameters, 1));
  });
  on('nextLine', () => pen.move(0, -settings.leading));
  on('setCharSpacing', set('charSpacing'));
  on('setWordSpacing', set('wordSpacing'));
  on('setTextRise', set('rise'));
  on('setHScale', (parameters) => {
    settings = { ...settings, scale: number(parameters, 0) / 100 };
  });
  on('setFont', (parameters) => {
    settings = { ...settings, font: findFont(String(parameters[0])), fontSize: number(parameters, 1) };
  });
  on('showText', ({ 0: items }) => {
    if (Array.isArray(items)) pen.show(items as (PdfGlyph | number)[], settings, page, (glyph) => shown.push(glyph));
  });
  on('constructPath', ({ 0: act, 1: data }) => {
    const path = (data as ArrayLike<ArrayLike<number> | null> | undefined)?.[0];
    if (!path || rules.horizontal.length + rules.vertical.length > mostRules) return;
    if (strokes.has(act as number)) rules.add(path, page, false);
    else if (fills.has(act as number)) rules.add(path, page, true);
  });

  for (let at = 0; at < list.fnArray.length; at++) {
    run[list.fnArray[at] as number]?.((list.argsArray[at] ?? []) as ArrayLike<unknown>);
  }
  const isDrawing = rules.horizontal.length + rules.vertical.length > mostRules;
  return turnUpright(shown, isDrawing ? [] : rules.horizontal, isDrawing ? [] : rules.vertical, size);
}

/** Turns the page by quarters so that most of its text runs from left to right: wide tables are printed sideways. */
function turnUpright(
  shown: ShownGlyph[],
  horizontal: Rule[],
  vertical: Rule[],
  { width, height }: { width: number; height: number },
): PageContent {
  const counts = [0, 0, 0, 0];
  for (const { turn } of shown) if (turn !== undefined) counts[turn] = (counts[turn] as number) + 1;
  const main = counts.indexOf(Math.max(...counts));
  const place = ([x, y]: [number, number]): [number, number] => {
    switch (main) {
      case 1:
        return [y, width - x];
      case 2:
        return [width - x, height - y];
      case 3:
        return [height - y, x];
      default:
        return [x, y];
    }
  };
  const content: PageContent = {
    width: main % 2 === 0 ? width : height,
    height: main % 2 === 0 ? height : width,
    glyphs: [],
    turned: [],
    horizontal: [],
    vertical: [],
  };
  for (const { text, start, end, size, word, turn } of shown) {
    // Text at any other angle is a watermark.
    if (turn === undefined || text === '') continue;
    const [x0, y0] = place(start);
    const [x1, y1] = place(end);
    const glyph: Glyph = {
      text: readCharacter(text),
      left: Math.min(x0, x1),
      right: Math.max(x0, x1),
      y: turn === main ? y0 : Math.max(y0, y1),
      size,
      word,
    };
    (turn === main ? content.glyphs : content.turned).push(glyph);
  }
  const turnRule = (rule: Rule, isHorizontal: boolean) => {
    const [x0, y0] = place(isHorizontal ? [rule.from, rule.at] : [rule.at, rule.from]);
    const [x1, y1] = place(isHorizontal ? [rule.to, rule.at] : [rule.at, rule.to]);
    if (Math.abs(y1 - y0) < Math.abs(x1 - x0))
      content.horizontal.push({ at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else content.vertical.push({ at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  };
  for (const rule of horizontal) turnRule(rule, true);
  for (const rule of vertical) turnRule(rule, false);
  return content;
}

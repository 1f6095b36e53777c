export { type CleanText, cleanHtml, maximumHtmlCharacters } from './clean-html.ts';
export { blocksOf, textOfHtml } from './text.ts';

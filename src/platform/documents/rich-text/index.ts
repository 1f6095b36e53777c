export { type CleanText, cleanHtml, maximumHtmlCharacters } from './clean-html.ts';
export { cleanPaste } from './office-paste.ts';
export { blocksOf, textOfHtml } from './text.ts';

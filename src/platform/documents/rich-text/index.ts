export { type CleanText, cleanHtml, maximumHtmlCharacters } from './clean-html.ts';
export { type DifferenceLine, type DifferencePiece, diffTexts } from './diff-texts.ts';
export { docxToHtml, type FoundPicture, type ImportedDocx } from './docx-to-html.ts';
export { richText } from './in-thread.ts';
export { picturesOf, textOfHtml } from './text.ts';

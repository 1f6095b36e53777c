export { writePosterDocx } from './docx.ts';
export { writePosterHtml } from './html.ts';
export type { Poster, PosterPicture, PosterSize } from './poster.ts';

export { writePosterDocx } from './docx.ts';
export { writePosterHtml } from './html.ts';
export { type Poster, type PosterPicture, type PosterSize, posterSizes } from './poster.ts';

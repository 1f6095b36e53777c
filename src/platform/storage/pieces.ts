import type { FileHandle } from 'node:fs/promises';

const pieceBytes = 1024 * 1024;

/**
 * A part of a file piece by piece, at most one megabyte each.
 *
 * @param overlap so many bytes of the end of a piece stand at the beginning of the next one once more, so that
 * what is looked for is found across the border too
 */
export async function* pieces(
  file: FileHandle,
  from: number,
  to: number,
  overlap: number,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  for (let at = from; at < to; ) {
    const piece = Buffer.alloc(Math.min(pieceBytes, to - at));
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += at + bytesRead >= to ? bytesRead : Math.max(bytesRead - overlap, 1);
  }
}

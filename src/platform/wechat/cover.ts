import { crc32, deflateSync } from 'node:zlib';

const width = 900;
const height = 383;

/** Blue as official sites have it, with a lighter band below: what an article without a picture has as its cover. */
const ground = [0x1f, 0x4e, 0x8c] as const;
const band = [0xe8, 0xee, 0xf6] as const;

/** The cover of an article that has no picture of its own, as PNG in the proportions 2.35 : 1 of the platform. */
export function standardCover(): Uint8Array {
  const row = (colour: readonly number[]): Buffer =>
    Buffer.concat([Buffer.from([0]), Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour)))]);
  const upper = row(ground);
  const lower = row(band);
  const rows = Array.from({ length: height }, (_, at) => (at > height * 0.86 ? lower : upper));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, true colour.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

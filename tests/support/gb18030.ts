/** GB18030 bytes of texts of ASCII and Chinese characters, made by asking the decoder for every two-byte pair. */
const pairs = new Map<string, readonly [number, number]>();

export function gb18030Of(text: string): Uint8Array {
  if (pairs.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const characters = decoder.decode(Uint8Array.of(lead, trail));
        if (characters.length === 1 && characters !== '\ufffd') pairs.set(characters, [lead, trail]);
      }
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => pairs.get(character) ?? [character.codePointAt(0) as number]),
  );
}

/** Text and bytes one after another, as UTF-8. */

/** UTF-8 takes at most this many bytes for each unit of a string. */
const WIDEST = 3;

export interface Utf8Writer {
  /** The pieces in one. What is given holds until the next call. */
  join(pieces: Iterable<string | Uint8Array>): Uint8Array;
}

/** Opens a place to put bytes together in. It grows to the most that it ever held, and is used again and again. */
export function createUtf8Writer(): Utf8Writer {
  let bytes = Buffer.allocUnsafeSlow(1 << 20);
  const reserve = (length: number, more: number): void => {
    if (length + more <= bytes.length) return;
    const grown = Buffer.allocUnsafeSlow((length + more) * 2);
    grown.set(bytes.subarray(0, length));
    bytes = grown;
  };
  return {
    join(pieces) {
      let length = 0;
      for (const piece of pieces) {
        if (typeof piece === 'string') {
          reserve(length, piece.length * WIDEST);
          length += bytes.write(piece, length);
        } else {
          reserve(length, piece.length);
          bytes.set(piece, length);
          length += piece.length;
        }
      }
      return bytes.subarray(0, length);
    },
  };
}

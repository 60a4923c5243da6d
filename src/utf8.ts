/** Text and bytes one after another, as UTF-8. */

/** UTF-8 takes at most this many bytes for each unit of a string. */
const WIDEST = 3;

/** A place to put bytes together in. It grows to the most that it ever held, and is used again and again. */
export class Utf8Writer {
  private bytes = Buffer.allocUnsafeSlow(1 << 20);

  /** The pieces in one. What is given holds until the next call. */
  join(pieces: Iterable<string | Uint8Array>): Uint8Array {
    let length = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        this.reserve(length, piece.length * WIDEST);
        length += this.bytes.write(piece, length);
      } else {
        this.reserve(length, piece.length);
        this.bytes.set(piece, length);
        length += piece.length;
      }
    }
    return this.bytes.subarray(0, length);
  }

  private reserve(length: number, more: number): void {
    if (length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow((length + more) * 2);
    grown.set(this.bytes.subarray(0, length));
    this.bytes = grown;
  }
}

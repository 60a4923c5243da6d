/** Text and bytes one after another, as UTF-8. */

/** UTF-8 takes at most this many bytes for each unit of a string. */
const WIDEST = 3;

/** A place to put bytes together in. It grows to the most that it ever held, and is used again and again. */
export class Utf8Writer {
  private bytes = Buffer.allocUnsafeSlow(1 << 20);
  private length = 0;

  add(piece: string | Uint8Array): void {
    if (typeof piece === 'string') {
      this.reserve(piece.length * WIDEST);
      this.length += this.bytes.write(piece, this.length);
    } else {
      this.reserve(piece.length);
      this.bytes.set(piece, this.length);
      this.length += piece.length;
    }
  }

  /** What was added since the last call. The bytes hold until more is added. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow((this.length + more) * 2);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

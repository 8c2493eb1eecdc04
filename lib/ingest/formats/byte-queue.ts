/** Bytes received in chunks and taken in portions, each copied at most once. */
export class ByteQueue {
  private pieces: Uint8Array[] = [];
  length = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.pieces.push(bytes);
    this.length += bytes.length;
  }

  /** Takes the next `count` bytes, or all if there are fewer. */
  take(count: number): Uint8Array {
    const size = Math.min(count, this.length);
    const first = this.pieces[0];
    if (first !== undefined && first.length >= size) {
      this.replaceHead(1, first.subarray(size));
      this.length -= size;
      return first.subarray(0, size);
    }
    const joined = new Uint8Array(size);
    let filled = 0;
    let used = 0;
    let rest: Uint8Array | null = null;
    for (const piece of this.pieces) {
      if (filled === size) break;
      const part = piece.subarray(0, size - filled);
      joined.set(part, filled);
      filled += part.length;
      used++;
      rest = piece.subarray(part.length);
    }
    this.replaceHead(used, rest);
    this.length -= size;
    return joined;
  }

  /** Puts bytes back at the front. */
  unshift(bytes: Uint8Array): void {
    this.replaceHead(0, bytes);
    this.length += bytes.length;
  }

  private replaceHead(used: number, rest: Uint8Array | null): void {
    const head = rest === null || rest.length === 0 ? [] : [rest];
    this.pieces = [...head, ...this.pieces.slice(used)];
  }
}

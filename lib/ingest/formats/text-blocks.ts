const lineFeed = 0x0a;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Turns chunks of bytes into text that ends with a line, however the bytes were cut.
 * A line longer than the caller wants to wait for comes in several blocks.
 */
export class TextBlocks {
  private pieces: Uint8Array[] = [];
  private pending = 0;

  /**
   * Takes in bytes.
   * @param lengthMax from how many bytes on a line is handed over before its end
   * @returns the text up to the last line's end in what has come so far, or null where none ended
   */
  push(chunk: Uint8Array, lengthMax: number): string | null {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end > 0) {
      const text = decoder.decode(this.takeWith(chunk.subarray(0, end)));
      this.keep(chunk.subarray(end));
      return text;
    }
    this.keep(chunk);
    if (this.pending <= lengthMax) return null;
    const bytes = this.takeWith(new Uint8Array(0));
    const whole = endOfCharacters(bytes);
    this.keep(bytes.subarray(whole));
    return decoder.decode(bytes.subarray(0, whole));
  }

  /** @returns the text after the last line's end */
  end(): string {
    return decoder.decode(this.takeWith(new Uint8Array(0)));
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.pieces.push(bytes);
    this.pending += bytes.length;
  }

  private takeWith(last: Uint8Array): Uint8Array {
    if (this.pieces.length === 0) return last;
    const joined = new Uint8Array(this.pending + last.length);
    let at = 0;
    for (const piece of this.pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    joined.set(last, at);
    this.pieces = [];
    this.pending = 0;
    return joined;
  }
}

/** Where the last complete UTF-8 character ends, looking back over at most one. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < size ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

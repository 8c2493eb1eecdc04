const lineFeed = 0x0a;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Converts chunks of bytes to blocks of text that end with a line end. A very long line is emitted in several blocks.
 */
export class TextBlocks {
  private pieces: Uint8Array[] = [];
  private pending = 0;

  /**
   * Feeds bytes.
   * @param lengthMax bytes after which a line is emitted before its end
   * @returns the text up to the last line end, or null if there is none
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

  /** @returns the text after the last line end */
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

/** End of the last complete UTF-8 character. */
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

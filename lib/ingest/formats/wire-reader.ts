/** The bytes are not protobuf, or end early. */
export class WireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WireError";
  }
}

export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;
const groupStart = 3;
const groupEnd = 4;
const groupDepthMax = 32;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const shortText = 32;

/**
 * Reads the fields of one protobuf message in place (https://protobuf.dev/programming-guides/encoding/). `next`
 * advances to a field; a value reader or `skip` must follow.
 */
export class WireReader {
  field = 0;
  wireType = 0;
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    public position = 0,
    public end = bytes.length,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @returns false at the message's end */
  next(): boolean {
    if (this.position >= this.end) return false;
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.wireType = tag & 7;
    if (this.field === 0) throw new WireError("A field has the number 0.");
    return true;
  }

  /** An unsigned varint; beyond 2^53 it is inexact (see `int64`). */
  varint(): number {
    let value = 0;
    let factor = 1;
    for (let index = 0; index < 10; index++) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new WireError("A number is longer than ten bytes.");
  }

  /** An unsigned number, e.g. an enum or a boolean. */
  uint(): number {
    this.expect(wireTypes.varint);
    return this.varint();
  }

  /** A signed 64-bit number: a number if exact, else its decimal digits. */
  int64(): number | string {
    this.expect(wireTypes.varint);
    const start = this.position;
    const value = this.varint();
    if (value <= Number.MAX_SAFE_INTEGER) return value;
    let exact = 0n;
    for (let at = this.position - 1; at >= start; at--) {
      exact = (exact << 7n) | BigInt((this.bytes[at] ?? 0) & 0x7f);
    }
    const signed = BigInt.asIntN(64, exact);
    const number = Number(signed);
    return Number.isSafeInteger(number) ? number : signed.toString();
  }

  double(): number {
    this.expect(wireTypes.fixed64);
    this.need(8);
    const value = this.view.getFloat64(this.position, true);
    this.position += 8;
    return value;
  }

  /** A fixed 64-bit number as its two halves. */
  fixed64(): { readonly high: number; readonly low: number } {
    this.expect(wireTypes.fixed64);
    this.need(8);
    const low = this.view.getUint32(this.position, true);
    const high = this.view.getUint32(this.position + 4, true);
    this.position += 8;
    return { high, low };
  }

  /** @returns the end of a length-delimited value; the position is its start */
  length(): number {
    this.expect(wireTypes.bytes);
    const length = this.varint();
    return this.position + length;
  }

  text(): string {
    const bytes = this.slice();
    if (bytes.length > shortText) return decoder.decode(bytes);
    let text = "";
    for (const byte of bytes) {
      if (byte >= 0x80) return decoder.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** The bytes of a length-delimited value, not copied. */
  slice(): Uint8Array {
    const end = this.length();
    this.need(end - this.position);
    const bytes = this.bytes.subarray(this.position, end);
    this.position = end;
    return bytes;
  }

  /** A reader over a length-delimited value, which must be complete; this one continues after it. */
  message(): WireReader {
    const end = this.length();
    this.need(end - this.position);
    const reader = new WireReader(this.bytes, this.position, end);
    this.position = end;
    return reader;
  }

  /** Skips an unknown field. */
  skip(depth = 0): void {
    switch (this.wireType) {
      case wireTypes.varint:
        this.varint();
        return;
      case wireTypes.fixed64:
        this.advance(8);
        return;
      case wireTypes.bytes:
        this.advance(this.varint());
        return;
      case wireTypes.fixed32:
        this.advance(4);
        return;
      case groupStart:
        this.skipGroup(depth);
        return;
      default:
        throw new WireError("A field has an unknown type.");
    }
  }

  private skipGroup(depth: number): void {
    if (depth >= groupDepthMax) throw new WireError("Groups are nested too deeply.");
    const group = this.field;
    while (this.next()) {
      if (this.wireType === groupEnd) {
        if (this.field !== group) throw new WireError("A group ends that did not begin.");
        return;
      }
      this.skip(depth + 1);
    }
    throw new WireError("A group does not end.");
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) throw new WireError("A field has the wrong type.");
  }

  private advance(length: number): void {
    this.need(length);
    this.position += length;
  }

  private byte(): number {
    const byte = this.position < this.end ? this.bytes[this.position] : undefined;
    if (byte === undefined) throw new WireError("The bytes end in the middle of a field.");
    this.position++;
    return byte;
  }

  private need(length: number): void {
    if (this.end - this.position < length) {
      throw new WireError("The bytes end in the middle of a field.");
    }
  }
}

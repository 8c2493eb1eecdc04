/** A set of keys as a bitmap, from key 0 on. Keys beyond its end are not in it. */
export type KeyBits = Uint8Array<ArrayBuffer>;

const comma = 44;
const zero = 48;

/** An empty set. @param end one past the highest key it has room for */
export function emptyBits(end: number): KeyBits {
  return new Uint8Array(Math.ceil(end / 8));
}

/** The same set with room for keys up to, not including, an end. */
export function growBits(bits: KeyBits, end: number): KeyBits {
  if (end <= bits.length * 8) return bits;
  const longer = emptyBits(end);
  longer.set(bits);
  return longer;
}

/**
 * Adds each key of a list of whole numbers separated by commas.
 * @returns how many keys the list has
 */
export function addKeys(bits: KeyBits, list: string): number {
  let [key, count] = [0, 0];
  for (let at = 0; list.length > 0 && at <= list.length; at += 1) {
    const code = at < list.length ? list.charCodeAt(at) : comma;
    if (code !== comma) key = key * 10 + code - zero;
    else {
      setBit(bits, key);
      key = 0;
      count += 1;
    }
  }
  return count;
}

/** Removes the keys of a range, both ends included, and adds others. */
export function replaceKeys(
  bits: KeyBits,
  [from, to]: readonly [from: number, to: number],
  keys: readonly number[],
): void {
  for (let key = from; key <= to; key += 1) clearBit(bits, key);
  for (const key of keys) setBit(bits, key);
}

/** Adds the keys of another set. */
export function addBits(bits: KeyBits, others: KeyBits): void {
  const length = Math.min(bits.length, others.length);
  for (let at = 0; at < length; at += 1) bits[at] = (bits[at] ?? 0) | (others[at] ?? 0);
}

/** Keeps only keys that another set has too. */
export function keepBits(bits: KeyBits, others: KeyBits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0);
}

/** The first key of a set from one on; -1 where there is none. */
export function keyFrom(bits: KeyBits, from: number): number {
  for (let key = from; key < bits.length * 8; key += 1) {
    const byte = bits[key >> 3] ?? 0;
    if (byte === 0) key |= 7;
    else if ((byte & (1 << (key & 7))) !== 0) return key;
  }
  return -1;
}

/** Takes a key out. */
export function clearBit(bits: KeyBits, key: number): void {
  bits[key >> 3] = (bits[key >> 3] ?? 0) & ~(1 << (key & 7));
}

/** The set as a byte per key, for faster look-ups: 1 where the set has it. @param end one past the last key */
export function bytesOf(bits: KeyBits, end: number): Uint8Array {
  const bytes = new Uint8Array(bits.length * 8);
  for (let at = 0, key = 0; at < bits.length; at += 1, key += 8) {
    const byte = bits[at] ?? 0;
    if (byte === 0) continue;
    bytes[key] = byte & 1;
    bytes[key + 1] = (byte >> 1) & 1;
    bytes[key + 2] = (byte >> 2) & 1;
    bytes[key + 3] = (byte >> 3) & 1;
    bytes[key + 4] = (byte >> 4) & 1;
    bytes[key + 5] = (byte >> 5) & 1;
    bytes[key + 6] = (byte >> 6) & 1;
    bytes[key + 7] = byte >> 7;
  }
  return bytes.subarray(0, end);
}

function setBit(bits: KeyBits, key: number): void {
  bits[key >> 3] = (bits[key >> 3] ?? 0) | (1 << (key & 7));
}

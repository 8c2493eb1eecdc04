import { hashOf } from "./hash-of";

/** The longest name in an address, in characters. */
const longest = 200;
const [headLength, tailLength] = [110, 60];

/**
 * A name as the table and addresses have it: of a long one the beginning, a hash of the middle and the end, so that
 * different names stay different. Versions are at the end and stay as they are.
 */
export function addressName(name: string): string {
  if (name.length <= longest) return name;
  const middle = name.slice(headLength, -tailLength);
  const pieces = [name.slice(0, headLength), hashOf(middle).toString(36), name.slice(-tailLength)];
  // A cut may split a surrogate pair.
  return pieces.join("…").replaceAll(/\p{Surrogate}/gu, "");
}

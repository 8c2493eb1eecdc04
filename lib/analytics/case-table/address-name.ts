import { hashOf } from "./hash-of";

/** What an address keeps of a name. */
const longest = 200;
const [headLength, tailLength] = [110, 60];

/**
 * A name as the table holds it and addresses say it: a long one by its beginning and end, with a hash of
 * what lies between, so that two that differ stay two. Versions stand at the end and stay as they are.
 */
export function addressName(name: string): string {
  if (name.length <= longest) return name;
  const middle = name.slice(headLength, -tailLength);
  const parts = [name.slice(0, headLength), hashOf(middle).toString(36), name.slice(-tailLength)];
  // A cut may go through a character of two halves.
  return parts.join("…").replaceAll(/\p{Surrogate}/gu, "");
}

/** FNV-1a of 32 bits (Fowler, Noll and Vo 1991). @returns a whole number from 0 to below 2^32 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Element id of a message. */
export function messageAnchor(ordinal: number): string {
  return `m${ordinal}`;
}

/** Element id of a contact. */
export function contactAnchor(ordinal: number): string {
  return `contact-${ordinal}`;
}

/** Element id of a quote's beginning. */
export function quotationAnchor(ref: number): string {
  return `q${ref}`;
}

/** Element id of words that a search found in a message. @param hit their number within the message, from 1 */
export function hitAnchor(ordinal: number, hit: number): string {
  return `m${ordinal}w${hit}`;
}

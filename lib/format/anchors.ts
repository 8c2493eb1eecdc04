/** The element that holds a message. */
export function messageAnchor(ordinal: number): string {
  return `m${ordinal}`;
}

/** The element that holds a contact. */
export function contactAnchor(ordinal: number): string {
  return `contact-${ordinal}`;
}

/** The element where a quotation's words begin. */
export function quotationAnchor(ref: number): string {
  return `q${ref}`;
}

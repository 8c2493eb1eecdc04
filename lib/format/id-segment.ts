const escapePrefix = "~";

/**
 * An id as one segment of an address. Ids may hold any character; `.` and `..` would be read as
 * folders by every browser, encoded or not, so they (and ids that start like the escape) get a prefix.
 */
export function idSegment(id: string): string {
  const wellFormed = id.replace(/\p{Surrogate}/gu, "\uFFFD");
  const needsEscape = /^\.{1,2}$/.test(wellFormed) || wellFormed.startsWith(escapePrefix);
  return encodeURIComponent(needsEscape ? escapePrefix + wellFormed : wellFormed);
}

/**
 * Reads the id from a route's segment, the inverse of `idSegment`.
 * @returns null where the segment is no valid percent-encoding
 */
export function idOfSegment(segment: string): string | null {
  const decoded = decode(segment);
  return decoded?.startsWith(escapePrefix) === true ? decoded.slice(escapePrefix.length) : decoded;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

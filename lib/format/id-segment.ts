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

/**
 * Reads the id from a requested address. A route handler's own parameters are decoded already: decoded again, "50%25"
 * would be another id.
 * @param at which segment of the path, from 1
 * @returns null where there is none, or it is no valid percent-encoding
 */
export function idInAddress(url: string, at: number): string | null {
  const segment = new URL(url).pathname.split("/")[at];
  return segment === undefined ? null : idOfSegment(segment);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

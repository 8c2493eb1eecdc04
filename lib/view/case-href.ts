const escapePrefix = "~";

/**
 * The address of a case's page. Ids may hold any character; `.` and `..` would be read as folders
 * by every browser, encoded or not, so they (and ids that start like the escape) get a prefix.
 */
export function caseHref(caseId: string): string {
  const wellFormed = caseId.replace(/\p{Surrogate}/gu, "\uFFFD");
  const needsEscape = /^\.{1,2}$/.test(wellFormed) || wellFormed.startsWith(escapePrefix);
  return `/cases/${encodeURIComponent(needsEscape ? escapePrefix + wellFormed : wellFormed)}`;
}

/**
 * Reads the case id from the route's segment, the inverse of `caseHref`.
 * @returns null where the segment is no valid percent-encoding
 */
export function caseIdOfSegment(segment: string): string | null {
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

/** Characters that need no encoding. */
const plain = /^[\w*.-]*$/;
const spared = /%20|[!'()~]/;

/**
 * Encodes a parameter as application/x-www-form-urlencoded: "+" for a space, and encoding what
 * `encodeURIComponent` leaves, too.
 */
export function encodeParam(value: string): string {
  if (plain.test(value)) return value;
  const written = encodeURIComponent(value.toWellFormed());
  if (!spared.test(written)) return written;
  return written.replaceAll(/%20|[!'()~]/g, (sign) =>
    sign === "%20" ? "+" : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

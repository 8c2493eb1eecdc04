/** What stands for itself in an address. */
const plain = /^[\w*.-]*$/;
const spared = /%20|[!'()~]/;

/**
 * Encodes a parameter's value as forms are sent: with a plus for a space, and without the signs that
 * `encodeURIComponent` spares.
 */
export function encodeParam(value: string): string {
  if (plain.test(value)) return value;
  const written = encodeURIComponent(value.toWellFormed());
  if (!spared.test(written)) return written;
  return written.replaceAll(/%20|[!'()~]/g, (sign) =>
    sign === "%20" ? "+" : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

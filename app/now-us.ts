/** Now in microseconds since 1970: the `asOf` of pages. */
export function nowUs(): number {
  return Date.now() * 1000;
}

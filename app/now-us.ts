/** The present in microseconds since 1970: pages are drawn as of now. */
export function nowUs(): number {
  return Date.now() * 1000;
}

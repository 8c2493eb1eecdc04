/** The wall clock, in microseconds since 1970: the one place it is read outside pages. */
export function nowUs(): number {
  return Date.now() * 1000;
}

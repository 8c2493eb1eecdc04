/** The wall clock in microseconds since 1970; the only place outside pages that reads it. */
export function nowUs(): number {
  return Date.now() * 1000;
}

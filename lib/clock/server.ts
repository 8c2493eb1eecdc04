/** Milliseconds that a test run adds to the system clock, in all processes alike, so that it happens at another instant. */
export const clockShiftMs = Number(process.env["THROUGHLINE_CLOCK"] ?? 0);

/** Now in microseconds since 1970: the only place of the server and the command line that reads the clock. */
export function nowUs(): number {
  return (Date.now() + clockShiftMs) * 1000;
}

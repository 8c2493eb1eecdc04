import { formatInstant } from "@/lib/format/format";

/** Writes a pack's instants, which are ISO 8601, in its zone. */
export type PackTimes = {
  /** "Mon 2 Nov 2026, 09:12:05" */
  readonly second: (iso: string) => string;
  /** "09:12:05" */
  readonly clock: (iso: string) => string;
};

/** @param zone the IANA time zone of the pack */
export function createPackTimes(zone: string): PackTimes {
  const clock = (iso: string) => formatInstant(Date.parse(iso) * 1000, "clock", zone);
  return {
    clock,
    second: (iso) => `${formatInstant(Date.parse(iso) * 1000, "weekday", zone)}, ${clock(iso)}`,
  };
}

import { DomainError } from "@/lib/domain/domain-error";

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
/** A timer cannot wait longer than 2^31 ms. */
const hoursMax = 24;

/**
 * Reads a duration such as "90s", "30m" or "2h", in milliseconds.
 * @param option its name, for the message
 * @throws DomainError
 */
export function readDuration(option: string, text: string): number {
  const [, digits, unit] = /^([1-9]\d{0,6})([smh])$/u.exec(text) ?? [];
  const ms = Number(digits) * unitMs[(unit ?? "s") as keyof typeof unitMs];
  if (digits !== undefined && ms <= hoursMax * unitMs.h) return ms;
  throw new DomainError(
    "invalid-input",
    `${option} is ${text}; give seconds, minutes or hours up to a day, such as 90s, 30m or 2h.`,
  );
}

import { DomainError } from "@/lib/domain/domain-error";
import { isInstant } from "@/lib/domain/instant";

/**
 * Parses a typed instant.
 * @returns microseconds since 1970.
 * @throws DomainError if it is invalid
 */
export function readInstant(text: string): number {
  const instantMs = Date.parse(text);
  if (!isInstant(instantMs * 1000)) {
    throw new DomainError(
      "invalid-input",
      `"${text}" is no instant from 1970 to 2199; write it like 2026-03-01T00:00:00Z.`,
    );
  }
  return instantMs * 1000;
}

/** The instant of outcomes where none is given, in words. */
export const asOfDefault = "now, or the newest contact or closing where none came for a week";

import { DomainError } from "@/lib/domain/domain-error";
import { isInstant } from "@/lib/domain/instant";

/** Reads an instant that was typed. @returns microseconds since 1970. @throws DomainError where the text is no instant */
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

import { DomainError } from "@/lib/domain/domain-error";

/** Reads an instant that was typed. @returns microseconds since 1970. @throws DomainError where the text is no instant */
export function readInstant(text: string): number {
  const instantMs = Date.parse(text);
  if (Number.isNaN(instantMs)) {
    throw new DomainError(
      "invalid-input",
      `"${text}" is no instant; write it like 2026-03-01T00:00:00Z.`,
    );
  }
  return instantMs * 1000;
}

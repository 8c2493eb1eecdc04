import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";

/**
 * Parses a typed URL, without trailing slash.
 * @throws DomainError if a browser would not open it
 */
export function readUrl(text: string): string {
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(text);
  if (parsed.success) return parsed.data.replace(/\/+$/u, "");
  throw new DomainError(
    "invalid-input",
    `"${text}" is no address that begins with http: or https:.`,
  );
}

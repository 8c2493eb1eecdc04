import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";

/** Reads an address that was typed, without a slash at its end. @throws DomainError where a text is no address that a browser opens */
export function readUrl(text: string): string {
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(text);
  if (parsed.success) return parsed.data.replace(/\/+$/u, "");
  throw new DomainError(
    "invalid-input",
    `"${text}" is no address that begins with http: or https:.`,
  );
}

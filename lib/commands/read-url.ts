import { Option } from "commander";
import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { dataFolder } from "@/lib/pipeline/worker/data-folder";
import { readServedUrl } from "@/lib/pipeline/worker/served-url";

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

/** Where a server answers that was started without further ado. */
const usualUrl = "http://127.0.0.1:3000";

/** The address of the app, for links that a command prints. */
export function urlOption(): Option {
  return new Option("--url <address>", "the address people use")
    .env("THROUGHLINE_URL")
    .default(readServedUrl(dataFolder()) ?? usualUrl)
    .argParser(readUrl);
}

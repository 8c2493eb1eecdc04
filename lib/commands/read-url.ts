import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { dataFolder } from "@/lib/pipeline/worker/data-folder";

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
export const usualUrl = "http://127.0.0.1:3000";

/** The address of the app, for links that a command prints. */
export function urlOption(): Option {
  return new Option("--url <address>", "the address people use")
    .env("THROUGHLINE_URL")
    .default(lastServedUrl() ?? usualUrl)
    .argParser(readUrl);
}

/** What a server may take to answer, milliseconds. */
const answerMs = 1000;

/** Whether a server of ours answers at an address. */
export async function isServed(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(answerMs) })).ok;
  } catch {
    return false;
  }
}

/** Where the last server of this data folder answered, as `bin/serve.mjs` wrote it; null before the first. */
function lastServedUrl(): string | null {
  const path = join(dataFolder(), "url");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

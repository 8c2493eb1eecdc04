import { z } from "zod";

const settings = z.object({
  THROUGHLINE_MAX_BODY_MB: z.coerce.number().positive().default(64),
});

/**
 * Maximum size of an ingest request's body, as sent and after decompression.
 * @param environment THROUGHLINE_MAX_BODY_MB in MiB, default 64
 * @returns bytes
 * @throws ZodError if the setting is not a positive number
 */
export function bodyLimitBytes(environment: Readonly<Record<string, string | undefined>>): number {
  return Math.floor(settings.parse(environment).THROUGHLINE_MAX_BODY_MB * 1024 * 1024);
}

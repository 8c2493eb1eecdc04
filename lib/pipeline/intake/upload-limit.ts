import { z } from "zod";

const settings = z.object({
  THROUGHLINE_MAX_UPLOAD_MB: z.coerce.number().positive().default(4000),
});

/**
 * Maximum size of an uploaded file.
 * @param environment THROUGHLINE_MAX_UPLOAD_MB in MB (10^6 bytes), default 4000
 * @returns bytes
 * @throws ZodError if the setting is not a positive number
 */
export function uploadLimitBytes(
  environment: Readonly<Record<string, string | undefined>>,
): number {
  return Math.floor(settings.parse(environment).THROUGHLINE_MAX_UPLOAD_MB * 1_000_000);
}

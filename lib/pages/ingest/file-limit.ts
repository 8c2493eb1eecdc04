import { formatCount } from "@/lib/format/format";

/** Formats a size limit: "4 GB", "250 MB" (decimal units). */
export function fileLimit(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 1000) return `${String(Math.floor(megabytes / 100) / 10)} GB`;
  return `${megabytes < 1 ? String(megabytes) : formatCount(Math.floor(megabytes))} MB`;
}

/** The message for a file above the limit. */
export function tooLargeSentence(maxBytes: number): string {
  return `Files up to ${fileLimit(maxBytes)} are taken here. Ingest this one with: npx throughline ingest <file>`;
}

import { formatCount } from "@/lib/format/format";

/** A limit of size as people read it: "4 GB", "250 MB". @param bytes of which a megabyte has 10^6 */
export function fileLimit(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 1000) return `${String(Math.floor(megabytes / 100) / 10)} GB`;
  return `${megabytes < 1 ? String(megabytes) : formatCount(Math.floor(megabytes))} MB`;
}

/** What is told where a file is larger than is taken. */
export function tooLargeSentence(maxBytes: number): string {
  return `Files up to ${fileLimit(maxBytes)} are taken here. Ingest this one with: npx throughline ingest <file>`;
}

const words: ReadonlyMap<string, string> = new Map([
  [
    "storage-damaged",
    "A file in the server’s data folder is damaged, so this could not be read, and nothing more is stored until it is put back. Tell whoever runs this server: its log names the file, and docs/operations.md what to do.",
  ],
  [
    "storage-unavailable",
    "The server’s disk is full or cannot be read. Nothing that was acknowledged is lost. Tell whoever runs this server: its log names the file.",
  ],
]);

/**
 * What a page says where the disk or a file does not let itself be read.
 * @param error of the store, or as the error boundary gets it: with its digest alone
 * @returns null for another error
 */
export function storageFaultOf(error: unknown): string | null {
  const isMarked = error instanceof Error && "digest" in error;
  return isMarked ? (words.get(String(error.digest)) ?? null) : null;
}

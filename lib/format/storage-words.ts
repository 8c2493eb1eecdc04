import type { PageFault } from "@/lib/domain/domain-error";

const words: Readonly<Record<PageFault, string>> = {
  "storage-damaged":
    "A file in the server’s data folder is damaged, so this could not be read, and nothing more is stored until it is put back. Tell whoever runs this server: its log names the file, and docs/operations.md what to do.",
  "storage-unavailable":
    "The server’s disk is full or cannot be read. Nothing that was acknowledged is lost. Tell whoever runs this server: its log names the file.",
  "storage-refused":
    "A file in the server’s data folder cannot be opened. Nothing that was acknowledged is lost. Tell whoever runs this server: its log names the file.",
  "database-unavailable":
    "The database that holds the cases does not answer. Nothing that was acknowledged is lost. Try again in a moment; if it goes on, tell whoever runs this server: its log says why.",
  "database-refused":
    "The database that holds the cases refuses this server. Nothing that was acknowledged is lost. Tell whoever runs this server: its log says why.",
  "tables-unready":
    "The database is being set up or brought up to date. Try again in a moment; if it goes on, tell whoever runs this server.",
  "reader-starting": "The server is starting to read the cases again. Try again in a moment.",
};

/**
 * What a page says where what holds the cases does not let itself be read.
 * @param error of the store, or as the error boundary gets it: with its digest alone
 * @returns null for another error
 */
export function storageFaultOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return faultWords(error.digest);
}

/** The sentence of a fault by its name; null: it is none. */
export function faultWords(name: unknown): string | null {
  return isPageFault(name) ? words[name] : null;
}

function isPageFault(name: unknown): name is PageFault {
  return typeof name === "string" && Object.hasOwn(words, name);
}

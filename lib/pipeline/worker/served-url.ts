import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "@/lib/store/make-folder";

/** What a server may take to answer, milliseconds. */
const answerMs = 1000;

/** Where the last server that started on a data folder answers, for links that commands print; null before the first. */
export function readServedUrl(folder: string): string | null {
  const path = pathIn(folder);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/**
 * Writes where a server on a data folder answers. When it stops, the address of the server that it found there is put
 * back if that one still answers; else its own stays, for links that are printed before it starts again.
 * @returns to be called when it stops
 */
export function writeServedUrl(folder: string, url: string): () => Promise<void> {
  makeFolder(folder);
  const before = readServedUrl(folder);
  writeFileSync(pathIn(folder), url);
  return async () => {
    if (before === null || before === url || !(await isServed(before))) return;
    if (readServedUrl(folder) === url) writeFileSync(pathIn(folder), before);
  };
}

/** Whether a server of ours answers at an address. */
export async function isServed(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(answerMs) })).ok;
  } catch {
    return false;
  }
}

function pathIn(folder: string): string {
  return join(folder, "url");
}

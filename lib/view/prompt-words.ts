/**
 * A prompt's version in the words of every page: "support-core v8", or "prompt v8" where nobody said
 * its name; null where nobody said its version.
 */
export function promptWords(name: string | null, version: string | null): string | null {
  return version === null ? null : `${name ?? "prompt"} ${version}`;
}

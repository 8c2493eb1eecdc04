/**
 * A prompt's version in the words of every page: "support-core v8", or "prompt v8" where nobody said
 * its name; null where nobody said its version.
 */
export function promptWords(name: string | null, version: string | null): string | null {
  return version === null ? null : `${name ?? "prompt"} ${version}`;
}

/** A version of a template in the same words: "support-core v8". @param template "" where only the version is named */
export function promptName({ template, version }: { template: string; version: string }): string {
  return `${template === "" ? "prompt" : template} ${version}`;
}

/** A prompt version as text: "support-core v8", or "prompt v8" without a name; null: no version. */
export function promptWords(name: string | null, version: string | null): string | null {
  return version === null ? null : `${name ?? "prompt"} ${version}`;
}

/** A template's version as text: "support-core v8". @param template "": only the version is known */
export function promptName({ template, version }: { template: string; version: string }): string {
  return `${template === "" ? "prompt" : template} ${version}`;
}

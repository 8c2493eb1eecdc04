/** Languages in which names are read, ISO 639-1; in all others only what has a form is found, as numbers and mail addresses. */
export const nameLanguages = ["en", "de", "fr", "es", "it", "pt", "nl"] as const;

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** A language's English name. @param code ISO 639-1 */
export function nameOfLanguage(code: string): string {
  return names.of(code) ?? code;
}

export function areNamesReadIn(code: string): boolean {
  return nameLanguages.some((each) => each === code);
}

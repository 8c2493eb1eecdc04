const marks = /^\W*_*redacted_*\W*$|^\[Scrubbed due to .*\]$/i;

/** True for what a redactor leaves in a value's place: `__REDACTED__`, `<REDACTED>`, Logfire's `[Scrubbed due to …]`. */
export function isMark(text: string): boolean {
  return text.length < 80 && marks.test(text.trim());
}

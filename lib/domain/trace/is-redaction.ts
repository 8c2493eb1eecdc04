const redacted = /^\W*_*redacted_*\W*$|^\[Scrubbed due to .*\]$/i;

/** True for a redactor's placeholder: `__REDACTED__`, `<REDACTED>`, Logfire's `[Scrubbed due to …]`. */
export function isRedaction(text: string): boolean {
  return text.length < 80 && redacted.test(text.trim());
}

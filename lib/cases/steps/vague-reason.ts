const failing: ReadonlySet<string> = new Set(["error", "errors", "failed", "failure", "exception"]);
const further: ReadonlySet<string> = new Set([
  ...["tool", "function", "call", "execution", "model", "unknown", "internal", "unexpected"],
  ...[
    "an",
    "a",
    "the",
    "occurred",
    "while",
    "during",
    "in",
    "was",
    "has",
    "invocation",
    "something",
  ],
]);
const longest = 80;

/** True for a reason that says no more than that something failed: "Error: Function failed." */
export function isVagueReason(text: string): boolean {
  if (text.length > longest) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.some((word) => failing.has(word)) &&
    words.every((word) => failing.has(word) || further.has(word))
  );
}

const nothing: ReadonlySet<string> = new Set(["", "{}", "[]", "null", "none", '""', "undefined"]);

/** True for a failed tool's result that says nothing of the failure. */
export function saysNothing(text: string): boolean {
  return nothing.has(text.trim().toLowerCase());
}

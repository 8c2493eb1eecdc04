import type { WordKeySuggestion } from "@/lib/domain/settings/settings-suggestions";
import { formatCount } from "@/lib/format/format";
import { readingWords } from "@/lib/format/ingest/unread-words";

/** Of a button with a key or a role in it, which may be longer than a narrow page. */
export const wrappingClasses =
  "max-w-full text-left max-roomy:py-1 max-roomy:break-words max-roomy:whitespace-normal";

/** The words of a button that reads a key as words. */
export function WordKeyLabel({ suggestion }: { suggestion: WordKeySuggestion }) {
  const { key, spans, guess } = suggestion;
  return (
    <span className="min-w-0">
      Read <code>{key}</code> ({formatCount(spans)}) as{" "}
      {guess === null ? "words" : readingWords(guess)}
    </span>
  );
}

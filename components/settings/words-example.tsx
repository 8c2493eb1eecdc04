import type { Settings } from "@/lib/domain/settings/settings";
import { readKeyedWords } from "@/lib/domain/trace/keyed-words";
import type { WordsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import type { Speaker } from "@/lib/domain/trace/reading";
import { speakerNames } from "@/lib/format/wording";
import { MaskedText } from "../ui/masked-text";

type WordsExampleProps = {
  examples: WordsSuggestions["examples"];
  draft: Pick<Settings, "wordKeys" | "roleSpeakers">;
};

/** What the transcripts of some traces would say with the keys as they are edited. */
export function WordsExample({ examples, draft }: WordsExampleProps) {
  const conversations = examples
    .map((spans) =>
      spans.flatMap(({ values }) =>
        readKeyedWords(new Map(Object.entries(values)), draft)
          .toSorted((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side))
          .map(({ utterance }) => utterance),
      ),
    )
    .filter((said) => said.length > 0);
  if (conversations.length === 0) return null;
  return (
    <figure className="grid gap-1.5 rounded-control border border-border px-3 py-2">
      <figcaption className="text-secondary text-text-muted">
        How {conversations.length === 1 ? "a conversation" : "conversations"} without words would
        begin:
      </figcaption>
      <ol className="grid gap-1" aria-label="Example of the transcript">
        {conversations.map((said, index) =>
          said.map(({ speaker, role, text }, place) => (
            <li
              key={`${String(index)} ${String(place)}`}
              className={`grid grid-cols-[88px_minmax(0,1fr)] gap-2 ${index > 0 && place === 0 ? "border-t border-border pt-1" : ""}`}
            >
              <span className={colours[speaker]}>
                {speakerNames[speaker]}
                {role === undefined ? null : (
                  <span className="block text-secondary text-text-muted">{role}</span>
                )}
              </span>
              <span className="break-words">
                <MaskedText text={text} />
              </span>
            </li>
          )),
        )}
      </ol>
    </figure>
  );
}

const sides = ["input", "output"];

const colours: Readonly<Record<Speaker, string>> = {
  customer: "font-semibold",
  agent: "text-text-muted",
  system: "text-text-faint",
  tool: "text-text-faint",
};

import type { Settings } from "@/lib/domain/settings/settings";
import { readKeyedWords } from "@/lib/domain/trace/keyed-words";
import type { UnreadExample } from "@/lib/domain/settings/settings-suggestions";
import type { Speaker } from "@/lib/domain/trace/reading";
import { speakerNames } from "@/lib/format/wording";
import { MaskedText } from "../ui/masked-text";

type WordsExampleProps = {
  examples: readonly UnreadExample[];
  draft: Pick<Settings, "wordKeys" | "roleSpeakers">;
};

/** What the transcript of one trace would say with the keys as they are edited. */
export function WordsExample({ examples, draft }: WordsExampleProps) {
  const said = examples.flatMap(({ values }) =>
    readKeyedWords(new Map(Object.entries(values)), draft)
      .toSorted((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side))
      .map(({ utterance }) => utterance),
  );
  if (said.length === 0) return null;
  return (
    <figure className="grid gap-1.5 rounded-control border border-border px-3 py-2">
      <figcaption className="text-secondary text-text-muted">
        How one conversation of those without words would begin:
      </figcaption>
      <ol className="grid gap-1" aria-label="Example of the transcript">
        {said.map(({ speaker, role, text }, index) => (
          <li key={index} className="grid grid-cols-[88px_minmax(0,1fr)] gap-2">
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
        ))}
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

import type { DiffPart } from "@/lib/format/prompts/prompt-diff";
import { MaskedText } from "../ui/masked-text";

/** The lines of two prompts: those of one of them marked, long runs of equal ones folded. */
export function PromptDiff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <div className="grid bg-sunken py-1 text-secondary [overflow-wrap:anywhere] whitespace-pre-wrap">
      {parts.map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </div>
  );
}

/** So many lines around a change are shown; of more the others are folded. */
const contextLines = 3;

function Part({ part }: { part: DiffPart }) {
  if (part.kind !== "same") return <ChangedLine part={part} />;
  const { lines } = part;
  if (lines.length <= 2 * contextLines + 1) return <SameLines lines={lines} />;
  const folded = lines.slice(contextLines, -contextLines);
  return (
    <>
      <SameLines lines={lines.slice(0, contextLines)} />
      <details>
        <summary className="cursor-pointer px-4 text-text-faint hover:bg-hover">
          {folded.length} more lines that are the same
        </summary>
        <SameLines lines={folded} />
      </details>
      <SameLines lines={lines.slice(-contextLines)} />
    </>
  );
}

function SameLines({ lines }: { lines: readonly string[] }) {
  return (
    <div className="pr-4 pl-9 text-text-muted">
      <MaskedText text={lines.join("\n")} />
    </div>
  );
}

function ChangedLine({ part }: { part: Exclude<DiffPart, { kind: "same" }> }) {
  const isAdded = part.kind === "added";
  const Tag = isAdded ? "ins" : "del";
  return (
    <Tag
      className={`grid grid-cols-[1.25rem_minmax(0,1fr)] px-4 no-underline ${isAdded ? "bg-pass-wash" : "bg-fail-wash"}`}
    >
      <span aria-hidden="true" className={isAdded ? "text-pass" : "text-fail"}>
        {isAdded ? "+" : "−"}
      </span>
      <span>
        {part.pieces.map(({ text, isChanged }, at) => (
          <span key={at} className={isChanged ? "font-semibold underline decoration-1" : ""}>
            <MaskedText text={text} />
          </span>
        ))}
      </span>
    </Tag>
  );
}

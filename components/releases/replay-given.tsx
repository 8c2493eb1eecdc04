import type { GivenView, PassageRow, PromptView } from "@/lib/pages/releases/item-model";
import type { DiffPart } from "@/lib/format/prompts/prompt-diff";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";

/** What the agents of both replays went by: their instructions line by line, and the passages that were retrieved. */
export function ReplayGiven({ given }: { given: GivenView }) {
  const { title, prompts, passages } = given;
  return (
    <Card title={title} isFlush>
      {prompts.map((prompt, at) => (
        <Prompt key={at} prompt={prompt} />
      ))}
      {passages === null ? null : (
        <details className="border-t border-border" open={passages.rows.some((row) => !row.isSame)}>
          <summary className={summary}>
            Retrieved passages <span className="text-text-muted">{passages.words}</span>
          </summary>
          <ul>
            {passages.rows.map((row, at) => (
              <PassageItem key={at} row={row} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

const summary = "cursor-pointer px-4 py-2 [overflow-wrap:anywhere] hover:bg-hover";

function Prompt({ prompt: { title, words, isSame, parts } }: { prompt: PromptView }) {
  return (
    <details className="border-t border-border" open={!isSame}>
      <summary className={summary}>
        <MaskedText text={title === "" ? "Instructions" : title} />{" "}
        <span className="text-text-muted">{words}</span>
      </summary>
      <div className="grid bg-sunken py-1 text-secondary [overflow-wrap:anywhere] whitespace-pre-wrap">
        {parts.map((part, at) => (
          <Part key={at} part={part} />
        ))}
      </div>
    </details>
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

function PassageItem({ row }: { row: PassageRow }) {
  const { where, isSame, name, text, before, score } = row;
  return (
    <li className="grid gap-x-3 gap-y-0.5 border-t border-border px-4 py-1.5 text-secondary roomy:grid-cols-[8rem_minmax(0,1fr)_max-content]">
      <span className={isSame ? "text-text-muted" : "font-semibold"}>{where}</span>
      <span className="grid min-w-0 [overflow-wrap:anywhere]">
        {name === "" ? null : <span>{name}</span>}
        <span className="text-pretty text-text-muted">
          <MaskedText text={text === "" ? "without text" : text} />
        </span>
        {before === "" ? null : (
          <span className="text-pretty text-text-muted">
            Before: <MaskedText text={before} />
          </span>
        )}
      </span>
      <span className="text-text-muted tabular-nums">{score === "" ? "" : `score ${score}`}</span>
    </li>
  );
}

import type { GivenView, PassageRow, PromptView } from "@/lib/pages/releases/item-model";
import { PromptDiff } from "../prompts/prompt-diff";
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
      <PromptDiff parts={parts} />
    </details>
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

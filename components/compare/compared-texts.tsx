import type { ComparedTexts as ComparedTextsModel } from "@/lib/pages/compare/compare-model";
import { texts as words } from "@/lib/pages/compare/words";
import { PromptDiff } from "../prompts/prompt-diff";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";

/** The system prompts of both versions, line by line; the first that differs is open. */
export function ComparedTexts({ texts: { title, note, pairs } }: { texts: ComparedTextsModel }) {
  if (pairs.length === 0) return <p className="text-text-muted">{title}</p>;
  const opened = pairs.findIndex(({ isSame }) => !isSame);
  return (
    <Card title={title} isFlush>
      {pairs.map((pair, at) => (
        <details key={at} className="border-t border-border" open={at === opened}>
          <summary className="cursor-pointer px-4 py-2 [overflow-wrap:anywhere] hover:bg-hover">
            {pair.prompt === "" ? words.unnamed : <MaskedText text={pair.prompt} />}{" "}
            <span className="text-text-muted">{pair.words}</span>
            <span className="block text-secondary text-text-faint">{pair.where}</span>
          </summary>
          <PromptDiff parts={pair.parts} />
        </details>
      ))}
      {note === "" ? null : (
        <p className="border-t border-border px-4 py-2 text-secondary text-text-muted">{note}</p>
      )}
    </Card>
  );
}

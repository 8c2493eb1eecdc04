import type { Passage } from "@/lib/domain/trace/reading";
import { formatScore } from "@/lib/format/format";
import { MaskedText } from "../ui/masked-text";

/** Retrieved passages in rank order. */
export function SpanPassages({ passages }: { passages: readonly Passage[] }) {
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {passages.map(({ id, text, score }, index) => (
        <li key={index} className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <p className="flex flex-wrap justify-between gap-x-2">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <b>P{index + 1}</b> <MaskedText text={id ?? ""} />
            </span>
            {score === null ? null : (
              <span className="text-secondary text-text-muted">score {formatScore(score)}</span>
            )}
          </p>
          <p className="max-h-60 overflow-auto border-l-2 border-border-strong pl-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {text === null ? (
              <span className="text-text-faint">Its words did not come with the trace.</span>
            ) : (
              <MaskedText text={text} />
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

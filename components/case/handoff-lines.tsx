import type { HandoffLine, HandoffStory } from "@/lib/pages/case/handoff-story";
import { QuotationLink } from "../score/quotation-link";
import { ItemLink } from "./timeline/item-link";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { handoffLines } from "@/lib/pages/case/words/handoffs";

type HandoffLinesProps = { story: HandoffStory; itemId: string };

/** Each fact and promise at a handoff: kept or lost, with quotes from both sides. */
export function HandoffLines({ story: { lines, more }, itemId }: HandoffLinesProps) {
  if (lines.length === 0 && more === 0) return null;
  return (
    <div className="grid gap-1 pl-5 text-secondary">
      {lines.length === 0 ? null : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-1" aria-label={handoffLines.label}>
          {lines.map((line, index) => (
            <li key={index} className="[overflow-wrap:anywhere]">
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
      {more === 0 ? null : (
        <p className="text-text-faint">
          <ItemLink id={itemId}>{handoffLines.more(more)}</ItemLink>
        </p>
      )}
    </div>
  );
}

function Line({ line: { kind, what, fate, state, given, seen } }: { line: HandoffLine }) {
  return (
    <>
      <b className="inline-block font-semibold first-letter:uppercase">
        {kind === "promise" ? "◇ " : ""}
        <MaskedText text={what} />
      </b>
      : <StatusBadge tone={fate.tone} label={fate.label} variant="bare" />
      {state === null ? null : (
        <>
          , <StatusBadge tone={state.tone} label={state.label} variant="bare" />
        </>
      )}
      {given === null ? null : (
        <span className="text-text-faint">
          {handoffLines.given(kind)} <QuotationLink quotation={given} />
        </span>
      )}
      {seen === null ? null : (
        <span className="text-text-faint">
          {handoffLines.then} <QuotationLink quotation={seen} />
        </span>
      )}
    </>
  );
}

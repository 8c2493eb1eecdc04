import type { RowHit } from "@/lib/analytics/search/row-hit";
import { HighlightedText } from "../case/highlighted-text";
import { MaskedText } from "../ui/masked-text";

/** What a search found in a case: who said it and the words around it, or which name it is. */
export function HitWords({ hit: { label, words } }: { hit: RowHit }) {
  return (
    <>
      <span className="text-text-faint">
        <MaskedText text={words.length === 0 ? label : `${label}: `} />
      </span>
      <HighlightedText segments={words} />
    </>
  );
}

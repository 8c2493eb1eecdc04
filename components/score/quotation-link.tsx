import type { Quotation } from "@/lib/pages/case/case-page-model";
import type { TextSegment } from "@/lib/format/segment-text";
import { MaskedValue } from "../ui/masked-value";

const wordsMax = 90;

/** A quote linking to its place in the transcript. */
export function QuotationLink({ quotation }: { quotation: Quotation }) {
  if (quotation.kind === "words") {
    return (
      <a
        className="text-link underline decoration-dotted underline-offset-2 hover:decoration-solid"
        href={quotation.href}
      >
        “<Words segments={quotation.words} />”
        <sup className="text-[10px] font-semibold">{quotation.ref}</sup>
      </a>
    );
  }
  const span = <code className="font-mono">{quotation.spanId}</code>;
  if (quotation.message === null) return <span className="text-text-faint">span {span}</span>;
  return (
    <a className="text-link underline" href={quotation.message.href}>
      message {quotation.message.ordinal + 1}, span {span}
    </a>
  );
}

function Words({ segments }: { segments: readonly TextSegment[] }) {
  let left = wordsMax;
  return segments.map((segment, index) => {
    if (left <= 0) return null;
    const { masked, raw } = segment;
    const isCut = masked === null && raw.length > left;
    const words = isCut ? `${raw.slice(0, left).trimEnd()}…` : raw;
    left -= raw.length;
    return masked === null ? (
      words
    ) : (
      <MaskedValue key={index} type={masked.type} pseudonym={masked.pseudonym} />
    );
  });
}

import { quotationAnchor } from "@/lib/view/case-page-model";
import type { TextSegment } from "@/lib/view/segment-text";
import { MaskedValue } from "../ui/masked-value";

/** A message's words with its quotations marked; each mark can be linked to. */
export function MarkedText({ segments }: { segments: readonly TextSegment[] }) {
  return segments.map((segment, index) => <Segment key={index} segment={segment} />);
}

function Segment({ segment }: { segment: TextSegment }) {
  const { masked, raw, refs, starts } = segment;
  const words =
    masked === null ? raw : <MaskedValue type={masked.type} pseudonym={masked.pseudonym} />;
  if (refs.length === 0) return words;
  const [first, ...others] = starts;
  return (
    <>
      {others.map((ref) => (
        <span key={ref} id={quotationAnchor(ref)} />
      ))}
      <mark id={first === undefined ? undefined : quotationAnchor(first)}>{words}</mark>
      {starts.length === 0 ? null : (
        <sup className="text-[10px] font-semibold text-text-muted" aria-hidden="true">
          {starts.join(",")}
        </sup>
      )}
    </>
  );
}

import { quotationAnchor } from "@/lib/pages/case/case-page-model";
import type { TextSegment } from "@/lib/format/segment-text";
import type { Tone } from "@/lib/format/wording";
import { MaskedValue } from "../ui/masked-value";

/** Classes of a quote by its number. */
type Marks = ReadonlyMap<number, Tone>;

type MarkedTextProps = {
  segments: readonly TextSegment[];
  /**
   * Classes by quote number for a copy beside the transcript, which has no element ids; absent: the
   * transcript.
   */
  marks?: Marks;
};

/** Message text with its quotes highlighted; in the transcript each quote has an element id. */
export function MarkedText({ segments, marks }: MarkedTextProps) {
  return segments.map((segment, index) =>
    marks === undefined ? (
      <Anchored key={index} segment={segment} />
    ) : (
      <Repeated key={index} segment={segment} marks={marks} />
    ),
  );
}

function Anchored({ segment }: { segment: TextSegment }) {
  const { refs, starts } = segment;
  if (refs.length === 0) return <Words segment={segment} />;
  const [first, ...others] = starts;
  return (
    <>
      {others.map((ref) => (
        <span key={ref} id={quotationAnchor(ref)} tabIndex={-1} />
      ))}
      {first === undefined ? (
        <mark>
          <Words segment={segment} />
        </mark>
      ) : (
        <mark id={quotationAnchor(first)} tabIndex={-1}>
          <Words segment={segment} />
        </mark>
      )}
      <Refs starts={starts} />
    </>
  );
}

function Repeated({ segment, marks }: { segment: TextSegment; marks: Marks }) {
  if (segment.refs.length === 0) return <Words segment={segment} />;
  return (
    <>
      <mark data-tone={worstOf(segment.refs, marks)}>
        <Words segment={segment} />
      </mark>
      <Refs starts={segment.starts} />
    </>
  );
}

function Words({ segment: { masked, raw } }: { segment: TextSegment }) {
  return masked === null ? raw : <MaskedValue type={masked.type} pseudonym={masked.pseudonym} />;
}

function Refs({ starts }: Pick<TextSegment, "starts">) {
  if (starts.length === 0) return null;
  return (
    <sup className="text-[10px] font-semibold text-text-muted select-none" aria-hidden="true">
      {starts.join(",")}
    </sup>
  );
}

const worstFirst: readonly Tone[] = ["fail", "warn", "pass"];

function worstOf(refs: readonly number[], marks: Marks): Tone {
  return worstFirst.find((tone) => refs.some((ref) => marks.get(ref) === tone)) ?? "none";
}

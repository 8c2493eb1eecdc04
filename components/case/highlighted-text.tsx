import { quotationAnchor } from "@/lib/pages/case/case-page-model";
import type { TextSegment } from "@/lib/format/segment-text";
import type { Tone } from "@/lib/format/wording";
import { MaskedValue } from "../ui/masked-value";

/** Classes of a quote by its number. */
type Tones = ReadonlyMap<number, Tone>;

type HighlightedTextProps = {
  segments: readonly TextSegment[];
  /**
   * Classes by quote number for a copy beside the transcript, which has no element ids; absent: the
   * transcript.
   */
  tones?: Tones;
};

/** Message text with its quotes highlighted; in the transcript each quote has an element id. */
export function HighlightedText({ segments, tones }: HighlightedTextProps) {
  return segments.map((segment, index) =>
    tones === undefined ? (
      <Anchored key={index} segment={segment} />
    ) : (
      <Repeated key={index} segment={segment} tones={tones} />
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

function Repeated({ segment, tones }: { segment: TextSegment; tones: Tones }) {
  if (segment.refs.length === 0) return <Words segment={segment} />;
  return (
    <>
      <mark data-tone={worstOf(segment.refs, tones)}>
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

function worstOf(refs: readonly number[], tones: Tones): Tone {
  return worstFirst.find((tone) => refs.some((ref) => tones.get(ref) === tone)) ?? "none";
}

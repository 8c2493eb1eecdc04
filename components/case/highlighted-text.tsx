import type { ReactNode } from "react";
import { isHit, type FoundSegment } from "@/lib/analytics/search/split-at-hits";
import { hitAnchor, quotationAnchor } from "@/lib/format/anchors";
import type { TextSegment } from "@/lib/format/segment-text";
import type { Tone } from "@/lib/format/wording";
import { MaskedValue } from "../ui/masked-value";

/** Classes of a quote by its number. */
type Tones = ReadonlyMap<number, Tone>;

type HighlightedTextProps = {
  segments: readonly (TextSegment | FoundSegment)[];
  /**
   * Classes by quote number for a copy beside the transcript, which has no element ids; absent: the
   * transcript.
   */
  tones?: Tones;
  /** Ordinal of the message, for the element ids of what a search found in it; absent: they have none. */
  ordinal?: number;
};

/** Message text with its quotes highlighted; in the transcript each quote has an element id. */
export function HighlightedText({ segments, tones, ordinal }: HighlightedTextProps) {
  return segments.map((segment, index) =>
    tones === undefined ? (
      <Anchored key={index} segment={segment}>
        <FoundWords segment={segment} ordinal={ordinal} />
      </Anchored>
    ) : (
      <Repeated key={index} segment={segment} tones={tones} />
    ),
  );
}

type AnchoredProps = { segment: TextSegment; children: ReactNode };

function Anchored({ segment: { refs, starts }, children }: AnchoredProps) {
  if (refs.length === 0) return children;
  const [first, ...others] = starts;
  return (
    <>
      {others.map((ref) => (
        <span key={ref} id={quotationAnchor(ref)} tabIndex={-1} />
      ))}
      {first === undefined ? (
        <mark>{children}</mark>
      ) : (
        <mark id={quotationAnchor(first)} tabIndex={-1}>
          {children}
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

type FoundWordsProps = { segment: TextSegment | FoundSegment; ordinal: number | undefined };

function FoundWords({ segment, ordinal }: FoundWordsProps) {
  if (!isHit(segment)) return <Words segment={segment} />;
  const { hit, isHitStart } = segment;
  const id = ordinal !== undefined && isHitStart ? hitAnchor(ordinal, hit) : undefined;
  return (
    <mark data-hit="" id={id} tabIndex={id === undefined ? undefined : -1}>
      <Words segment={segment} />
    </mark>
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

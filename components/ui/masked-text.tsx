import { segmentText } from "@/lib/format/segment-text";
import { MaskedValue } from "./masked-value";

/** Text in which masked values are drawn as such: ids and names may be masked too. */
export function MaskedText({ text }: { text: string }) {
  return segmentText(text, []).map((segment, index) =>
    segment.masked === null ? (
      segment.raw
    ) : (
      <MaskedValue key={index} type={segment.masked.type} pseudonym={segment.masked.pseudonym} />
    ),
  );
}

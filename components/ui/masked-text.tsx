import { segmentText } from "@/lib/format/segment-text";
import { MaskedValue } from "./masked-value";

/** Text with its masked values as badges; ids and names may contain some too. */
export function MaskedText({ text }: { text: string }) {
  return segmentText(text, []).map((segment, index) =>
    segment.masked === null ? (
      segment.raw
    ) : (
      <MaskedValue key={index} type={segment.masked.type} pseudonym={segment.masked.pseudonym} />
    ),
  );
}

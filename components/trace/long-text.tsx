import { formatCount } from "@/lib/format/format";
import type { ShownText } from "@/lib/pages/trace/trace-page-model";
import { MaskedText } from "../ui/masked-text";

/** Stored text; a very long one is cut, with its full length. */
export function LongText({ shown: { text, cutFrom } }: { shown: ShownText }) {
  return (
    <>
      <MaskedText text={text} />
      {cutFrom === null ? null : (
        <span className="block pt-1 text-text-faint">
          … the first {formatCount(text.length)} of {formatCount(cutFrom)} characters
        </span>
      )}
    </>
  );
}

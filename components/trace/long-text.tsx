import { formatCount } from "@/lib/format/format";
import type { ShownText } from "@/lib/pages/trace/trace-page-model";
import { MaskedText } from "../ui/masked-text";

/** Text as it is stored; of a very long one its beginning, and how much there is. */
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

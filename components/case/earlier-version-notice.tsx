import { InlineAlert } from "../ui/inline-alert";
import { page } from "@/lib/pages/case/words/page";

/** Says what is missing on the page of a case that an earlier version derived. */
export function EarlierVersionNotice() {
  return (
    <div role="status">
      <InlineAlert>{page.earlierVersion}</InlineAlert>
    </div>
  );
}

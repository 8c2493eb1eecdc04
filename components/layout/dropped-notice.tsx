import type { DroppedParam } from "@/lib/format/address/raw-params";
import { InlineAlert } from "../ui/inline-alert";

type DroppedNoticeProps = {
  dropped: readonly DroppedParam[];
  /** The name of the saved view whose address it is. */
  viewName?: string | undefined;
};

/** Lists the query parameters (of the address or saved view) that the page ignored, with reasons. */
export function DroppedNotice({ dropped, viewName }: DroppedNoticeProps) {
  if (dropped.length === 0) return null;
  const reasons = [
    reason(dropped, true, "could not be read"),
    reason(dropped, false, "is unknown to this page"),
  ];
  return (
    <InlineAlert>
      Left out of {viewName === undefined ? "the address" : `the saved view “${viewName}”`}:{" "}
      {reasons.filter(Boolean).join("; ")}. What is shown is without it
      {viewName === undefined ? "." : "; save the view again to bring it up to date."}
    </InlineAlert>
  );
}

function reason(dropped: readonly DroppedParam[], isKnown: boolean, words: string): string {
  const named = dropped.filter((each) => each.isKnown === isKnown);
  if (named.length === 0) return "";
  const names = named.map(({ name }) => `“${name}”`).join(", ");
  return `${names} ${named.length === 1 ? words : words.replace(/^is/u, "are")}`;
}

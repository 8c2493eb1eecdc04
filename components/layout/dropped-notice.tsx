import type { DroppedParam } from "@/lib/view/search-params/field-reader";
import { InlineAlert } from "../ui/inline-alert";

/** Says which parts of the address the page left out, and why. */
export function DroppedNotice({ dropped }: { dropped: readonly DroppedParam[] }) {
  if (dropped.length === 0) return null;
  const reasons = [
    reason(dropped, true, "could not be read"),
    reason(dropped, false, "is unknown to this page"),
  ];
  return (
    <InlineAlert>
      Left out of the address: {reasons.filter(Boolean).join("; ")}. What is shown is without it.
    </InlineAlert>
  );
}

function reason(dropped: readonly DroppedParam[], isKnown: boolean, words: string): string {
  const named = dropped.filter((each) => each.isKnown === isKnown);
  if (named.length === 0) return "";
  const names = named.map(({ name }) => `“${name}”`).join(", ");
  return `${names} ${named.length === 1 ? words : words.replace(/^is/u, "are")}`;
}

import { InlineAlert } from "../ui/inline-alert";

/** Says which parts of the address the page could not read. */
export function DroppedNotice({ dropped }: { dropped: readonly string[] }) {
  if (dropped.length === 0) return null;
  return (
    <InlineAlert>
      Left out of the address, because this page does not know it:{" "}
      {dropped.map((name) => `“${name}”`).join(", ")}. What is shown is without it.
    </InlineAlert>
  );
}

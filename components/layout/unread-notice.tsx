import type { UnreadWords as Unread } from "@/lib/domain/settings/settings-suggestions";
import { formatCounted } from "@/lib/format/format";
import { UnreadWords } from "./unread-words";

type UnreadNoticeProps = { unread: Unread; mayChange: boolean };

/** Where cases lack the words of one side: which text of their spans nothing reads. */
export function UnreadNotice({ unread, mayChange }: UnreadNoticeProps) {
  const { spans, keys, roles } = unread;
  if (keys.length + roles.length === 0) return null;
  return (
    <aside
      aria-label="Spans without words"
      className="grid gap-2 rounded-card border border-border bg-panel px-3 py-2 max-roomy:order-first"
    >
      <p>
        <strong className="font-semibold">
          The customer’s or the agent’s words are missing here.
        </strong>{" "}
        {keys.length === 0
          ? null
          : `${formatCounted(spans, "span carries", "spans carry")} text under ${keys.length === 1 ? "a key" : "keys"} that we don’t know:`}
      </p>
      <UnreadWords unread={unread} mayChange={mayChange} />
    </aside>
  );
}

import { Card } from "@/components/ui/card";
import { UnreadWords } from "@/components/layout/unread-words";
import type { UnreadWords as Unread } from "@/lib/domain/settings/settings-suggestions";
import { formatCounted } from "@/lib/format/format";

type UnreadCardProps = { unread: Unread; mayChange: boolean };

/** Text of spans that nothing reads, and roles that nobody knows. */
export function UnreadCard({ unread, mayChange }: UnreadCardProps) {
  const { spans, keys } = unread;
  const title =
    keys.length === 0
      ? "Roles that we don’t know"
      : `${formatCounted(spans, "span carries", "spans carry")} text that we don’t read`;
  return (
    <Card
      title={title}
      subtitle={
        keys.length === 0
          ? "Looked for among the newest spans"
          : "Looked for among the newest spans, in cases without words of the customer or of an agent"
      }
    >
      <div className="grid gap-2">
        <UnreadWords unread={unread} mayChange={mayChange} />
      </div>
    </Card>
  );
}

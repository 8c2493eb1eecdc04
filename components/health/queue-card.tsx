import type { QueueView } from "@/lib/view/data-health-model";
import { formatCount, formatCounted } from "@/lib/view/format";
import { Card } from "../ui/card";
import { StatusBadge } from "../ui/status-badge";

/** What waits to be derived. */
export function QueueCard({ queue: { depth, stages, age } }: { queue: QueueView }) {
  if (age === null) {
    return (
      <Card title="Queue" subtitle="What came in and is not yet in the cases">
        <p>
          <StatusBadge tone="pass" label="empty" /> Everything that came in is derived.
        </p>
      </Card>
    );
  }
  return (
    <Card
      title={`Queue: ${formatCounted(depth, "entry waits", "entries wait")}`}
      subtitle={`The oldest since ${age}`}
    >
      <ul>
        {stages.map(({ label, depth: count }) => (
          <li key={label} className="flex justify-between gap-2">
            {label} <span>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

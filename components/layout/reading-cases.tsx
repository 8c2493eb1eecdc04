import { EmptyState } from "@/components/ui/empty-state";
import { formatCounted } from "@/lib/format/format";

/** Replaces a page while the server reads its cases after a start. */
export function ReadingCases({ count }: { count: number }) {
  return (
    <div role="status">
      <EmptyState title={`Reading cases: ${formatCounted(count, "case")} so far`}>
        <p>
          The server has just started and reads every case once. The page follows by itself as soon
          as they are there.
        </p>
      </EmptyState>
    </div>
  );
}

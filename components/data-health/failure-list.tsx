import Link from "next/link";
import type { QueueView } from "@/lib/pages/data-health/data-health-model";
import { formatCounted } from "@/lib/format/format";
import { MaskedText } from "@/components/ui/masked-text";
import { StatusBadge } from "@/components/ui/status-badge";

/** Cases whose derivation failed; they are quarantined so that the others go on. */
export function FailureList({ queue: { failures, failed } }: { queue: QueueView }) {
  const more = failed - failures.length;
  return (
    <div className="grid gap-1">
      <p className="text-pretty">
        <StatusBadge tone="fail" label={`${formatCounted(failed, "entry", "entries")} failed`} />{" "}
        Could not be derived: by an error of ours, or because it took too long three times. Each
        keeps its earlier rows. An error is tried again when more of it comes; all are when the
        settings or the version change, or by <code>throughline worker --once --retry</code>. What
        always fails can be taken out for good: <code>throughline remove case</code> or{" "}
        <code>remove trace</code> with its id.
      </p>
      <ul className="grid gap-0.5 text-secondary">
        {failures.map(({ label, href, failure }) => (
          <li key={label} className="[overflow-wrap:anywhere]">
            {href === null ? (
              <MaskedText text={label} />
            ) : (
              <Link className="leading-6 text-link hover:underline" href={href} prefetch={false}>
                <MaskedText text={label} />
              </Link>
            )}
            : {failure}
          </li>
        ))}
        {more > 0 ? <li className="text-text-faint">and {formatCounted(more, "other")}</li> : null}
      </ul>
    </div>
  );
}

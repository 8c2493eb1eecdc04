import Link from "next/link";
import type { DataHealthModel } from "@/lib/pages/data-health/data-health-model";
import { formatCount } from "@/lib/format/format";
import { traceHref } from "@/lib/pages/trace/url";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";

/** Data findings: contradictions and defects in accepted data. */
export function FindingsCard({ findings }: Pick<DataHealthModel, "findings">) {
  return (
    <Card title="Conflicts and defects" subtitle="Everything was kept; one trace of each is linked">
      {findings.length === 0 ? (
        <p>
          <StatusBadge tone="pass" label="none found" />
        </p>
      ) : (
        <ul className="grid gap-1">
          {findings.map(({ label, count, exampleTraceId }) => (
            <li key={label} className="flex justify-between gap-2">
              <Link
                className="text-link hover:underline"
                href={traceHref(exampleTraceId)}
                prefetch={false}
              >
                {label}
              </Link>
              <span>{formatCount(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

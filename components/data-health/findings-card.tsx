import Link from "next/link";
import type { DataHealthModel } from "@/lib/pages/data-health/data-health-model";
import { formatCount } from "@/lib/format/format";
import { coverageHref } from "@/lib/pages/disclosures/coverage/url";
import { traceHref } from "@/lib/pages/trace/url";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";

const shownMax = 20;

/** Data findings: contradictions and defects in accepted data. */
export function FindingsCard({
  findings,
  unplaced,
}: Pick<DataHealthModel, "findings" | "unplaced">) {
  return (
    <Card title="Conflicts and defects" subtitle="Everything was kept; one trace of each is linked">
      {findings.length === 0 && unplaced.cases === 0 ? (
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
          {unplaced.cases === 0 ? null : (
            <li className="flex justify-between gap-2">
              <Link
                className="text-link hover:underline"
                href={coverageHref({})}
                prefetch={false}
                title={unplaced.regions.slice(0, shownMax).join(", ")}
              >
                Cases of a region that is no place we know
              </Link>
              <span>{formatCount(unplaced.cases)}</span>
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}

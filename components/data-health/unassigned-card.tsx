import Link from "next/link";
import type { KeySuggestion } from "@/lib/domain/settings/settings-suggestions";
import type { UnassignedView } from "@/lib/pages/data-health/data-health-model";
import { formatCounted } from "@/lib/format/format";
import { traceHref } from "@/lib/pages/trace/url";
import { CaseKeys } from "@/components/layout/case-keys";
import { Card } from "@/components/ui/card";
import { MaskedText } from "@/components/ui/masked-text";
import { StatusBadge } from "@/components/ui/status-badge";

type UnassignedCardProps = {
  groups: readonly UnassignedView[];
  spans: number;
  caseKeys: readonly KeySuggestion[];
  mayChange: boolean;
};

/** Spans without a case, by reason; they join their case when an id arrives. */
export function UnassignedCard({ groups, spans, caseKeys, mayChange }: UnassignedCardProps) {
  const title =
    spans === 0 ? "Every span has its case" : `Unassigned: ${formatCounted(spans, "span")}`;
  return (
    <Card
      title={title}
      subtitle="Spans that belong to no case wait and are left out of every other figure. Open a trace to assign it to a case."
    >
      {spans === 0 ? (
        <p>
          <StatusBadge tone="pass" label="none unassigned" />
        </p>
      ) : (
        <ul className="grid gap-3">
          {groups.map((group) => (
            <li key={group.key} className="grid gap-0.5">
              <p className="font-semibold text-pretty">{group.why}</p>
              <p className="text-secondary text-text-muted">
                {formatCounted(group.spans, "span")} in {formatCounted(group.traces, "trace")},
                channel <MaskedText text={group.channel} />.
              </p>
              <Examples traceIds={group.exampleTraceIds} />
              <p className="text-secondary text-text-muted">{group.remedy}</p>
            </li>
          ))}
        </ul>
      )}
      {caseKeys.length === 0 ? null : (
        <div className="grid gap-2 border-t border-border pt-3">
          <p>These keys of theirs could be read as the case:</p>
          <CaseKeys keys={caseKeys} mayChange={mayChange} />
        </div>
      )}
    </Card>
  );
}

function Examples({ traceIds }: { traceIds: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 text-secondary" aria-label="Examples">
      {traceIds.map((traceId) => (
        <li key={traceId}>
          <Link
            className="leading-6 text-link hover:underline"
            href={traceHref(traceId, { tab: "attributes" })}
            prefetch={false}
          >
            Trace <code className="font-mono">{traceId.slice(0, 8)}</code>
          </Link>
        </li>
      ))}
    </ul>
  );
}

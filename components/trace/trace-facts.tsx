import Link from "next/link";
import { formatCounted } from "@/lib/format/format";
import type { TracePageModel } from "@/lib/pages/trace/trace-page-model";
import { traceHref } from "@/lib/pages/trace/url";
import { AgentLabel } from "../case/agent-label";
import { ChannelLabel } from "../case/channel-label";
import { CopyButton } from "../ui/copy-button";
import { Instant } from "../ui/instant";
import { OutsideLinks } from "../layout/outside-links";
import { StatusBadge } from "../ui/status-badge";

/** Trace id and key facts in one line under the title. */
export function TraceFacts({ model }: { model: TracePageModel }) {
  const { traceId, failed, orphanCount } = model;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-text-muted">
      <ChannelLabel channel={model.channel} />
      <AgentLabel kind={model.agentKind} />
      <code className="font-mono text-text-faint [overflow-wrap:anywhere]">trace {traceId}</code>
      <Instant atUs={model.startUs} style="minute" />
      {model.usage === "" ? null : <span>{model.usage}</span>}
      {failed.count === 0 ? null : (
        <Link href={failed.href} className="rounded-chip hover:underline">
          <StatusBadge tone="fail" label={formatCounted(failed.count, "error")} />
        </Link>
      )}
      {orphanCount === 0 ? null : (
        <StatusBadge tone="warn" label={formatCounted(orphanCount, "orphan")} />
      )}
      <span className="ml-auto flex flex-wrap items-center gap-x-3 max-roomy:ml-0">
        <OutsideLinks links={model.openIn} />
        <CopyButton label="Copy link" text={traceHref(traceId, model.query)} />
      </span>
    </div>
  );
}

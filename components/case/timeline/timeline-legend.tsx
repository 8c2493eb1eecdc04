import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";
import { AgentLabel } from "../agent-label";
import { StatusBadge } from "@/components/ui/status-badge";
import { legend } from "@/lib/pages/case/words/timeline-card";

/** The legend of the shapes that are drawn. */
export function TimelineLegend({ timeline }: { timeline: Timeline }) {
  const kinds = new Set(timeline.contacts.flatMap((c) => c.stretches.map(({ kind }) => kind)));
  const words = [
    legend.halves,
    timeline.facts.length === 0 ? null : legend.facts,
    timeline.promises.length === 0 ? null : legend.promises,
    timeline.disclosures.length === 0 ? null : legend.disclosures,
    timeline.handoffs.some(({ gap }) => gap.isLossy) ? legend.lossy : null,
    timeline.contacts.some(({ isSkewed }) => isSkewed) ? legend.skewed : null,
    timeline.gaps.length === 0 ? null : legend.gaps,
  ].filter((each) => each !== null);
  return (
    <footer className="flex flex-wrap gap-x-3.5 gap-y-1 border-t border-border px-4 py-2 text-secondary text-text-faint">
      {kinds.has("ai") ? (
        <span className="flex items-center gap-1">
          <AgentLabel kind="ai" /> {legend.ai}
        </span>
      ) : null}
      {kinds.has("human") ? (
        <span className="flex items-center gap-1">
          <AgentLabel kind="human" /> {legend.human}
        </span>
      ) : null}
      {timeline.clockWords === "" ? null : (
        <StatusBadge tone="warn" label={legend.clocks(timeline.clockWords)} />
      )}
      {words.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </footer>
  );
}

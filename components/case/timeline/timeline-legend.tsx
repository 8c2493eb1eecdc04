import type { Timeline } from "@/lib/pages/case/timeline/timeline-model";
import { AgentLabel } from "../agent-label";
import { StatusBadge } from "@/components/ui/status-badge";

/** The legend of the shapes that are drawn. */
export function TimelineLegend({ timeline }: { timeline: Timeline }) {
  const kinds = new Set(timeline.contacts.flatMap((c) => c.stretches.map(({ kind }) => kind)));
  const words = [
    "upper half agent, lower half customer",
    timeline.facts.length === 0 ? null : "• said before a handoff, ✓ carried or ✕ not after it",
    timeline.promises.length === 0 ? null : "◇ promise made ◆ due",
    timeline.disclosures.length === 0 ? null : "● given ◐ late ○ not found",
    timeline.handoffs.some(({ gap }) => gap.isLossy) ? "dashed line: something was lost" : null,
    timeline.contacts.some(({ isSkewed }) => isSkewed) ? "⚑ clocks disagree" : null,
    timeline.gaps.length === 0
      ? null
      : "zig-zag: time cut out, and how much of it was in business hours",
  ].filter((each) => each !== null);
  return (
    <footer className="flex flex-wrap gap-x-3.5 gap-y-1 border-t border-border px-4 py-2 text-secondary text-text-faint">
      {kinds.has("ai") ? (
        <span className="flex items-center gap-1">
          <AgentLabel kind="ai" /> outline
        </span>
      ) : null}
      {kinds.has("human") ? (
        <span className="flex items-center gap-1">
          <AgentLabel kind="human" /> fill
        </span>
      ) : null}
      {timeline.clockWords === "" ? null : (
        <StatusBadge tone="warn" label={`Clocks disagree: ${timeline.clockWords}`} />
      )}
      {words.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </footer>
  );
}

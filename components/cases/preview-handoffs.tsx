import { scoreCell } from "@/lib/analytics/words/case-cells";
import type { PeekHandoff } from "@/lib/pages/case/title/case-peek";
import { formatDuration } from "@/lib/format/format";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import { agentWords, channelWords } from "@/lib/format/wording";
import { StatusBadge } from "../ui/status-badge";
import { previewHandoffs as words } from "@/lib/pages/cases/words/preview";

const verdicts: Readonly<Record<PeekHandoff["verdict"], readonly VerdictView[]>> = {
  kept: [{ tone: "pass", label: words.kept }],
  "said-again": [{ tone: "warn", label: words.saidAgain }],
  "asked-again": [{ tone: "fail", label: words.askedAgain }],
  unknown: [],
};

/** Each handoff in a line: channels, gap, repeated question, share of known facts kept. */
export function PreviewHandoffs({ handoffs }: { handoffs: readonly PeekHandoff[] }) {
  if (handoffs.length === 0) return null;
  return (
    <section className="grid gap-1 px-4 py-3">
      <h3 className="text-secondary font-semibold">{words.title}</h3>
      <ul className="grid text-secondary">
        {handoffs.map((handoff) => (
          <li
            key={handoff.ordinal}
            className="flex min-h-7 items-center justify-between gap-3 border-b border-border last:border-0"
            title={handoff.because ?? undefined}
          >
            <span className="min-w-0">
              {handoffWords(handoff)}{" "}
              <span className="text-text-faint">{formatDuration(handoff.gapUs)}</span>
            </span>
            <span className="grid justify-items-end">
              {saidOf(handoff).map(({ tone, label }) => (
                <StatusBadge key={label} tone={tone} label={label} variant="bare" />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function saidOf({ verdict, context }: PeekHandoff): readonly VerdictView[] {
  const badges = [...verdicts[verdict], ...(context === null ? [] : [contextWords(context)])];
  return badges.length === 0 ? [{ tone: "none", label: words.unknown }] : badges;
}

function contextWords(value: number): VerdictView {
  const { tone, words: score } = scoreCell({ evaluator: "context_retention", value });
  return { tone, label: words.context(score) };
}

function handoffWords({ fromChannel, toChannel, fromKind, toKind }: PeekHandoff): string {
  const agents = fromKind === toKind ? "" : `, ${agentWords[fromKind]} → ${agentWords[toKind]}`;
  const channels =
    fromChannel === toChannel
      ? words.again(channelWords[toChannel])
      : `${channelWords[fromChannel]} → ${channelWords[toChannel]}`;
  return `${channels}${agents}`;
}

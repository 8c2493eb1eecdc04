import type { PeekHandoff } from "@/lib/view/case-peek";
import { formatDuration } from "@/lib/view/format";
import { agentWords, channelWords, type Tone } from "@/lib/view/wording";
import { StatusBadge } from "../ui/status-badge";

const verdicts: Readonly<
  Record<PeekHandoff["verdict"], { readonly tone: Tone; readonly words: string }>
> = {
  kept: { tone: "pass", words: "context kept" },
  "asked-again": { tone: "fail", words: "asked again" },
  unknown: { tone: "none", words: "not known" },
};

/** Each handoff in a line: from where to where, after how long, and whether what was said was kept. */
export function PreviewHandoffs({ handoffs }: { handoffs: readonly PeekHandoff[] }) {
  if (handoffs.length === 0) return null;
  return (
    <section className="grid gap-1 px-4 py-3">
      <h3 className="text-secondary font-semibold">Handoffs</h3>
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
            <StatusBadge
              tone={verdicts[handoff.verdict].tone}
              label={verdicts[handoff.verdict].words}
              variant="bare"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function handoffWords({ fromChannel, toChannel, fromKind, toKind }: PeekHandoff): string {
  const agents = fromKind === toKind ? "" : `, ${agentWords[fromKind]} → ${agentWords[toKind]}`;
  const channels =
    fromChannel === toChannel
      ? `${channelWords[toChannel]}, again`
      : `${channelWords[fromChannel]} → ${channelWords[toChannel]}`;
  return `${channels}${agents}`;
}

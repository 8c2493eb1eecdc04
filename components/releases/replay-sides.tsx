import type { ReplayItemModel, ReplaySideView } from "@/lib/pages/releases/item-model";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { GateLink } from "./gate-link";
import { ReplayScore } from "./replay-score";

/** What came of each replay, by the evaluator that the gate counts. */
export function ReplaySides({ model, canGate }: { model: ReplayItemModel; canGate: boolean }) {
  const { candidate, baseline, metric } = model;
  return (
    <section
      aria-label="What came of it"
      className="grid grid-cols-[minmax(0,1fr)] divide-border rounded-card border border-border bg-panel max-roomy:divide-y roomy:grid-cols-2 roomy:divide-x"
    >
      <Side side={candidate} other={baseline} metric={metric} canGate={canGate} />
      {baseline === null ? (
        <p className="px-4 py-3 text-text-muted">{model.withoutBaseline}</p>
      ) : (
        <Side side={baseline} other={candidate} metric={metric} canGate={canGate} />
      )}
    </section>
  );
}

type SideProps = {
  side: ReplaySideView;
  other: ReplaySideView | null;
  metric: string;
  canGate: boolean;
};

function Side({ side, other, metric, canGate }: SideProps) {
  const { name, run, runHref, result, score } = side;
  return (
    <div className="grid min-w-0 content-start gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold [overflow-wrap:anywhere]">{name}</h2>
        <StatusBadge tone={result.tone} label={result.label} />
        {run === name ? null : (
          <span className="text-secondary text-text-muted">
            <GateLink href={canGate ? runHref : null} words={`run ${run}`} />
          </span>
        )}
      </div>
      <Prompts side={side} other={other} />
      {score === null ? (
        <p className="text-secondary text-text-muted">{metric} says nothing of this replay.</p>
      ) : (
        <ReplayScore score={score} name={metric} />
      )}
    </div>
  );
}

function Prompts({ side: { prompts }, other }: Pick<SideProps, "side" | "other">) {
  if (prompts.length === 0) {
    return <p className="text-secondary text-text-faint">Its spans name no prompt.</p>;
  }
  return (
    <p className="flex flex-wrap gap-x-2 text-secondary text-text-muted">
      <span>Prompts:</span>
      {prompts.map((prompt) => {
        const isOnlyHere = other !== null && !other.prompts.includes(prompt);
        return (
          <span key={prompt} className="[overflow-wrap:anywhere]">
            <span className={isOnlyHere ? "font-semibold text-text" : ""}>
              <MaskedText text={prompt} />
            </span>
            {isOnlyHere ? " (only here)" : ""}
          </span>
        );
      })}
    </p>
  );
}

import type { FactView } from "@/lib/pages/case/panel/item-panel-model";
import { LabelControl } from "@/components/label/label-control";
import { QuotationLink } from "@/components/score/quotation-link";
import { MaskedText } from "@/components/ui/masked-text";
import { StatusBadge } from "@/components/ui/status-badge";
import { handoffPanel } from "@/lib/pages/case/words/panel";

/** The facts known before a handoff: kept or lost, each with both quotes. */
export function PanelFacts({ facts }: { facts: readonly FactView[] }) {
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{handoffPanel.facts}</h3>
      {facts.length === 0 ? (
        <p className="text-secondary text-text-faint">{handoffPanel.noFacts}</p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {facts.map((fact, index) => (
            <li
              key={index}
              className="grid gap-0.5 border-b border-border pb-2 last:border-0 last:pb-0"
            >
              <Fact fact={fact} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Fact({ fact: { what, fate, given, seen, place } }: { fact: FactView }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="min-w-0 [overflow-wrap:anywhere] first-letter:uppercase">
          <MaskedText text={what} />
        </span>
        <StatusBadge tone={fate.tone} label={fate.label} variant="bare" />
      </p>
      <p className="text-secondary [overflow-wrap:anywhere] text-text-faint">
        {given === null ? null : (
          <>
            {handoffPanel.given} <QuotationLink quotation={given} />
          </>
        )}
        {seen === null ? null : (
          <>
            {given === null ? "" : handoffPanel.then}
            <QuotationLink quotation={seen} />
          </>
        )}
      </p>
      <LabelControl
        target={{ place, evaluator: "context_retention" }}
        name={`${what}: ${fate.label}`}
      />
    </>
  );
}

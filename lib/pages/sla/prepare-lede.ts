import type { SlaState } from "@/lib/domain/case/sla-state";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { percentFrom, rateBasis, rateWords } from "@/lib/format/share-words";

/** The lede of the SLA page: urgent cases, then targets met. */
export function prepareSlaLede(states: Readonly<Record<SlaState, number>>): Lede {
  const { met, breached, overdue, risk, open, paused, none } = states;
  const withTarget = met + breached + overdue + risk + open + paused;
  if (withTarget === 0) {
    const cases = formatCounted(none, "case");
    return {
      lead: none === 0 ? "No cases." : "No case has a target.",
      rest:
        none === 0
          ? "Nothing matches the filters."
          : `Without one, ${cases} can’t be on time or late.`,
    };
  }
  const lead = [
    overdue === 0
      ? "No case is overdue"
      : `${formatCount(overdue)} ${overdue === 1 ? "case is" : "cases are"} overdue and not closed`,
    risk === 0
      ? "none is at risk"
      : `${formatCount(risk)} more ${risk === 1 ? "is" : "are"} at risk`,
  ].join(", ");
  const rate = { hits: met, of: met + breached + overdue };
  const attained =
    rate.of === 0
      ? "No target has come due yet."
      : `${rateWords(rate)}${rate.of < percentFrom ? "" : " of the"} cases whose target came due ended on time (${rateBasis(rate)}), counting the overdue as late.`;
  const without =
    none === 0 ? "" : ` ${formatCounted(none, "case")} ${none === 1 ? "has" : "have"} no target.`;
  return { lead: `${lead}.`, rest: `${attained}${without}` };
}

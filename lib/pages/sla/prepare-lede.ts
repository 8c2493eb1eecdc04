import type { SlaState } from "@/lib/domain/case/sla-state";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { percentFrom, rateBasis, rateWords } from "@/lib/format/share-words";
import * as words from "./words/page";

/** The lede of the SLA page: urgent cases, then targets met. */
export function prepareSlaLede(states: Readonly<Record<SlaState, number>>): Lede {
  const { met, breached, overdue, risk, open, paused, none } = states;
  const withTarget = met + breached + overdue + risk + open + paused;
  if (withTarget === 0) {
    return none === 0
      ? { lead: words.lede.noCases, rest: words.lede.noMatch }
      : { lead: words.lede.noTarget, rest: words.neitherOnTimeNorLate(none) };
  }
  const lead = [
    overdue === 0 ? words.lede.noneOverdue : words.overdueNotClosed(overdue),
    risk === 0 ? words.lede.noneAtRisk : words.moreAtRisk(risk),
  ].join(", ");
  const rate = { hits: met, of: met + breached + overdue };
  const attained =
    rate.of === 0
      ? words.lede.noneDue
      : words.endedOnTime(rateWords(rate), rateBasis(rate), rate.of >= percentFrom);
  const without = none === 0 ? "" : ` ${words.haveNoTarget(none)}`;
  return { lead: `${lead}.`, rest: `${attained}${without}` };
}

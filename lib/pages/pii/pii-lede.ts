import { MISSING } from "@/lib/analytics/facets/case-facets";
import type { LeakKind } from "@/lib/analytics/pii/tally-pii";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { formatCount, formatCounted } from "@/lib/format/format";
import { sensitivityOf } from "@/lib/domain/privacy/personal-values";
import { piiKindsLabel, placeLabels } from "@/lib/format/pii-words";
import type { PiiFacts } from "./pii-facts";
import { instantWords } from "./pii-tables";

/** Whether anything personal leaked, where most, and since when. */
export function piiLede({ tally, caseCount }: PiiFacts): Lede {
  const { all, bySensitivity, leakingCases, kinds } = tally;
  const critical = bySensitivity.critical.leaked;
  const [most] = kinds;
  const named = tally.releases.some(({ release }) => release !== null);
  if (most === undefined) {
    return {
      lead: "No personal value arrived readable.",
      rest:
        all.redacted === 0
          ? "The detector found none, redacted ones included: see its recall below."
          : `The sender had redacted ${formatCounted(all.redacted, "value")}.`,
    };
  }
  const severe =
    critical === 0 ? "none of them critical" : `${formatCount(critical)} of them critical`;
  const isCritical = sensitivityOf(most.type) === "critical";
  const lead = `${formatCounted(all.leaked, "personal value")} arrived readable in ${formatCount(leakingCases)} of ${formatCounted(caseCount, "case")}, ${severe}.`;
  return {
    lead,
    rest: `${isCritical ? "Of the critical ones" : "Above all"}: ${whereWords(most)}, since ${instantWords(most.first)}. ${named ? "" : "The traces name no release. "}They were masked before they were stored.`,
  };
}

/** "card numbers in tool arguments of charge_card". */
function whereWords({ type, place, source, values }: LeakKind): string {
  const of = source === MISSING ? "" : ` of ${source}`;
  return `${formatCount(values)} ${piiKindsLabel(type, values)} in ${placeLabels[place]}${of}`;
}

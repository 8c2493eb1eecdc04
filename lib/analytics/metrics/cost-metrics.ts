import { channels } from "@/lib/domain/trace/channel";
import { isResolved } from "@/lib/domain/case/outcome";
import type { CostRates } from "@/lib/domain/settings/settings";
import { agentsValues } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { ContactTable } from "../case-table/contact-table";
import { ofMature } from "./maturity";
import type { MetricOf } from "./metric";
import { readEach } from "./read-amounts";

/** What cases cost, by the rates in the settings. */
export const costMetrics: readonly MetricOf<"cases">[] = [
  {
    ...ofMature,
    id: "cost_per_resolution",
    needsEnds: true,
    name: "Cost per resolution",
    question: "What does a resolved case cost, including what was spent on the unresolved?",
    group: "cost",
    unit: "money",
    average: "mean",
    direction: "lower-is-better",
    amount: {
      words: "what every contact of the cases cost, by the rates in Settings",
      of: (table) => readEach((key) => costOfCase(table, key)),
    },
    expected: null,
    per: {
      words: "cases resolved with evidence",
      is: ({ outcome }) => isResolved(outcome) === true,
    },
    exclusions: "Outbound messages that nobody answered.",
    caution:
      "A person's time is their contact's from their first words on, silences beyond five minutes counted as five.",
  },
];

/** @returns in the settings' currency; NaN where the cost of one of its contacts is unknown */
function costOfCase({ contacts, rates }: CaseTable, key: number): number {
  const first = contacts.first[key] ?? 0;
  const end = first + (contacts.count[key] ?? 0);
  let sum = rates === null ? NaN : 0;
  for (let place = first; place < end; place += 1) sum += costOfContact(contacts, place, rates);
  return sum;
}

const secondsPerMinute = 60;
const ofAi = [agentsValues.indexOf("ai"), agentsValues.indexOf("both")];

function costOfContact(
  { integers, amounts }: ContactTable,
  place: number,
  rates: CostRates | null,
): number {
  const channel = channels[integers.channel[place] ?? 0] ?? "unknown";
  const minutes = (amounts.human[place] ?? 0) / secondsPerMinute;
  const isOfAi = ofAi.includes(integers.agents[place] ?? -1);
  return (
    (rates?.perTouchpoint[channel] ?? NaN) +
    (isOfAi ? (rates?.perAiTouchpoint ?? NaN) : 0) +
    (minutes > 0 ? minutes * (rates?.perHumanMinute ?? NaN) : 0)
  );
}

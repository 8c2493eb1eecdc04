import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { CaseType, DemoCase } from "../model";
import type { CohortCase } from "./plan-cohort";

const expectedOutcomes: Readonly<Record<CaseType, string>> = {
  refund: "The refund is paid out.",
  billing: "The double charge is refunded.",
  delivery: "A replacement is sent.",
  account: "The account is unlocked.",
  outage: "The line works again.",
};
const situations: Readonly<Record<CaseType, string>> = {
  refund: "sent a device back two weeks ago and waits for the refund",
  billing: "was charged twice for the same month",
  delivery: "waits for a parcel that should have come days ago",
  account: "cannot sign in any more",
  outage: "has had no internet since yesterday",
};

const personas: readonly NonNullable<CohortItem["persona"]>[] = [
  { name: "In a hurry", fields: { style: "short sentences", patience: "low" } },
  { name: "Careful", fields: { style: "asks back, wants it in writing", patience: "high" } },
  { name: "Annoyed", fields: { style: "blunt", patience: "none left" } },
  { name: "New customer", fields: { style: "polite, does not know the terms", patience: "high" } },
];

/** 20 customers have two cases each. */
const customers = 180;

/** An item of the sample cohort, with what its customer says. @param index its position in the cohort, from 0 */
export function describeItem(
  { id, caseType, channels, isPromised }: CohortCase,
  { contacts }: DemoCase,
  index: number,
): CohortItem {
  const path = channels.map((channel) => channel.replace("_", "-")).join(", then ");
  const persona = personas[index % personas.length];
  return {
    ...{ id, stratum: caseType, cluster: `c${String((index % customers) + 1)}` },
    channels: [...channels],
    expected: isPromised
      ? "The refund that was promised in chat is paid out on the phone."
      : expectedOutcomes[caseType],
    situation: `The customer ${situations[caseType]}${isPromised ? ", and was promised it in chat" : ""}.`,
    scenario: {
      name: isPromised ? `${caseType}, promised in chat` : caseType,
      fields: { contacts: path },
    },
    ...(persona !== undefined && { persona }),
    opening: contacts.flatMap(({ channel, turns }) => {
      const said = turns.find(({ who }) => who === "customer");
      return said?.who === "customer" ? [{ channel, text: said.text }] : [];
    }),
    source: "import",
  };
}

import type { CaseTable } from "../case-table/case-table";
import type { Aspect, Aspects } from "../case-table/coding";
import type { ContactStandings } from "../case-table/contact-table";
import type { HandoffStandings } from "../case-table/handoff-table";
import type { PartTable } from "../case-table/part-table";
import type { PromiseStandings } from "../case-table/promise-table";
import type { CaseStandings } from "./standings";

/** What can be counted, and what can be asked of each: cases from five sides, contacts from four, and so on. */
export type Standings = CaseStandings & ContactStandings & HandoffStandings & PromiseStandings;
export type Counted = keyof Standings;
export type CountedCases = keyof CaseStandings;

/** What lists what is counted. */
export const listedAs = {
  ...{ cases: "cases", services: "cases", ratings: "cases", clocks: "cases", records: "cases" },
  ...{ contacts: "contacts", returns: "contacts", containments: "contacts", answers: "contacts" },
  ...{ handoffs: "handoffs", contexts: "handoffs", promises: "promises" },
} as const satisfies Readonly<Record<Counted, Counted>>;
export type Listed = (typeof listedAs)[Counted];

/** One side of what a table has. */
export function aspectOf<Thing extends Counted>(
  { aspects, contacts, handoffs, promises }: CaseTable,
  thing: Thing,
): Aspect<Standings[Thing]> {
  const ofParts = { ...contacts.aspects, ...handoffs.aspects, ...promises.aspects };
  const all: Aspects<Standings> = { ...aspects, ...ofParts };
  return all[thing];
}

/** The table of the parts of cases that are counted; null where cases are. */
export function partsOf(table: CaseTable, thing: Counted): PartTable | null {
  const parts = listedAs[thing];
  return parts === "cases" ? null : table[parts];
}

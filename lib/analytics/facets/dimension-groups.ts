import type { CaseTable } from "../case-table/case-table";
import type { DimensionGroup, DimensionGroups } from "../case-table/coding";
import type { ContactDimensions } from "../case-table/contact-table";
import type { HandoffDimensions } from "../case-table/handoff-table";
import type { DisclosureDimensions } from "../case-table/disclosure-table";
import type { PiiDimensions } from "../case-table/pii-table";
import type { ChildTable } from "../case-table/child-table";
import type { PromiseDimensions } from "../case-table/promise-table";
import type { CaseDimensions } from "./case-dimensions";

/** The dimension groups: five of cases, four of contacts, and so on. */
export type EntityDimensions = CaseDimensions &
  ContactDimensions &
  HandoffDimensions &
  PromiseDimensions &
  DisclosureDimensions &
  PiiDimensions;
export type Counted = keyof EntityDimensions;
export type CountedCases = keyof CaseDimensions;

/** The entity that each dimension group is of. */
export const entityOf = {
  ...{ cases: "cases", services: "cases", ratings: "cases", clocks: "cases", records: "cases" },
  ...{ contacts: "contacts", returns: "contacts", containments: "contacts", answers: "contacts" },
  ...{
    handoffs: "handoffs",
    contexts: "handoffs",
    promises: "promises",
    disclosures: "disclosures",
    pii: "pii",
  },
} as const satisfies Readonly<Record<Counted, Counted>>;
export type Listed = (typeof entityOf)[Counted];

/** A dimension group of the table, whichever entity it is of. */
export function dimensionGroupOf<Thing extends Counted>(
  { dimensionGroups, contacts, handoffs, promises, disclosures, pii }: CaseTable,
  thing: Thing,
): DimensionGroup<EntityDimensions[Thing]> {
  const ofChildren = {
    ...contacts.dimensionGroups,
    ...handoffs.dimensionGroups,
    ...promises.dimensionGroups,
    ...disclosures.dimensionGroups,
    ...pii.dimensionGroups,
  };
  const all: DimensionGroups<EntityDimensions> = { ...dimensionGroups, ...ofChildren };
  return all[thing];
}

/** The child table of a dimension group's entity; null for cases. */
export function childTableOf(table: CaseTable, thing: Counted): ChildTable | null {
  const entity = entityOf[thing];
  return entity === "cases" ? null : table[entity];
}

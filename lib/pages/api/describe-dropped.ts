import { ownEntry } from "@/lib/domain/own-entry";
import { facetEntry, facetNames } from "@/lib/analytics/facets/registry";
import { namedPeriods } from "@/lib/analytics/filter/period";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { joinedByOr } from "@/lib/format/join-words";
import { casesLimitMax } from "./url";

const allowed: Readonly<Partial<Record<string, string>>> = {
  period: `one of ${joinedByOr(namedPeriods)}`,
  from: "a day as in 2026-03-31",
  to: "a day as in 2026-03-31",
  limit: `a number from 1 to ${String(casesLimitMax)}`,
  q: "a text of at most 200 characters",
  cursor: "the next_cursor of an answer with the same filters",
  workspace: "main or demo",
};

/** Says in one sentence why a parameter was not read. It repeats no value: one may name a person. */
export function describeDropped({ name, isKnown }: DroppedParam): string {
  if (!isKnown) return "There is a parameter that this path does not have; see /openapi.json.";
  const facet = facetNames.find((each) => each === name);
  const values = facet === undefined ? undefined : facetEntry(facet).values;
  const words = values === undefined ? ownEntry(allowed, name) : `one of ${joinedByOr(values)}`;
  return words === undefined
    ? `The value of ${name} cannot be read; see /openapi.json.`
    : `${name} is ${words}.`;
}

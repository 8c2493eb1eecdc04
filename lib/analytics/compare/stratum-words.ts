import type { ComparedStratum } from "./compare-arms";
import type { FacetName } from "../filter/cases-query";
import { facetValueWords } from "../words/facet-words";
import { formatCount } from "@/lib/format/format";

type Kind = Pick<ComparedStratum, "kind" | "regions" | "isRest">;

/** "delivery, Chat", "delivery, Chat, EU" or "delivery, Chat, other regions". */
export function stratumWords({ kind: { type, first }, regions, isRest }: Kind): string {
  const kind = `${facetValueWords("type", type)}, ${facetValueWords("first", first)}`;
  if (regions === null) return kind;
  const [region = ""] = regions;
  return `${kind}, ${isRest ? "other regions" : facetValueWords("region", region)}`;
}

/** The filters that leave a stratum's cases. */
export function stratumFacets({
  kind: { type, first },
  regions,
}: Kind): Partial<Readonly<Record<FacetName, readonly string[]>>> {
  return { type: [type], first: [first], ...(regions === null ? {} : { region: regions }) };
}

/** Kinds of case that a table lists. */
export const stratumRowsMax = 40;

/** States that a table does not list all kinds. @returns no sentence, or one */
export function listedWords(kinds: number): readonly string[] {
  return kinds > stratumRowsMax
    ? [
        `The table has the ${formatCount(stratumRowsMax)} kinds with the most cases, of ${formatCount(kinds)}.`,
      ]
    : [];
}

/** Versions of one template are named by their version alone. */
export function shortName(name: string, other: string): string {
  const at = name.lastIndexOf("@");
  return at > 0 && other.startsWith(name.slice(0, at + 1)) ? name.slice(at + 1) : name;
}

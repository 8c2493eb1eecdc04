import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { unsaid } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { CaseTally } from "./tally-cases";

/** The mature cases that a release served; a case of two releases counts for both. */
export type ReleaseRate = { readonly release: string; readonly rate: Proportion };

/** Reads them from a tally of the same table, by the releases' names. */
export function releaseRates(
  { dictionaries }: CaseTable,
  { releaseMature, releaseResolved }: CaseTally,
): readonly ReleaseRate[] {
  const known = dictionaries.releases.facets.get("release");
  if (known === undefined) return [];
  const [hits, of] = [new Uint32Array(known.names.length), new Uint32Array(known.names.length)];
  known.ofGroup.forEach((numbers, group) => {
    for (const number of numbers) {
      hits[number] = (hits[number] ?? 0) + (releaseResolved[group] ?? 0);
      of[number] = (of[number] ?? 0) + (releaseMature[group] ?? 0);
    }
  });
  return known.names
    .map((release, at) => ({ release, rate: { hits: hits[at] ?? 0, of: of[at] ?? 0 } }))
    .filter(({ release, rate }) => release !== unsaid && rate.of > 0)
    .sort((one, other) => one.release.localeCompare(other.release, "en", { numeric: true }));
}

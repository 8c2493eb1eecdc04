import { parseChannel } from "@/lib/domain/trace/channel";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { Variant, Variants } from "@/lib/analytics/journeys/tally-variants";
import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { notApart, type Comparison, type Deviation } from "@/lib/stats/compare-with-rest";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import type { JourneysQuery } from "./url";
import { listHref } from "@/lib/analytics/words/overview-links";
import { pathFinding, ratesApart, notCertain } from "@/lib/analytics/findings/rates-apart";
import { clusteredBasis, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import type { VariantRow, VariantsModel } from "./journeys-model";

const apartWords: Readonly<Record<Deviation, string>> = {
  above: ", above the others",
  below: ", below the others",
  none: "",
};

/**
 * Prepares the most frequent paths with their outcomes.
 * @param rates resolution by path; null: the data can't say how cases end
 */
export function prepareVariants(
  variants: Variants,
  rates: GroupRates | null,
  { cases }: JourneysQuery,
): VariantsModel {
  const { top, paths, switched } = variants;
  const comparisons = rates === null ? new Map<string, Comparison>() : ratesApart(rates);
  const sumsOf = new Map((rates?.groups ?? []).map(({ value, sums }) => [value, sums]));
  return {
    title: rates === null ? "The most common paths" : pathFinding(rates),
    subtitle: "Cases by the channels they used, in order; repeats in a row count once",
    rows: top.map((variant) => ({
      ...variantRow(variant, variants, listHref(cases, { facets: { path: [variant.path] } })),
      ...resolvedOf(sumsOf.get(variant.path), comparisons.get(variant.path) ?? notApart),
    })),
    isEndKnown: rates !== null,
    note:
      paths === 0
        ? ""
        : `${shownWords(top.length, paths)} in ${formatCounted(switched.of, "case")} with a contact.${rates === null ? "" : " Time to resolution: half of the cases resolved with evidence took no longer."}`,
  };
}

/** "The 12 most common of 48 paths", "All 3 paths". */
function shownWords(shown: number, paths: number): string {
  if (shown < paths) return `The ${formatCount(shown)} most common of ${formatCount(paths)} paths`;
  return paths === 1 ? "The only path" : `All ${formatCount(paths)} paths`;
}

/** A path's resolution rate, and its direction against all others. */
function resolvedOf(
  sums: ClusterSums | undefined,
  { side, isCertain }: Comparison,
): Pick<VariantRow, "resolved" | "basis"> {
  if (sums === undefined || sums.of === 0) return { resolved: "–", basis: "" };
  const apart = `${apartWords[side]}${side === "none" || isCertain ? "" : notCertain}`;
  return { resolved: rateWords(sums), basis: `${clusteredBasis(sums)}${apart}` };
}

function variantRow(
  { path, cases, contacts, medianUs, medianInterval }: Variant,
  { switched }: Variants,
  href: string,
): Omit<VariantRow, "resolved" | "basis"> {
  const channels = path.split(">").flatMap((word) => parseChannel(word) ?? []);
  const range =
    medianInterval === null
      ? ""
      : ` (${formatDuration(medianInterval[0])} – ${formatDuration(medianInterval[1])})`;
  return {
    key: path,
    subject: { channels, words: facetValueWords("path", path) },
    href,
    cases: formatCount(cases),
    share: switched.of < percentFrom ? "" : percent(cases / switched.of, switched.of),
    contacts: (contacts / cases).toFixed(1),
    time: medianUs === null ? "–" : `${formatDuration(medianUs)}${range}`,
  };
}

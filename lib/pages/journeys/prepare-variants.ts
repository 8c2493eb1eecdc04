import { parseChannel } from "@/lib/domain/trace/channel";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { Variant, Variants } from "@/lib/analytics/journeys/tally-variants";
import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Deviation } from "@/lib/stats/compare-with-rest";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import type { JourneysQuery } from "./url";
import { listHref } from "@/lib/analytics/words/overview-links";
import { pathFinding, ratesApart } from "@/lib/analytics/findings/rates-apart";
import { clusteredBasis, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import type { VariantRow, VariantsModel } from "./journeys-model";

const apartWords: Readonly<Record<Deviation, string>> = {
  above: ", above the others",
  below: ", below the others",
  none: "",
};

/** Prepares the most frequent paths with their outcomes. */
export function prepareVariants(
  variants: Variants,
  rates: GroupRates,
  { cases }: JourneysQuery,
): VariantsModel {
  const { top, paths, switched } = variants;
  const sides = ratesApart(rates);
  const sumsOf = new Map(rates.groups.map(({ value, sums }) => [value, sums]));
  const hidden = paths - top.length;
  return {
    title: pathFinding(rates),
    subtitle: "Cases by the channels they went over, repeats in a row as one",
    rows: top.map((variant) => ({
      ...variantRow(variant, variants, listHref(cases, { facets: { path: [variant.path] } })),
      ...resolvedOf(sumsOf.get(variant.path), sides.get(variant.path) ?? "none"),
    })),
    note: [
      `${formatCounted(top.length, "path")} of ${formatCount(paths)} shown${hidden > 0 ? ", the most frequent" : ""}; ${formatCounted(switched.of, "case")} with a contact.`,
      "Time to resolution is of the cases resolved with evidence: half took at most so long.",
    ].join(" "),
  };
}

/** A path's resolution rate, and its direction against all others. */
function resolvedOf(
  sums: ClusterSums | undefined,
  side: Deviation,
): Pick<VariantRow, "resolved" | "basis"> {
  if (sums === undefined || sums.of === 0) return { resolved: "–", basis: "" };
  return { resolved: rateWords(sums), basis: `${clusteredBasis(sums)}${apartWords[side]}` };
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

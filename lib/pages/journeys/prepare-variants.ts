import { parseChannel } from "@/lib/domain/trace/channel";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { Variant, Variants } from "@/lib/analytics/journeys/tally-variants";
import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { notApart, type Comparison } from "@/lib/stats/compare-with-rest";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount, formatDuration } from "@/lib/format/format";
import type { JourneysQuery } from "./url";
import { listHref } from "@/lib/analytics/words/overview-links";
import { pathFinding, ratesApart, notCertain } from "@/lib/analytics/findings/rates-apart";
import { clusteredBasis, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import type { VariantRow, VariantsModel } from "./journeys-model";
import { variantWords } from "./words";

/**
 * Prepares the most frequent paths with their outcomes.
 * @param rates resolution by path; null: the data can't say how cases end
 */
export function prepareVariants(
  variants: Variants,
  rates: GroupRates | null,
  { cases }: JourneysQuery,
): VariantsModel {
  const { top } = variants;
  const comparisons = rates === null ? new Map<string, Comparison>() : ratesApart(rates);
  const sumsOf = new Map((rates?.groups ?? []).map(({ value, sums }) => [value, sums]));
  return {
    title: rates === null ? variantWords.title : pathFinding(rates),
    subtitle: variantWords.subtitle,
    rows: top.map((variant) => ({
      ...variantRow(variant, variants, listHref(cases, { facets: { path: [variant.path] } })),
      ...resolvedOf(sumsOf.get(variant.path), comparisons.get(variant.path) ?? notApart),
    })),
    isEndKnown: rates !== null,
    note: noteOf(variants, rates !== null),
  };
}

function noteOf({ top, paths, switched }: Variants, isEndKnown: boolean): string {
  if (paths === 0) return "";
  const shown = variantWords.note(shownWords(top.length, paths), switched.of);
  return isEndKnown ? `${shown} ${variantWords.timeNote}` : shown;
}

/** "The 12 most common of 48 paths", "All 3 paths". */
function shownWords(shown: number, paths: number): string {
  if (shown < paths) return variantWords.mostCommon(shown, paths);
  return paths === 1 ? variantWords.only : variantWords.all(paths);
}

/** A path's resolution rate, and its direction against all others. */
function resolvedOf(
  sums: ClusterSums | undefined,
  { side, isCertain }: Comparison,
): Pick<VariantRow, "resolved" | "basis"> {
  if (sums === undefined || sums.of === 0) return { resolved: "–", basis: "" };
  const apart = `${variantWords.apart[side]}${side === "none" || isCertain ? "" : notCertain}`;
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

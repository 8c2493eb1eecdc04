import { parseChannel } from "@/lib/domain/channel";
import type { Variant, Variants } from "@/lib/rollup/journeys/tally-variants";
import { levelOfEach } from "@/lib/stats/level-of-each";
import { newcombeDifference } from "@/lib/stats/newcombe-difference";
import { facetValueWords } from "../facet-words";
import { formatCount, formatCounted, formatDuration } from "../format";
import type { JourneysQuery } from "../journeys-query";
import { listHref } from "../overview/overview-links";
import { directionOf, percent, percentFrom, rateBasis, rateWords } from "../share-words";
import type { VariantRow, VariantsModel } from "./journeys-model";

/** Lays out the most frequent paths, each with what became of its cases. */
export function prepareVariants(variants: Variants, { cases }: JourneysQuery): VariantsModel {
  const { top, paths, switched } = variants;
  const hidden = paths - top.length;
  return {
    title: findingOf(variants),
    subtitle: "Cases by the channels they went over, repeats in a row as one",
    rows: top.map((variant) =>
      rowOf(variant, variants, listHref(cases, { facets: { path: [variant.path] } })),
    ),
    note: [
      `${formatCounted(top.length, "path")} of ${formatCount(paths)} shown${hidden > 0 ? ", the most frequent" : ""}; ${formatCounted(switched.of, "case")} with a contact.`,
      "Time to resolution is of the cases resolved with evidence: half took at most so long.",
    ].join(" "),
  };
}

function rowOf(variant: Variant, { switched, resolved: all }: Variants, href: string): VariantRow {
  const { path, cases, contacts, resolved, medianUs, medianInterval } = variant;
  const difference = newcombeDifference(resolved, {
    hits: all.hits - resolved.hits,
    of: all.of - resolved.of,
  });
  const way = difference === null ? "none" : directionOf(difference);
  const against = way === "none" ? "" : way === "up" ? ", above the others" : ", below the others";
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
    resolved: rateWords(resolved),
    basis: resolved.of === 0 ? "" : `${rateBasis(resolved)}${against}`,
    time: medianUs === null ? "–" : `${formatDuration(medianUs)}${range}`,
  };
}

/** The frequent path that is certainly resolved less often than the rest, if there is one. */
function findingOf({ top, resolved: all }: Variants): string {
  const rated = top.filter(({ resolved }) => resolved.of >= percentFrom);
  const level = levelOfEach(rated.length);
  const worse = rated.filter(({ resolved }) => {
    const rest = { hits: all.hits - resolved.hits, of: all.of - resolved.of };
    const difference = newcombeDifference(resolved, rest, level);
    return difference !== null && directionOf(difference) === "down";
  });
  const [worst] = worse.toSorted(
    (one, two) => one.resolved.hits / one.resolved.of - two.resolved.hits / two.resolved.of,
  );
  if (top.length === 0) return "No case, no path";
  if (worst === undefined) return "No frequent path is resolved clearly less often than the others";
  return `${facetValueWords("path", worst.path)} is resolved least often: ${rateWords(worst.resolved)}, clearly below the other paths`;
}

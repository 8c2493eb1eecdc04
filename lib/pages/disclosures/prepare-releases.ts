import type { DotModel, DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import { shownReleases } from "@/lib/analytics/charts/shown-releases";
import type { DisclosureRelease } from "@/lib/analytics/disclosures/tally-releases";
import type { FoundValue } from "@/lib/analytics/facets/child-traits";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { counted } from "@/lib/analytics/words/overview-links";
import { ruleName } from "@/lib/format/disclosure-words";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { percent, percentTick, rateBasis, rateWords } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { DisclosuresQuery } from "./url";

type NamedRelease = DisclosureRelease & { readonly release: string };

/** The share given under each release, of the chosen rule and channel. @returns null where no release is named */
export function prepareReleases(
  query: DisclosuresQuery,
  releases: readonly DisclosureRelease[],
): DotModel | null {
  const { shown, leftOut } = shownReleases(releases, query.cases.facets.release);
  if (shown.length === 0) return null;
  const rows = shown.map((each) => dotOf(query, each));
  const title = titleOf(shown);
  const all = shown.map(requiredOf).reduce(sum);
  const unnamed = releases.find(({ release }) => release === null);
  return {
    rows,
    frame: {
      title,
      subtitle: `${subjectOf(query)}: share given as required under each release, in release order.`,
      label: `${title}: ${rows.map(({ subject, shown: words }) => `${subject.words} ${words}`).join(", ")}.`,
      links: [],
      note: [
        leftOut,
        unnamed === undefined
          ? ""
          : `${formatCounted(unnamed.given + unnamed.notGiven + unnamed.notEvaluable, "disclosure")} in contacts that name no release.`,
      ]
        .filter((words) => words !== "")
        .join(" "),
      table: {
        columns: [
          { words: "Release", isNumber: false },
          { words: "First contact", isNumber: false },
          { words: "Given", isNumber: true },
          { words: "Not given", isNumber: true },
          { words: "Not evaluable", isNumber: true },
        ],
        rows: shown.map(({ release, firstUs, given, notGiven, notEvaluable }) => [
          { words: release },
          { words: formatInstant(firstUs, "day") },
          counted(given, listHref(query, release, "given")),
          counted(notGiven, listHref(query, release, "not_given")),
          counted(notEvaluable, listHref(query, release, "not_evaluable")),
        ]),
      },
    },
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1 },
      reference:
        all.of === 0
          ? null
          : { at: all.hits / all.of, words: `all ${percent(all.hits / all.of, all.of)}` },
      wordsOf: percentTick,
    }),
  };
}

function requiredOf({ given, notGiven }: DisclosureRelease) {
  return { hits: given, of: given + notGiven };
}

type Share = ReturnType<typeof requiredOf>;

function sum(one: Share, other: Share): Share {
  return { hits: one.hits + other.hits, of: one.of + other.of };
}

function subjectOf({ rule, on }: DisclosuresQuery): string {
  const what = rule === null ? "All rules" : ruleName(rule);
  return on === null ? what : `${what} on ${channelWords[on]}`;
}

function titleOf(shown: readonly NamedRelease[]): string {
  const rated = shown.filter((each) => requiredOf(each).of > 0);
  const [first, last] = [rated[0], rated.at(-1)];
  if (first === undefined || last === undefined || first === last) return "By release";
  return `By release: given in ${rateWords(requiredOf(first))} on ${first.release}, in ${rateWords(requiredOf(last))} on ${last.release}`;
}

function dotOf(query: DisclosuresQuery, tally: NamedRelease): DotRow {
  const { release, notGiven, notEvaluable } = tally;
  const rate = requiredOf(tally);
  const isRated = rate.of > 0;
  const found = notGiven > 0 ? "not_given" : isRated ? "given" : "not_evaluable";
  return {
    ...{ key: release, subject: { channels: [], words: release }, hollow: null },
    href: listHref(query, release, found),
    value: isRated ? rate.hits / rate.of : null,
    interval: wilsonInterval(rate.hits, rate.of),
    shown: isRated ? rateWords(rate) : "not evaluable",
    basis: isRated ? rateBasis(rate) : formatCounted(notEvaluable, "disclosure"),
  };
}

function listHref({ cases, rule, on }: DisclosuresQuery, sent: string, found: FoundValue): string {
  const traits = { found, sent, ...(rule === null ? {} : { rule }) };
  return childListHref({ thing: "disclosures", cases, on, traits });
}

import { levelOfEach } from "@/lib/stats/level-of-each";
import { newcombeDifference } from "@/lib/stats/newcombe-difference";
import { wilsonInterval } from "@/lib/stats/wilson-interval";
import type { SlaGroup } from "@/lib/rollup/sla/tally-sla";
import type { ChartSubject, DotRow } from "../charts/chart-model";
import { scaleOf } from "../charts/scale";
import type { CasesQuery } from "../cases-query";
import { formatCount } from "../format";
import { listHref } from "../overview/overview-links";
import type { DotModel } from "../overview/overview-model";
import { directionOf, isFew, percentFrom, percentTick, rateBasis, rateWords } from "../share-words";

type NamedGroup = SlaGroup & { readonly subject: ChartSubject };

const words = {
  type: { kind: "Case type", title: "case type", note: "case type" },
  first: { kind: "First channel", title: "channel", note: "channel a case began on" },
} as const;

/** Draws how often each group is closed in time, and names those that differ from all others. */
export function compareGroups(
  query: CasesQuery,
  groups: readonly NamedGroup[],
  facet: keyof typeof words,
): DotModel {
  const all = groups.reduce(
    (sum, { rate }) => ({ hits: sum.hits + rate.hits, of: sum.of + rate.of }),
    { hits: 0, of: 0 },
  );
  const hrefOf = (value: string) =>
    listHref(query, {
      facets: { [facet]: [value] },
      metric: { id: "sla_attainment", part: "denominator" },
    });
  const rows: readonly DotRow[] = groups.map(({ value, subject, rate }) => ({
    ...{ key: value, subject, hollow: null, href: hrefOf(value) },
    value: rate.hits / rate.of,
    interval: wilsonInterval(rate.hits, rate.of),
    ...{ shown: rateWords(rate), basis: rateBasis(rate) },
  }));
  const reference =
    all.of === 0 ? null : { at: all.hits / all.of, words: `all cases ${rateWords(all)}` };
  const { kind, note } = words[facet];
  const title = findingOf(groups, words[facet].title);
  const few = groups.filter(({ rate }) => isFew(rate.of)).map(({ subject }) => subject.words);
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1, reference },
      wordsOf: percentTick,
    }),
    frame: {
      title,
      subtitle: `Cases closed in time, of those whose target came due, by ${note}, with its 95% interval`,
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      links: [],
      note:
        few.length === 0
          ? ""
          : `Few cases: ${list.format(few)}. Read the interval there, not the dot.`,
      table: {
        columns: [
          { words: kind, isNumber: false },
          { words: "In time", isNumber: true },
          { words: "Cases", isNumber: true },
          { words: "Rate, 95%", isNumber: true },
        ],
        rows: groups.map(({ value, subject, rate }) => [
          { words: subject.words },
          { words: formatCount(rate.hits) },
          { words: formatCount(rate.of), href: hrefOf(value) },
          { words: `${rateWords(rate)}, ${rateBasis(rate)}` },
        ]),
      },
    },
  };
}

const list = new Intl.ListFormat("en-GB");

/** Names the groups whose share differs from that of all the others, as the intervals allow. */
function findingOf(groups: readonly NamedGroup[], noun: string): string {
  if (groups.length === 0) return "No target has come due yet";
  if (groups.length === 1) return `All these cases are of one ${noun}`;
  const all = groups.reduce(
    (sum, { rate }) => ({ hits: sum.hits + rate.hits, of: sum.of + rate.of }),
    { hits: 0, of: 0 },
  );
  const level = levelOfEach(groups.length);
  const differing = (way: "up" | "down") =>
    groups
      .filter(({ rate }) => {
        const others = { hits: all.hits - rate.hits, of: all.of - rate.of };
        // Of a few nothing is claimed, nor against a few, however far off they look.
        if (Math.min(rate.of, others.of) < percentFrom) return false;
        const difference = newcombeDifference(rate, others, level);
        return difference !== null && directionOf(difference) === way;
      })
      .map(({ subject }) => subject.words);
  const [less, more] = [differing("down"), differing("up")];
  if (less.length > 0) return `${named(less)}: closed in time less often than the others`;
  if (more.length > 0) return `${named(more)}: closed in time more often than the others`;
  return `No ${noun} can be told apart from the others`;
}

/** A list that begins a sentence. */
function named(groups: readonly string[]): string {
  const words = list.format(groups);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

import { unsaid } from "@/lib/rollup/case-facets";
import {
  decomposeChange,
  type Contribution,
  type ReleasePart,
} from "@/lib/rollup/overview/decompose-change";
import type { ReleaseCell } from "@/lib/rollup/overview/release-cells";
import { totalRate } from "@/lib/rollup/overview/cell-sums";
import { newcombeDifference } from "@/lib/stats/newcombe-difference";
import type { BarRow, ChartCell } from "../charts/chart-model";
import { joinedByAnd } from "../filter-sentence";
import { formatCount, formatCounted } from "../format";
import { directionOf, pointsWords, rateWords, signed } from "../share-words";
import type { ComparedSource, FigureSource } from "./figure-source";
import { kindName } from "./kind-words";
import { listHref } from "./overview-links";
import type { BarModel } from "./overview-model";

/** One bar: a kind of case and one of the two ways in which it adds to the change. */
type Part = { readonly of: Contribution; readonly by: "rate" | "mix"; readonly amount: number };

const partsMax = 7;
const releasesMax = 3;

/**
 * Lays out what the change of the resolution rate is made of, the largest parts first, what is left as one.
 * @returns null where nothing is compared
 */
export function prepareChange(
  { now, before, beforeWords }: ComparedSource,
  released: readonly ReleaseCell[],
): BarModel | null {
  if (before === null) return null;
  const difference = newcombeDifference(
    totalRate(now.figures.cells),
    totalRate(before.figures.cells),
  );
  const contributions = decomposeChange(now.figures.cells, before.figures.cells, released);
  if (difference === null || contributions.length === 0) return null;
  const parts = contributions
    .flatMap((of): readonly Part[] => [
      { of, by: "rate", amount: of.rate },
      { of, by: "mix", amount: of.mix },
    ])
    .filter(({ amount }) => amount !== 0)
    .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  const shown = parts.slice(0, partsMax);
  const rest = parts.slice(partsMax);
  const rows = [...shown.map((part) => rowOf(part, now, before)), ...restRow(rest)];
  const isClear = directionOf(difference) !== "none";
  const title = titleOf(shown, isClear);
  return {
    rows,
    frame: {
      title,
      subtitle: `What changed: parts of ${pointsWords(difference)}, of case resolution on ${beforeWords}, by case type, first channel and release`,
      label: `${title}. ${rows.map(({ subject, shown: words }) => `${subject.words} ${words}`).join(", ")}.`,
      table: tableOf(contributions, now, before),
      links: [],
      note: [
        isClear
          ? "Rate: the same kind of case went differently. Mix: there was more or less of it. All parts sum to the change."
          : "The whole change is within chance: read this as where to look, not as proof. All parts sum to it.",
        tellReleases(contributions),
      ]
        .filter((each) => each !== "")
        .join(" "),
    },
  };
}

function titleOf(parts: readonly Part[], isClear: boolean): string {
  const [largest] = parts;
  if (largest === undefined) return "Nothing moved";
  const lead = `${kindName(largest.of)}, ${byWords(largest)},`;
  return isClear
    ? `${lead} contributes most to the change`
    : `${lead} moved most, in a change that may be chance`;
}

function byWords({ by, of, amount }: Part): string {
  if (by === "rate") return amount < 0 ? "resolved less often" : "resolved more often";
  return of.now.of === 0 || isLess(of) ? "fewer than before" : "more than before";
}

/** Whether there is less of a kind than before, by the sign of what its mix does to a rate below or above. */
function isLess({ now, before, mix }: Contribution): boolean {
  return before.of > now.of && mix !== 0;
}

function rowOf(part: Part, now: FigureSource, before: FigureSource): BarRow {
  const { of, by, amount } = part;
  const isGone = of.now.of === 0;
  const source = isGone ? before : now;
  return {
    key: `${by} ${of.first} ${of.type}`,
    subject: { channels: [], words: `${kindName(of)} ${byWords(part)}` },
    amount,
    shown: signed(100 * amount, 1),
    basis: by,
    ...(by === "rate" ? detailOf(of) : {}),
    href: cellHref(source, of),
  };
}

function restRow(rest: readonly Part[]): readonly BarRow[] {
  if (rest.length === 0) return [];
  const amount = rest.reduce((sum, part) => sum + part.amount, 0);
  return [
    {
      key: "rest",
      subject: { channels: [], words: `Everything else, ${formatCounted(rest.length, "part")}` },
      amount,
      shown: signed(100 * amount, 1),
      basis: "both",
      href: null,
    },
  ];
}

function cellHref({ cases }: FigureSource, { type, first }: Contribution): string {
  return listHref(cases, {
    facets: { type: [type], first: [first] },
    metric: { id: "case_resolution_rate", part: "denominator" },
  });
}

function tableOf(
  contributions: readonly Contribution[],
  now: FigureSource,
  before: FigureSource,
): BarModel["frame"]["table"] {
  const columns = [
    "Kind of case, release",
    "Cases",
    "Resolved",
    "Cases before",
    "Resolved before",
    "Rate",
    "Mix",
  ];
  const sorted = [...contributions].sort(
    (one, other) => Math.abs(other.rate + other.mix) - Math.abs(one.rate + one.mix),
  );
  return {
    columns: columns.map((words, at) => ({ words, isNumber: at > 0 })),
    rows: sorted.flatMap((each) => [
      kindRow(each, now, before),
      ...each.releases.map((part) => releaseRow(each, part, now)),
    ]),
  };
}

function kindRow(each: Contribution, now: FigureSource, before: FigureSource): ChartCell[] {
  return [
    { words: kindName(each) },
    { words: formatCount(each.now.of), ...linkOf(now, each, each.now.of) },
    { words: rateWords(each.now) },
    { words: formatCount(each.before.of), ...linkOf(before, each, each.before.of) },
    { words: rateWords(each.before) },
    { words: signed(100 * each.rate, 1) },
    { words: signed(100 * each.mix, 1) },
  ];
}

/** Part of the row above it: what the cases of a release add to the rate. */
function releaseRow(of: Contribution, part: ReleasePart, now: FigureSource): ChartCell[] {
  return [
    { words: `– ${kindName(of)}, ${releaseWords(part)}` },
    { words: formatCount(part.now.of), ...releaseLink(of, part, now) },
    { words: rateWords(part.now) },
    { words: "" },
    { words: "" },
    { words: signed(100 * part.rate, 1) },
    { words: "" },
  ];
}

/** A list of one release also holds the cases that another served too, which are counted in a row of their own. */
function releaseLink(
  of: Contribution,
  part: ReleasePart,
  { cases }: FigureSource,
): { href?: string } {
  const [only = unsaid, ...others] = part.releases;
  const isShared = of.releases.some((each) => each !== part && each.releases.includes(only));
  if (others.length > 0 || isShared) return {};
  const facets = { type: [of.type], first: [of.first], release: [only] };
  return {
    href: listHref(cases, {
      facets,
      metric: { id: "case_resolution_rate", part: "denominator" },
    }),
  };
}

function linkOf(source: FigureSource, of: Contribution, count: number): { href?: string } {
  return count === 0 ? {} : { href: cellHref(source, of) };
}

function releaseWords({ releases }: Pick<ReleasePart, "releases">): string {
  return releases.length === 0 ? "no release named" : joinedByAnd(releases);
}

/** Of a kind whose rate moved: the release that moved it most the same way. */
function detailOf({ rate, releases }: Contribution): Pick<BarRow, "detail"> {
  const [most] = releases
    .filter((part) => part.rate * rate > 0)
    .toSorted((one, other) => Math.abs(other.rate) - Math.abs(one.rate));
  if (most === undefined || releases.length < 2) return {};
  return { detail: `most under ${releaseWords(most)}: ${signed(100 * most.rate, 1)}` };
}

/** Over all kinds, what each release adds to the rate, the largest first. */
function tellReleases(contributions: readonly Contribution[]): string {
  const sums = new Map<string, number>();
  for (const part of contributions.flatMap(({ releases }) => releases)) {
    const name = releaseWords(part);
    sums.set(name, (sums.get(name) ?? 0) + part.rate);
  }
  if (sums.size < 2) return "";
  const largest = [...sums]
    .toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, releasesMax)
    .map(([name, amount]) => `${name} ${signed(100 * amount, 1)}`);
  const rate = contributions.reduce((sum, each) => sum + each.rate, 0);
  return `By release, against the same kinds of case before: ${largest.join(", ")}, of ${signed(100 * rate, 1)} of rate in all.`;
}

import { decomposeChange, type Contribution } from "@/lib/rollup/overview/decompose-change";
import { totalRate } from "@/lib/rollup/overview/cell-sums";
import { newcombeDifference } from "@/lib/stats/newcombe-difference";
import type { BarRow } from "../charts/chart-model";
import { formatCount, formatCounted } from "../format";
import { directionOf, pointsWords, rateWords, signed } from "../share-words";
import type { ComparedSource, FigureSource } from "./figure-source";
import { kindName } from "./kind-words";
import { listHref } from "./overview-links";
import type { BarModel } from "./overview-model";

/** One bar: a kind of case and one of the two ways in which it adds to the change. */
type Part = { readonly of: Contribution; readonly by: "rate" | "mix"; readonly amount: number };

const partsMax = 7;

/**
 * Lays out what the change of the resolution rate is made of, the largest parts first, what is left as one.
 * @returns null where nothing is compared
 */
export function prepareChange({ now, before, beforeWords }: ComparedSource): BarModel | null {
  if (before === null) return null;
  const difference = newcombeDifference(
    totalRate(now.figures.cells),
    totalRate(before.figures.cells),
  );
  const contributions = decomposeChange(now.figures.cells, before.figures.cells);
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
      subtitle: `What changed: parts of ${pointsWords(difference)}, of case resolution on ${beforeWords}, by case type and first channel`,
      label: `${title}. ${rows.map(({ subject, shown: words }) => `${subject.words} ${words}`).join(", ")}.`,
      table: tableOf(contributions, now, before),
      links: [],
      note: isClear
        ? "Rate: the same kind of case went differently. Mix: there was more or less of it. All parts sum to the change."
        : "The whole change is within chance: read this as where to look, not as proof. All parts sum to it.",
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
    basis: by === "rate" ? "rate" : "mix",
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
    "Kind of case",
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
    rows: sorted.map((each) => [
      { words: kindName(each) },
      { words: formatCount(each.now.of), ...linkOf(now, each, each.now.of) },
      { words: rateWords(each.now) },
      { words: formatCount(each.before.of), ...linkOf(before, each, each.before.of) },
      { words: rateWords(each.before) },
      { words: signed(100 * each.rate, 1) },
      { words: signed(100 * each.mix, 1) },
    ]),
  };
}

function linkOf(source: FigureSource, of: Contribution, count: number): { href?: string } {
  return count === 0 ? {} : { href: cellHref(source, of) };
}

import { decomposeChange, releaseEffect, type Contribution } from "./decompose-change";
import type { ReleaseCell } from "@/lib/analytics/outcomes/release-cells";
import type { BarRow } from "@/lib/analytics/charts/chart-model";
import { directionOf, pointsWords, signed } from "@/lib/format/share-words";
import {
  cellHref,
  changeTable,
  nameReleases,
  releaseWords,
  type ReleaseNames,
} from "./change-table";
import { changeOfShare } from "./change-of-share";
import type { ComparedSource, FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { kindName } from "@/lib/analytics/words/kind-words";
import type { BarModel } from "@/lib/analytics/charts/chart-model";
import { changeWords } from "./words";

/** One bar: a kind of case with its rate or mix effect. */
type Effect = { readonly of: Contribution; readonly by: "rate" | "mix"; readonly amount: number };

const partsMax = 7;
const releasesMax = 3;

/**
 * Prepares the decomposition of the change in resolution rate, largest first, the rest as one bar.
 * @returns null: no comparison
 */
export function prepareChange(
  { now, before, beforeWords }: ComparedSource,
  released: readonly ReleaseCell[],
): BarModel | null {
  if (before === null) return null;
  const difference = changeOfShare("case_resolution_rate", { now, before });
  const contributions = decomposeChange(now.figures.cells, before.figures.cells, released);
  if (difference === null || contributions.length === 0) return null;
  const effects = contributions
    .flatMap((of): readonly Effect[] => [
      { of, by: "rate", amount: of.rate },
      { of, by: "mix", amount: of.mix },
    ])
    .filter(({ amount }) => amount !== 0)
    .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  const shown = effects.slice(0, partsMax);
  const rest = effects.slice(partsMax);
  const rows = [...shown.map((effect) => changeBar(effect, now, before)), ...restRow(rest)];
  const isClear = directionOf(difference) !== "none";
  const releaseNames = nameReleases(contributions);
  const title = titleOf(shown, isClear);
  return {
    rows,
    frame: {
      title,
      subtitle: changeWords.subtitle(pointsWords(difference, 1), beforeWords),
      label: `${title}. ${rows.map(({ subject, shown: words }) => `${subject.words} ${words}`).join(", ")}.`,
      table: changeTable(contributions, now, before, releaseNames),
      links: [],
      note: [
        isClear ? changeWords.note : changeWords.noteUnclear,
        describeReleases(contributions, releaseNames),
      ]
        .filter((each) => each !== "")
        .join(" "),
    },
  };
}

function titleOf(effects: readonly Effect[], isClear: boolean): string {
  const [largest] = effects;
  if (largest === undefined) return changeWords.nothing;
  const part = isClear ? changeWords.most : changeWords.mostUnclear;
  return changeWords.title(kindName(largest.of), byWords(largest), part);
}

function byWords({ by, of, amount }: Effect): string {
  if (by === "rate") return amount < 0 ? changeWords.lessOften : changeWords.moreOften;
  return of.now.of === 0 || isLess(of) ? changeWords.fewer : changeWords.more;
}

/** Whether a kind's weight fell, from the sign of its mix effect. */
function isLess({ now, before, mix }: Contribution): boolean {
  return before.of > now.of && mix !== 0;
}

function changeBar(effect: Effect, now: FigureSource, before: FigureSource): BarRow {
  const { of, by, amount } = effect;
  const isGone = of.now.of === 0;
  const source = isGone ? before : now;
  return {
    key: `${by} ${of.first} ${of.type}`,
    subject: { channels: [], words: `${kindName(of)} ${byWords(effect)}` },
    amount,
    shown: signed(100 * amount, 1),
    basis: changeWords.basis[by],
    ...(by === "rate" ? detailOf(of) : {}),
    href: cellHref(source, of),
  };
}

function restRow(rest: readonly Effect[]): readonly BarRow[] {
  if (rest.length === 0) return [];
  const amount = rest.reduce((sum, effect) => sum + effect.amount, 0);
  return [
    {
      key: "rest",
      subject: { channels: [], words: changeWords.rest(rest.length) },
      amount,
      shown: signed(100 * amount, 1),
      basis: changeWords.basis.both,
      href: null,
    },
  ];
}

/** The release that contributed most to a kind's rate effect. */
function detailOf(of: Contribution): Pick<BarRow, "detail"> {
  const effects = of.releases.map((cell) => ({ cell, rate: releaseEffect(of, cell) }));
  const [most] = effects
    .filter(({ rate }) => rate * of.rate > 0)
    .toSorted((one, other) => Math.abs(other.rate) - Math.abs(one.rate));
  if (most === undefined || effects.length < 2) return {};
  const points = signed(100 * most.rate, 1);
  return { detail: changeWords.mostUnder(releaseWords(most.cell), points) };
}

/** Each release's contribution over all kinds, largest first. */
function describeReleases(
  contributions: readonly Contribution[],
  releaseNames: ReleaseNames,
): string {
  const sums = new Map<string, number>();
  for (const of of contributions) {
    for (const cell of of.releases) {
      const name = releaseNames.get(cell.releases) ?? "";
      sums.set(name, (sums.get(name) ?? 0) + releaseEffect(of, cell));
    }
  }
  if (sums.size < 2) return "";
  const largest = [...sums]
    .toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, releasesMax)
    .map(([name, amount]) => `${name} ${signed(100 * amount, 1)}`);
  const rate = contributions.reduce((sum, each) => sum + each.rate, 0);
  return changeWords.byRelease(largest, signed(100 * rate, 1));
}

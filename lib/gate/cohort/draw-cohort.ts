import {
  stratumDimensions,
  type CohortCandidate,
  type CohortDraw,
  type DrawRequest,
  type StratumDimension,
} from "@/lib/domain/gate/cohort-draw";
import type { Risk } from "@/lib/domain/trace/identity";
import { groupBy } from "@/lib/format/group-by";
import { drawPositions } from "@/lib/stats/draw-positions";
import { seededBelow } from "@/lib/stats/seeded-below";
import { isCrossChannel } from "../score-items";
import { allocate, type Stratum } from "./allocate";
import { pooledName, stratumName, traitsKey } from "./stratum-name";

/** What a case counts for in a risk-based draw; one whose risk is not stated counts like one of low risk. */
const riskWeights: Readonly<Record<Risk, number>> = { high: 4, medium: 2, low: 1 };

/**
 * Draws a cohort of production cases: of each stratum in proportion, at least one of each as far as the size allows
 * (see `allocate`), at random by the request's seed within a stratum. Channel paths of which proportion gives less than
 * one case are one stratum, "other path", so that a long tail of paths does not take the places of common ones. A
 * wished share of cross-channel cases is drawn apart from the others, and what one side lacks is drawn of the other.
 * @param candidates each once, in any order
 */
export function drawCohort(
  candidates: readonly CohortCandidate[],
  request: DrawRequest,
): CohortDraw {
  const inOrder = candidates.toSorted(byCaseId);
  const by = stratumDimensions.filter(
    (each) => request.by.includes(each) || (each === "risk" && request.method === "risk_based"),
  );
  const crossing = inOrder.filter(isCrossChannel);
  const single = inOrder.filter((candidate) => !isCrossChannel(candidate));
  const { size, crossChannelShare } = request;
  const wish = crossChannelShare === null ? null : Math.round(crossChannelShare * size);
  const ofCrossing = Math.min(crossing.length, Math.max(wish ?? 0, size - single.length));
  const halves =
    wish === null
      ? [{ from: inOrder, size }]
      : [
          { from: crossing, size: ofCrossing },
          { from: single, size: size - ofCrossing },
        ];
  const below = seededBelow(request.seed);
  const strata = halves.flatMap((half) => {
    const own = strataOf(half.from, half.size, by, request.method);
    const counts = allocate(own, half.size);
    return own.map(({ name, cases }, at) => ({
      ...{ name, cases },
      drawn: [...drawPositions(cases.length, counts[at] ?? 0, below)].flatMap(
        (position) => cases[position] ?? [],
      ),
    }));
  });
  const drawn = strata
    .flatMap(({ name, drawn: own }) => own.map((candidate) => ({ candidate, stratum: name })))
    .sort((a, b) => byCaseId(a.candidate, b.candidate));
  const opened = inOrder.map(({ openedUs }) => openedUs);
  return {
    ...{ request, by, population: inOrder.length, crossChannelPopulation: crossing.length },
    openedUs: opened.length === 0 ? null : [least(opened), -least(opened.map((us) => -us))],
    drawn,
    crossChannel: drawn.filter(({ candidate }) => isCrossChannel(candidate)).length,
    crossChannelWish: wish,
    strata: [...groupBy(strata, ({ name }) => name)].sort(byName).map(([stratum, own]) => ({
      stratum,
      population: own.reduce((sum, { cases }) => sum + cases.length, 0),
      drawn: own.reduce((sum, each) => sum + each.drawn.length, 0),
    })),
  };
}

type StratumOfCases = Stratum & { readonly cases: readonly CohortCandidate[] };

/** Strata by name, those of rare paths pooled. */
function strataOf(
  from: readonly CohortCandidate[],
  size: number,
  by: readonly StratumDimension[],
  method: DrawRequest["method"],
): readonly StratumOfCases[] {
  const weightOf = ({ risk }: CohortCandidate) =>
    method === "risk_based" ? riskWeights[risk ?? "low"] : 1;
  const weights = from.reduce((sum, candidate) => sum + weightOf(candidate), 0);
  const alike = [...groupBy(from, traitsKey).values()].flatMap((cases) => {
    const [first] = cases;
    return first === undefined ? [] : [{ first, cases, name: stratumName(first, by) }];
  });
  const named = [...groupBy(alike, ({ name }) => name).values()].flatMap((groups) => {
    const own = groups.reduce((sum, { first, cases }) => sum + weightOf(first) * cases.length, 0);
    if (size * own >= weights) return groups;
    return groups.map((group) => ({ ...group, name: pooledName(group.first, by) }));
  });
  return [...groupBy(named, ({ name }) => name)].sort(byName).map(([name, groups]) => {
    const cases = groups.flatMap((group) => group.cases).sort(byCaseId);
    const [first] = cases;
    return { name, cases, count: cases.length, weight: first === undefined ? 1 : weightOf(first) };
  });
}

function byCaseId(a: CohortCandidate, b: CohortCandidate): number {
  return a.caseId < b.caseId ? -1 : 1;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

import {
  stratumDimensions,
  type CohortCandidate,
  type CohortDraw,
  type DrawRequest,
} from "@/lib/domain/gate/cohort-draw";
import type { Risk } from "@/lib/domain/trace/identity";
import { groupBy } from "@/lib/format/group-by";
import { drawPositions } from "@/lib/stats/draw-positions";
import { seededBelow } from "@/lib/stats/seeded-below";
import { isCrossChannel } from "../score-items";
import { allocate } from "./allocate";
import { stratumName } from "./stratum-name";

/** What a case counts for in a risk-based draw; one whose risk is not stated counts like one of low risk. */
const riskWeights: Readonly<Record<Risk, number>> = { high: 4, medium: 2, low: 1 };

/**
 * Draws a cohort of production cases: of each stratum in proportion, at least one of each as far as the size allows
 * (see `allocate`), at random by the request's seed within a stratum. A wished share of cross-channel cases is drawn
 * apart from the others, and what one side lacks is drawn of the other.
 * @param candidates each once, in any order
 */
export function drawCohort(
  candidates: readonly CohortCandidate[],
  request: DrawRequest,
): CohortDraw {
  const inOrder = candidates.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
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
  const drawn = halves
    .flatMap((half) => drawStrata(half.from, half.size, by, request.method, below))
    .sort((a, b) => (a.candidate.caseId < b.candidate.caseId ? -1 : 1));
  const opened = inOrder.map(({ openedUs }) => openedUs);
  const byStratum = groupBy(drawn, ({ stratum }) => stratum);
  const strata = [...groupBy(inOrder, (candidate) => stratumName(candidate, by))].sort(byName);
  return {
    request,
    population: inOrder.length,
    crossChannelPopulation: crossing.length,
    openedUs: opened.length === 0 ? null : [least(opened), -least(opened.map((us) => -us))],
    drawn,
    crossChannel: drawn.filter(({ candidate }) => isCrossChannel(candidate)).length,
    crossChannelWish: wish,
    strata: strata.map(([stratum, cases]) => ({
      ...{ stratum, population: cases.length },
      drawn: byStratum.get(stratum)?.length ?? 0,
    })),
  };
}

function drawStrata(
  from: readonly CohortCandidate[],
  size: number,
  by: Parameters<typeof stratumName>[1],
  method: DrawRequest["method"],
  below: (limit: number) => number,
): CohortDraw["drawn"] {
  const strata = [...groupBy(from, (candidate) => stratumName(candidate, by))].sort(byName);
  const counts = allocate(
    strata.map(([name, cases]) => ({
      ...{ name, count: cases.length },
      weight: method === "risk_based" ? riskWeights[cases[0]?.risk ?? "low"] : 1,
    })),
    size,
  );
  return strata.flatMap(([stratum, cases], at) =>
    [...drawPositions(cases.length, counts[at] ?? 0, below)].flatMap((position) => {
      const candidate = cases[position];
      return candidate === undefined ? [] : [{ candidate, stratum }];
    }),
  );
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

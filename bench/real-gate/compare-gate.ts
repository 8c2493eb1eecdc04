import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { GateLabel } from "@/lib/domain/gate/run";
import type { GateEvaluator } from "@/lib/gate/outcome-of-case";
import { expectedActions } from "@/lib/gate/expected-actions";
import type { GateRecord } from "@/lib/gate/record";
import { isCrossChannel } from "@/lib/gate/score-items";
import { conversationResolution } from "@/lib/evaluators/resolution/conversation-resolution";
import { errorAdjusted } from "@/lib/stats/proportions/rogan-gladen";
import type { ReplayedCase } from "./derive-cases";
import { cohortItems, decide, evaluators, labelsOf, oracle, runOf, type Truth } from "./judge";
import type { Drawn } from "./pair-runs";
import { caseIdOf } from "./write-replay";

const bar = 0.78;

type Share = { readonly hits: number; readonly of: number };

/** The gate's share by one evaluator, beside the labels' share of the same items. */
export type Comparison = {
  readonly evaluator: GateEvaluator;
  readonly record: GateRecord;
  readonly gate: Share;
  /** By labels: of all cross-channel items, and of those that were scored. */
  readonly truth: { readonly all: Share; readonly scored: Share };
  /** The gate's share corrected for the evaluator's measured error, 95 %, two-sided; null: not measured. */
  readonly corrected: {
    readonly value: number;
    readonly interval: readonly [number, number];
  } | null;
  /** The oracle: equal to the labels. Ours: the labels' share is in the corrected interval. Null: not measured. */
  readonly agrees: boolean | null;
};

export type Direction = {
  readonly candidate: "v14" | "v15";
  readonly baseline: "v14" | "v15";
  readonly comparisons: readonly Comparison[];
};

/** Decides v15 against v14, and the other way round, by each evaluator. */
export function compareGate(
  drawn: Drawn,
  cases: readonly ReplayedCase[],
  truth: Truth,
): readonly Direction[] {
  const items = cohortItems(drawn.replays);
  const directions = [
    { candidate: "v15", baseline: "v14" },
    { candidate: "v14", baseline: "v15" },
  ] as const;
  return directions.map(({ candidate, baseline }) => ({
    candidate,
    baseline,
    comparisons: evaluators.map((evaluator) => {
      const runs = [candidate, baseline].map((release) => runOf(cases, release, evaluator));
      const [judged, before] = runs;
      if (judged === undefined || before === undefined) throw new Error("A run is missing.");
      // The labels are of what was resolved: they measure the error of no other question.
      const isMeasured = evaluator === conversationResolution || evaluator === expectedActions;
      const labels: readonly GateLabel[] = isMeasured ? labelsOf(cases, truth, evaluator) : [];
      return compare(
        evaluator,
        decide(items, judged, before, labels, bar),
        candidate,
        items,
        truth,
      );
    }),
  }));
}

function compare(
  evaluator: GateEvaluator,
  record: GateRecord,
  release: "v14" | "v15",
  items: readonly CohortItem[],
  truth: Truth,
): Comparison {
  const { share, proof } = record.verdict.figures;
  const crossing = items.filter(isCrossChannel).map(({ id }) => id);
  const isScored = new Map(
    record.input.candidate.outcomes.map(({ item, score }) => [item, score !== null]),
  );
  const shareOf = (ids: readonly string[]): Share => {
    const hits = ids.filter((item) => truth.get(caseIdOf({ release, item })) === true).length;
    return { hits, of: ids.length };
  };
  const labelled = {
    all: shareOf(crossing),
    scored: shareOf(crossing.filter((id) => isScored.get(id))),
  };
  const gate = { hits: share?.resolved ?? 0, of: share?.scored ?? 0 };
  const effective = share?.effective ?? 0;
  const corrected =
    evaluator === oracle
      ? null
      : errorAdjusted({ hits: (share?.value ?? 0) * effective, of: effective }, proof);
  const [low, high] = corrected?.interval ?? [0, 1];
  const apparent = labelled.scored.hits / labelled.scored.of;
  const isWithin = corrected === null ? null : low <= apparent && apparent <= high;
  const isEqual = gate.hits === labelled.all.hits && gate.of === labelled.all.of;
  const agrees = evaluator === oracle ? isEqual : isWithin;
  return { evaluator, record, gate, truth: labelled, corrected, agrees };
}

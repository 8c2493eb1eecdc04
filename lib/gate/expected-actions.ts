import type { Verdict } from "@/lib/domain/case/case";
import type { GateAction } from "@/lib/domain/gate/gate-action";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { compareActions } from "./compare-actions";

/** The gate's evaluator that compares what a replay changed with what its case expects. */
export const expectedActions = { name: "expected_actions", version: 1 } as const;

/**
 * Judges what a replay changed: 1 where all that was expected was done and nothing else, otherwise 0.
 * @param expected of the cohort's item; undefined: it states none
 * @param done null: the replay cannot be judged
 */
export function judgeActions(
  expected: readonly GateAction[] | undefined,
  done: readonly GateAction[] | null,
): Verdict {
  if (expected === undefined) return unscored("The cohort states no actions for this case.");
  if (done === null) return unscored("What was changed in this replay cannot be judged.");
  const { missing, unexpected } = compareActions(expected, done);
  const faults = [
    ...(missing.length === 0 ? [] : [`Not done: ${named(missing)}.`]),
    ...(unexpected.length === 0 ? [] : [`Not expected: ${named(unexpected)}.`]),
  ];
  const asExpected =
    expected.length === 0
      ? "Nothing was changed, as expected."
      : `${formatCounted(expected.length, "expected action")} done, and nothing else.`;
  return {
    status: "scored",
    value: faults.length === 0 ? 1 : 0,
    because: faults.length === 0 ? asExpected : faults.join(" "),
    evidence: [],
  };
}

function unscored(because: string): Verdict {
  return { status: "not-scorable", because };
}

/**
 * `judgeActions` as an outcome of the gate.
 * @param outcomes what the evaluators said of the replay: its channels, its critical failures, and why it cannot be judged
 */
export function outcomeByActions(
  { item, repeat }: Pick<RunOutcome, "item" | "repeat">,
  expected: readonly GateAction[] | undefined,
  done: readonly GateAction[] | null,
  outcomes: readonly RunOutcome[],
): RunOutcome {
  const verdict = judgeActions(expected, done);
  const isScored = verdict.status === "scored";
  const [first] = outcomes;
  const cannotBeJudged = done === null ? (first?.error ?? null) : null;
  return {
    ...{ item, repeat },
    score: isScored ? verdict.value : null,
    error: isScored ? null : (cannotBeJudged ?? verdict.because),
    evaluator: expectedActions.name,
    version: String(expectedActions.version),
    channels: first?.channels ?? null,
    critical: [...new Set(outcomes.flatMap(({ critical }) => critical))].sort(),
  };
}

function named(actions: readonly GateAction[]): string {
  return joinedByAnd(actions.map(describeAction));
}

/** An action on one line, such as "cancel_order (order_id W1)". */
export function describeAction({ tool, arguments: given }: GateAction): string {
  const fields = Object.entries(given).map(
    ([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return fields.length === 0 ? tool : `${tool} (${fields.join(", ")})`;
}

import { contextRetention } from "@/lib/evaluators/context-retention/context-retention";
import { conversationResolution } from "@/lib/evaluators/resolution/conversation-resolution";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import type { CaseToJudge, Score } from "@/lib/domain/case/case";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { GateLabel, Run } from "@/lib/domain/gate/run";
import { judgedCohort } from "@/lib/gate/cohort/judged-cohort";
import { hashCohort } from "@/lib/gate/gate-hashes";
import { actionsOfReplay } from "@/lib/pipeline/derive/actions-of-replay";
import { expectedActions, outcomeByActions } from "@/lib/gate/expected-actions";
import { outcomeOfCase, type GateEvaluator } from "@/lib/gate/outcome-of-case";
import { readPolicy } from "@/lib/gate/read/read-policy";
import { makeRecord, type GateRecord } from "@/lib/gate/record";
import { sha256 } from "@/lib/store/sha256";
import type { ReplayedCase } from "./derive-cases";
import { caseIdOf } from "./write-replay";
import type { ReplayedRow } from "./pair-runs";

/** Says what the data set's label says. */
export const oracle: GateEvaluator = { name: "labels", version: 1 };
/** All that the releases are judged by. */
export const evaluators: readonly GateEvaluator[] = [
  oracle,
  conversationResolution,
  contextRetention,
  expectedActions,
];

export type Truth = ReadonlyMap<string, boolean>;

export function truthOf(rows: readonly ReplayedRow[]): Truth {
  return new Map(rows.map((row) => [caseIdOf(row), row.row.label === 1]));
}

/** Scores a case by ours, and its last contact by its label. */
export function createEvaluate(truth: Truth): (assembled: CaseToJudge) => readonly Score[] {
  return (assembled) => {
    const last = endingContacts(assembled.interactions).at(-1);
    const label = truth.get(assembled.caseId);
    if (label === undefined) throw new Error(`${assembled.caseId} has no label.`);
    const ofLabel = { value: Number(label), because: "Its label.", evidence: [] };
    const byLabel: readonly Score[] =
      last === undefined
        ? []
        : [
            {
              ...{ evaluator: oracle.name, version: oracle.version },
              target: { kind: "interaction", ordinal: last.ordinal },
              verdict: { status: "scored", ...ofLabel },
            },
          ];
    return [...byLabel, ...runEvaluators(assembled, [conversationResolution, contextRetention])];
  };
}

/** The cohort that the replays are of. */
export function cohortItems(replays: readonly ReplayedRow[]): readonly CohortItem[] {
  return replays
    .filter(({ release }) => release === "v15")
    .map(({ item, task, channels, row }) => ({
      ...{ id: item, cluster: task, channels: [...channels].sort() },
      ...{ expected: null, stratum: row.domain },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A release's outcomes by one evaluator, as the gate reads a run. */
export function runOf(
  cases: readonly ReplayedCase[],
  release: string,
  evaluator: GateEvaluator,
): Run {
  const outcomes = cases
    .filter(({ replay }) => replay.run === release)
    .map(({ derived, replay }) => {
      if (evaluator !== expectedActions) return outcomeOfCase(derived, replay, evaluator);
      const expected = cases.find(
        (each) => each.replay.run === "approved" && each.replay.item === replay.item,
      );
      return outcomeByActions(
        replay,
        expected === undefined ? undefined : (actionsOfReplay(expected.derived) ?? undefined),
        actionsOfReplay(derived),
        [outcomeOfCase(derived, replay, oracle)],
      );
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1));
  return { release, cohort: null, outcomes };
}

/** What the labels say of conversations of no item, beside our score of them; those without a score are left out. */
export function labelsOf(
  cases: readonly ReplayedCase[],
  truth: Truth,
  evaluator: GateEvaluator,
): readonly GateLabel[] {
  return runOf(cases, "labelled", evaluator).outcomes.flatMap(({ item, score }) => {
    const resolved = truth.get(caseIdOf({ release: "labelled", item }));
    if (score === null || resolved === undefined) return [];
    return [
      {
        ...{ id: item, resolved, score },
        evaluator: evaluator.name,
        version: String(evaluator.version),
      },
    ];
  });
}

/** The gate's verdict, by the product's own decision. */
export function decide(
  items: readonly CohortItem[],
  candidate: Run,
  baseline: Run,
  labels: readonly GateLabel[],
  minimum: number,
): GateRecord {
  const policy: GatePolicy = readPolicy(null, minimum);
  const cohort = judgedCohort({ name: "tau-200", sha256: hashCohort(items, sha256), items });
  const given = { labels: [...labels], labelSource: null, repeatedRun: null };
  const before = { earlierAttempts: [], judgedOtherwise: [] };
  const input = { cohort, candidate, baseline, policy, ...given, ...before };
  return makeRecord(input, sha256);
}

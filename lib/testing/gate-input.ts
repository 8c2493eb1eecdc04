import type { GateInput } from "@/lib/domain/gate/gate-input";
import { hashCohort } from "@/lib/gate/gate-hashes";
import { judgedCohort } from "@/lib/gate/cohort/judged-cohort";
import { readCohort } from "@/lib/gate/read/read-cohort";
import { readLabels } from "@/lib/gate/read/read-labels";
import { readPolicy } from "@/lib/gate/read/read-policy";
import { readRun } from "@/lib/gate/read/read-run";
import { sha256 } from "@/lib/store/sha256";
import { cohortRows, jsonLines } from "./gate-rows";

type Rows = Parameters<typeof jsonLines>[0];

/** The gate's input from rows, as its command reads it. */
export function gateInput({
  cohort = cohortRows(),
  candidate,
  baseline,
  labels,
  policy = "minimum: 0.78",
  earlierAttempts = [],
  repeatedRun = null,
}: {
  readonly cohort?: Rows;
  readonly candidate: Rows;
  readonly baseline?: Rows;
  readonly labels?: Rows;
  readonly policy?: string;
  readonly earlierAttempts?: string[];
  readonly repeatedRun?: GateInput["repeatedRun"];
}): GateInput {
  const file = (name: string, rows: Rows) => ({ name, text: jsonLines(rows) });
  const read = readCohort(file("golden.jsonl", cohort), "golden");
  return {
    cohort: judgedCohort({ ...read, sha256: hashCohort(read.items, sha256) }),
    candidate: readRun(file("v15.jsonl", candidate), "v15"),
    baseline: baseline === undefined ? null : readRun(file("v14.jsonl", baseline), "v14"),
    labels: labels === undefined ? [] : [...readLabels(file("labels.jsonl", labels))],
    labelSource: null,
    repeatedRun,
    policy: readPolicy({ name: "gate.yaml", text: policy }, null),
    earlierAttempts,
    judgedOtherwise: [],
  };
}

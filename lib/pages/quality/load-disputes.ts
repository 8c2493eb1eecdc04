import "server-only";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import type { Dispute } from "@/lib/domain/quality/comparison";
import { truthOfLabel } from "@/lib/domain/quality/label";
import { rankDisputes } from "./rank-disputes";
import { readOtherScores } from "./load-comparisons";
import { readLabelledScores } from "./load-labelled-scores";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const disputesMax = 200;

/** Scores most contradicted by imported scores, language models and people, within the scope. */
export async function loadDisputes(
  { path, scope }: SeenWorkspace,
  evaluator: string,
): Promise<readonly Dispute[]> {
  const db = workspaceReader(path);
  if (db === null) return [];
  const others = await readOtherScores(db, scope, evaluator);
  const labels = await readLabelledScores(db, scope, evaluator);
  return rankDisputes([...others, ...labels.flatMap(disputeOf)], disputesMax);
}

/** The current score that a label is about; none of a promise, a fact or what is not scored. */
function disputeOf({ label, place, now }: PlacedLabel): readonly Dispute[] {
  const truth = truthOfLabel(label);
  if (place === null || place.kind === "promise" || place.kind === "fact") return [];
  if (truth === null || now === null || now.value === null) return [];
  const { answer, currentCaseId } = label;
  const said = truth ? 1 : 0;
  return [
    {
      caseId: currentCaseId,
      kind: place.kind,
      ordinal: "ordinal" in place ? place.ordinal : null,
      ours: now.value,
      theirs: answer.kind === "should-be-value" ? answer.value : said,
      by: { kind: "person" },
    },
  ];
}

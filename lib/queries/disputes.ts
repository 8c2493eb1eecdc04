import "server-only";
import type { PlacedLabel } from "@/lib/domain/agreement";
import type { Dispute } from "@/lib/domain/comparison";
import { truthOfLabel } from "@/lib/domain/label";
import { rankDisputes } from "@/lib/rollup/rank-disputes";
import { readOtherScores } from "./comparisons";
import { readLabelledScores } from "./labelled-scores";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

const disputesMax = 200;

/** Where imported scores, language models and people contradict an evaluator most, within the scope. */
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

/** What a label says of a score as it is now; none of a promise, a fact or what is not scored. */
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

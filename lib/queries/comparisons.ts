import type { Comparison, OtherJudge, ScorePair } from "@/lib/domain/comparison";
import { counterpartOf } from "@/lib/domain/published-evaluators";
import { compareScores } from "@/lib/rollup/compare-scores";
import { readScorePairs } from "@/lib/store/score-pairs";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

/** Compares what an evaluator of ours said of the newest cases with what others said of the same. */
export async function loadComparisons(
  { path, scope }: SeenWorkspace,
  evaluator: string,
): Promise<readonly Comparison[]> {
  const reader = workspaceReader(path);
  if (reader === null) return [];
  const { imported, models } = await readScorePairs(reader, scope, evaluator);
  const own = imported.filter(({ name }) => {
    const counterpart = counterpartOf(name);
    return counterpart?.evaluator === evaluator && counterpart.isSameScale;
  });
  const groups = new Map<string, Group>();
  for (const { name, ...pair } of own) put(groups, pair, { kind: "imported", name });
  for (const { model, rubric, ...pair } of models)
    put(groups, pair, { kind: "model", model, rubric });
  return [...groups.values()]
    .map(({ version, other, pairs }) => ({ version, other, ...compareScores(pairs) }))
    .toSorted((a, b) => b.version - a.version || b.agreed.of - a.agreed.of);
}

type Group = {
  readonly version: number;
  readonly other: OtherJudge;
  readonly pairs: ScorePair[];
};

function put(
  groups: Map<string, Group>,
  pair: ScorePair & { readonly version: number },
  other: OtherJudge,
): void {
  const { version } = pair;
  const key = JSON.stringify([version, other]);
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { version, other, pairs: [pair] });
  else known.pairs.push(pair);
}

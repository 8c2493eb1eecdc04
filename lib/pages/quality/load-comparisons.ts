import type {
  Comparison,
  OtherJudge,
  ScorePair,
  ScorePlace,
} from "@/lib/domain/quality/comparison";
import { counterpartOf } from "@/lib/domain/quality/published-evaluators";
import { compareScores } from "./compare-scores";
import type { Database } from "@/lib/store/port";
import type { Scope } from "@/lib/domain/people/permission";
import { readScorePairs } from "@/lib/store/decisions/score-pairs";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** Compares an evaluator's scores of the newest cases with imported ones of the same targets. */
export async function loadComparisons(
  { path, scope }: SeenWorkspace,
  evaluator: string,
): Promise<readonly Comparison[]> {
  const reader = workspaceReader(path);
  if (reader === null) return [];
  const groups = new Map<string, Group>();
  for (const { by, ...pair } of await readOtherScores(reader, scope, evaluator))
    put(groups, pair, by);
  return [...groups.values()]
    .map(({ version, other, pairs }) => ({ version, other, ...compareScores(pairs) }))
    .toSorted((a, b) => b.version - a.version || b.agreed.of - a.agreed.of);
}

/** Imported scores of the targets of an evaluator's scores, where their values mean the same. */
export async function readOtherScores(
  db: Database,
  scope: Scope | null,
  evaluator: string,
): Promise<readonly OtherScore[]> {
  const { imported, models } = await readScorePairs(db, scope, evaluator);
  const own = imported.filter(({ name }) => {
    const counterpart = counterpartOf(name);
    return counterpart?.evaluator === evaluator && counterpart.isSameScale;
  });
  return [
    ...own.map(({ name, ...pair }) => ({ ...pair, by: { kind: "imported", name } as const })),
    ...models.map(({ model, rubric, ...pair }) => ({
      ...pair,
      by: { kind: "model", model, rubric } as const,
    })),
  ];
}

type OtherScore = ScorePair & ScorePlace & { readonly version: number; readonly by: OtherJudge };

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

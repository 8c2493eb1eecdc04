import { expect, it } from "vitest";
import { isCrossChannel } from "@/lib/gate/score-items";
import { demoSeed } from "@/lib/testing/demo-workspace";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { readReplays, readRunSummaries, type ReplayRow } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { demoBaseline, demoCandidate, demoReplays } from "./demo-replays";
import { planCohort } from "./plan-cohort";

const { items, requestsOf } = demoReplays(demoSeed);
const requests = requestsOf("golden-200");

it("plans 200 items, most of them over two channels", () => {
  expect(items).toHaveLength(200);
  expect(new Set(items.map(({ id }) => id)).size).toBe(200);
  expect(items.filter(isCrossChannel)).toHaveLength(150);
  expect(demoReplays(demoSeed).requestsOf("golden-200")).toEqual(requests);
});

/** Evaluators by which many cases pass in one run and not in the other: on denied promises, and on all others. */
function differencesOf(before: readonly ReplayRow[], after: readonly ReplayRow[]) {
  const denied = new Set(
    planCohort()
      .filter(({ fate }) => fate === "regressed")
      .map(({ id }) => id),
  );
  const changed = { elsewhere: new Map<string, number>(), onDenied: new Map<string, number>() };
  for (const [at, row] of after.entries()) {
    for (const { evaluator, score } of row.outcomes) {
      const other =
        before[at]?.outcomes.find((each) => each.evaluator === evaluator)?.score ?? null;
      if (evaluator === null || score === null || other === null) continue;
      if (score >= 0.5 === other >= 0.5) continue;
      const counts = denied.has(row.item) ? changed.onDenied : changed.elsewhere;
      counts.set(evaluator, (counts.get(evaluator) ?? 0) + 1);
    }
  }
  const often = (counts: ReadonlyMap<string, number>, from: number) =>
    [...counts].flatMap(([name, count]) => (count >= from ? name : [])).sort();
  return { elsewhere: often(changed.elsewhere, 10), onDenied: often(changed.onDenied, 3) };
}

it("is scored as planned: the candidate regresses on promised refunds, and no case of production is made", async () => {
  await withTestWorkspace(
    async (workspace) => {
      await workspace.ingestRequests(requests);
      await workspace.derive();
      const { db } = workspace;
      expect(await listCaseIds(db)).toEqual([]);
      const runs = await readRunSummaries(db);
      expect(runs.map(({ run, items: count }) => [run, count])).toEqual([
        ["2026.23-golden-200", 200],
        ["2026.22-golden-200", 200],
      ]);
      const [before, after] = await Promise.all(
        [demoBaseline, demoCandidate].map(({ release }) =>
          readReplays(db, `${release}-golden-200`),
        ),
      );
      expect(differencesOf(before ?? [], after ?? [])).toEqual({
        elsewhere: [],
        onDenied: ["context_retention", "conversation_resolution", "customer_sentiment", "tone"],
      });
      for (const { release, isCandidate } of [demoBaseline, demoCandidate]) {
        const replays = await readReplays(db, `${release}-golden-200`);
        const scores = new Map(
          replays.map(({ item, outcomes }) => [
            item,
            outcomes.find(({ evaluator }) => evaluator === "conversation_resolution"),
          ]),
        );
        const wrong = planCohort().filter(({ id, fate }) => {
          const isResolved = fate === "resolved" || fate === (isCandidate ? "fixed" : "regressed");
          const score = scores.get(id)?.score ?? null;
          return score === null || score >= 0.5 !== isResolved;
        });
        expect(
          wrong.map(({ id, fate }) => [id, fate, scores.get(id)?.score, scores.get(id)?.error]),
        ).toEqual([]);
      }
    },
    { nowUs: demoSeed.endUs },
  );
});

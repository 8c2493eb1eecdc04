import { describe, expect, it } from "vitest";
import { judgeCases } from "@/lib/judge/judge-cases";
import { openTokenBudget } from "@/lib/judge/token-budget";
import { withModelServer } from "@/lib/testing/model-server";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadComparisons } from "./load-comparisons";
import { loadDisputes } from "./load-disputes";

const startUs = 1_767_600_000_000_000;

/** Two cases like each other, with another's score on the root of each. */
async function withScoredCases(work: (workspace: TestWorkspace) => Promise<void>): Promise<void> {
  await withTestWorkspace(async (workspace) => {
    const cases = ["ConversationResolution", "Tone"].flatMap((name, index) =>
      [0.9, 0.1].map((value, place) =>
        supportCase({
          caseId: `${name}-${String(place)}`,
          idSuffix: `0${String(index)}${String(place)}`,
          startUs,
          messages: [
            { who: "customer", text: `Please refund order W${String(place)}, thank you.` },
            { who: "tool", text: '{"status":"refunded"}' },
            { who: "agent", text: "It is refunded." },
            { who: "customer", text: "Great, that solved it." },
          ],
          attributes: {
            "gen_ai.evaluation.name": name,
            "gen_ai.evaluation.score.value": value,
          },
        }),
      ),
    );
    await workspace.ingestRequests(cases);
    await workspace.derive();
    await work(workspace);
  });
}

function seen({ folder }: TestWorkspace) {
  return { path: locationIn(folder, "main"), scope: null };
}

describe("an evaluator beside what others say", () => {
  it("is compared with imported scores of the same question on the same contacts alone", async () => {
    await withScoredCases(async (workspace) => {
      const [comparison, ...others] = await loadComparisons(
        seen(workspace),
        "conversation_resolution",
      );
      expect(others).toEqual([]);
      expect(comparison).toMatchObject({
        other: { kind: "imported", name: "ConversationResolution" },
        agreed: { hits: 1, of: 2 },
      });
      expect(comparison?.disagreements).toHaveLength(1);
    });
  });

  it("is contradicted where another is across 0.5, and seen within the scope alone", async () => {
    await withScoredCases(async (workspace) => {
      const { path } = seen(workspace);
      const disputes = await loadDisputes({ path, scope: null }, "conversation_resolution");
      expect(disputes).toMatchObject([
        {
          caseId: "ConversationResolution-1",
          kind: "interaction",
          ordinal: 0,
          theirs: 0.1,
          by: { kind: "imported", name: "ConversationResolution" },
        },
      ]);
      const scope = { regions: ["EU"], teams: [] };
      expect(await loadDisputes({ path, scope }, "conversation_resolution")).toEqual([]);
    });
  });

  it("is compared with nobody beyond the scope", async () => {
    await withScoredCases(async (workspace) => {
      const scope = { regions: ["EU"], teams: [] };
      const { path } = seen(workspace);
      expect(await loadComparisons({ path, scope }, "conversation_resolution")).toEqual([]);
    });
  });

  it("is compared with a language model as long as its case stays as it was", async () => {
    const text = JSON.stringify({
      status: "scored",
      value: 0.9,
      reason: "It was refunded.",
      evidence: [{ message: 0, quote: "Please refund" }],
    });
    await withModelServer(
      () => ({ text }),
      (server) =>
        withScoredCases(async (workspace) => {
          const now = () => startUs;
          const settings = {
            endpoint: `${server.url}/chat/completions`,
            model: "small",
            key: null,
            evaluators: ["conversation_resolution"],
            concurrency: 1,
            tokensPerDay: 100_000,
            timeoutMs: 2000,
          };
          const budget = openTokenBudget(workspace.db, settings.tokensPerDay, now);
          const dependencies = { now, wait: () => Promise.resolve(), budget };
          const { maskAnswer } = workspace;
          const judge = { settings, dependencies, mask: (words: string) => words, maskAnswer };
          await judgeCases(workspace.db, judge, 10);
          const ofModel = async () =>
            (await loadComparisons(seen(workspace), "conversation_resolution")).filter(
              ({ other }) => other.kind === "model",
            );
          expect(await ofModel()).toMatchObject([
            { other: { model: "small", rubric: 1 }, agreed: { of: 4 } },
          ]);
          const more = [{ who: "customer", text: "Hello?" }] as const;
          await workspace.ingestRequests([
            supportCase({ caseId: "Tone-0", idSuffix: "0f", startUs: startUs + 1, messages: more }),
          ]);
          await workspace.derive();
          expect(await ofModel()).toMatchObject([{ agreed: { of: 3 } }]);
        }),
    );
  });
});

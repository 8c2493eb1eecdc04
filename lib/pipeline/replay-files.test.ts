import { expect, it } from "vitest";
import type { ReadReplays } from "@/lib/ingest/replays/read-replays";
import { ingestItems } from "@/lib/pipeline/intake/ingest-items";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { readReplayedCase, readReplays, readRunSummaries } from "@/lib/store/gate/replays";
import { openBatch } from "@/lib/store/spans/batches";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readReplayFile } from "@/lib/testing/replays/read-replay-file";
import { firstLiveKitReport, localTextReport } from "@/lib/testing/replays/simulator-reports";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

async function ingest({ db, folder }: TestWorkspace, { spans }: ReadReplays): Promise<void> {
  const batch = await openBatch(db, "report.json", 1);
  const preparation = createPreparation(await readSettings(db), folder);
  await ingestItems(inOneBatch(spans), { db, batch, preparation, now: () => 1 });
}

async function* inOneBatch(spans: ReadReplays["spans"]): AsyncGenerator<ReadReplays["spans"]> {
  await Promise.resolve();
  yield spans;
}

it("a simulator's calls and chats become replays of a run, with what evaluators say of them", async () => {
  await withTestWorkspace(async (workspace) => {
    const scenario = "refund";
    await ingest(workspace, await readReplayFile(localTextReport, { leg: 2 }));
    const calls = await readReplayFile(firstLiveKitReport, { scenario, leg: 1 });
    await ingest(workspace, calls);
    expect(await workspace.derive()).toHaveLength(2);

    expect(await readRunSummaries(workspace.db)).toMatchObject([
      { run: "r1", releases: ["v15"], items: 2, replays: 2 },
    ]);
    const replays = await readReplays(workspace.db, "r1");
    const ada = replays.find(({ item }) => calls.failures.every((failed) => failed.item !== item));
    const derived = ada === undefined ? null : await readReplayedCase(workspace.db, ada);
    expect(derived?.interactions.map(({ channel }) => channel)).toEqual(["voice", "chat"]);
    expect(derived?.messages.map(({ speaker }) => speaker)).toEqual([
      "customer",
      "agent",
      "customer",
      "customer",
      "agent",
      "tool",
      "agent",
    ]);
    const resolution = ada?.outcomes.find(
      ({ evaluator }) => evaluator === "conversation_resolution",
    );
    expect(resolution?.channels).toEqual(["chat", "voice"]);
    const failed = replays.find((replay) => replay !== ada);
    expect(
      failed?.outcomes.map(({ evaluator, score, error }) => [evaluator, score, error]),
    ).toEqual(
      expect.arrayContaining([[null, null, "the replay failed: could not connect to room"]]),
    );
  });
});

it("a replay that failed after some words is not scored, and has its own reason, masked", async () => {
  await withTestWorkspace(async (workspace) => {
    const messages = [
      { role: "customer", content: "I was promised my money back." },
      { role: "agent", content: "The 20 dollars are on your card." },
      { role: "customer", content: "Thank you, that solved it!" },
    ];
    const said = { item: "refund-1", channel: "chat", messages };
    const error = "voice leg\ntimed out for al@example.com";
    await ingest(workspace, await readReplayFile(said));
    await ingest(workspace, await readReplayFile({ ...said, item: "refund-2", error }));
    await workspace.derive();
    const [scored, failed] = await readReplays(workspace.db, "r1");
    expect(scored?.outcomes.some(({ score }) => score !== null)).toBe(true);
    expect(failed?.outcomes.map(({ evaluator }) => evaluator)).toEqual([
      ...(scored?.outcomes.map(({ evaluator }) => evaluator) ?? []),
      null,
    ]);
    const reasons = new Set(
      failed?.outcomes.map((each) => `${String(each.score)} ${each.error ?? ""}`),
    );
    expect([...reasons]).toEqual([
      expect.stringMatching(/^null the replay failed: voice leg timed out for (?!al@)\S+$/u),
    ]);
  });
});

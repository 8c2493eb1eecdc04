import { expect, it } from "vitest";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import { makeRecord, formatRecord } from "@/lib/gate/record";
import { sha256 } from "@/lib/store/sha256";
import { createHalfOfName } from "@/lib/pipeline/worker/data-folder";
import { writeRun } from "@/lib/store/gate/runs";
import { writeVerdict } from "@/lib/store/gate/verdicts";
import { gateInput } from "@/lib/testing/gate-input";
import { storeCohort } from "@/lib/testing/stored-runs";
import { asReplay } from "@/lib/testing/spans/as-replay";
import { supportCase, type SupportMessage } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import type { ReplayItemModel } from "./item-model";
import { replayCodec, type ReplayQuery } from "./item-url";
import { loadReplayItem } from "./load-item";

const startUs = 1_767_600_000_000_000;
const asks: SupportMessage = {
  who: "customer",
  text: "My flugelhorn came dented, a refund please",
};
const thanks: SupportMessage = { who: "customer", text: "Great, that is all. Thank you!" };
const refunds: readonly SupportMessage[] = [
  asks,
  { who: "tool", text: "refunded" },
  { who: "agent", text: "I have refunded your order W123." },
  thanks,
];
const fails: readonly SupportMessage[] = [
  { ...asks, text: "my flugelhorn came dented: a refund, please!" },
  { who: "tool", text: "no such order", isError: true },
  { who: "agent", text: "I can't do that here. Please call us." },
  { who: "customer", text: "Nobody picks up. I still have no refund." },
];

const item: CohortItem = {
  ...{ id: "G-1", cluster: null, channels: ["chat"], stratum: "refund", source: "C-77" },
  ...{ expected: "The order is refunded", opening: [{ channel: "chat", text: asks.text }] },
};

type Run = Parameters<typeof asReplay>[1];

async function replay(
  { ingestRequests, derive }: TestWorkspace,
  of: Omit<Run, "item"> & { readonly item?: string },
  messages: readonly SupportMessage[],
  at: number,
) {
  const suffix = String(10 + at);
  const { release = "" } = of;
  const given = supportCase({
    ...{ caseId: `C-${suffix}`, idSuffix: suffix, startUs: startUs + at * 3_600_000_000, messages },
    attributes: { "gen_ai.system_instructions": `You help.\nYou are ${release}.` },
  });
  await ingestRequests(asReplay([given], { item: "G-1", ...of }, "f"));
  await derive();
}

const load = ({ folder }: TestWorkspace, run: string, query: Partial<ReplayQuery> = {}) =>
  loadReplayItem(
    { path: locationIn(folder, "main"), scope: null },
    { run, item: "G-1" },
    { ...replayCodec.defaultValue, ...query },
    createHalfOfName(folder),
  );
const runsOf = (model: ReplayItemModel | null) => [model?.candidate.run, model?.baseline?.run];

it("shows two replays with the frozen case, where they part, their spans and their evidence", async () => {
  await withTestWorkspace(async (workspace) => {
    const cohort = await storeCohort(workspace.db, "golden", [item]);
    await replay(workspace, { run: "v14-a", release: "v14", cohort }, refunds, 0);
    await replay(workspace, { run: "v15-a", release: "v15", cohort }, fails, 1);
    const model = await load(workspace, "v15-a");
    expect(model).toMatchObject({
      title: expect.stringMatching(/: not resolved with v15, resolved with v14$/u) as string,
      frozen: { expected: "The order is refunded", cohort: "golden, version 1" },
      parting: {
        words: expect.stringMatching(/ turn 2, .* refund_order failed with v15 /u) as string,
        href: "#turn-2",
      },
      candidate: { name: "v15", result: { label: "Not resolved" } },
      baseline: { name: "v14", result: { label: "Resolved" } },
      ...{ repeats: [], runs: [], isCut: false },
    });
    expect(model?.given?.prompts.map(({ words }) => words)).toEqual(["1 line changed"]);
    expect(model?.frozen?.source?.caseId).toBe("C-77");
    const turns = model?.contacts.flatMap((contact) => contact.turns) ?? [];
    expect(turns.map(({ isParting }) => isParting)).toEqual([false, true, false, false]);
    const links = turns.flatMap(({ candidate, baseline }) => [candidate, baseline]);
    expect(links.every((view) => /^\/traces\/f+.*\?span=/u.test(view?.traceHref ?? ""))).toBe(true);
    // Each place on the page has an address of its own.
    const places = links.flatMap((view) => view?.message.ordinal ?? []);
    expect(new Set(places).size).toBe(8);
    const resolution = model?.scores.find((row) => row.evaluator === "conversation_resolution");
    const quotes = [resolution?.candidate, resolution?.baseline].map((score) =>
      score?.quotations.map((quote) =>
        quote.kind === "words" ? quote.words.map(({ raw }) => raw).join("") : "",
      ),
    );
    expect(quotes[0]?.join(" ")).toContain("I can't do that here");
    expect(quotes[1]?.join(" ")).toContain("that is all");
  });
});

it("compares with the latest verdict's baseline, else the latest other run, else with what is asked for", async () => {
  await withTestWorkspace(async (workspace) => {
    const { db } = workspace;
    await replay(workspace, { run: "v13-a", release: "v13" }, refunds, 0);
    await replay(workspace, { run: "v14-a", release: "v14" }, refunds, 1);
    await replay(workspace, { run: "v15-a", release: "v15" }, fails, 2);
    expect(runsOf(await load(workspace, "v15-a"))).toEqual(["v15-a", "v14-a"]);
    const asked = await load(workspace, "v15-a", { against: "v13-a" });
    expect(runsOf(asked)).toEqual(["v15-a", "v13-a"]);
    expect(asked?.runs.map(({ words, isChosen }) => [words, isChosen])).toEqual([
      ["v14-a", false],
      ["v13-a", true],
    ]);

    const scored = { item: "G-1", score: 0.9, evaluator: "conversation_resolution", version: "1" };
    const input = gateInput({ candidate: [scored], baseline: [scored] });
    const judged = { ...input, baseline: input.baseline && { ...input.baseline, release: "v13" } };
    const record = formatRecord(makeRecord(judged, sha256));
    const verdict = { run: "v15-a", release: "v15", cohort: "h", candidate: "c", record };
    await db.write((connection) => writeVerdict(connection, verdict, startUs));
    expect(runsOf(await load(workspace, "v15-a"))).toEqual(["v15-a", "v13-a"]);

    const stored = { run: "v12-a", release: "v12", cohort: null, createdUs: startUs };
    const missing = [{ item: "G-1", why: "timed out after 30m" }];
    await db.write(async (connection) => {
      await writeRun(connection, { ...stored, missing });
    });
    const without = await load(workspace, "v15-a", { against: "v12-a" });
    expect(without).toMatchObject({
      baseline: null,
      title: "G-1: not resolved with v15",
      parting: { words: expect.stringMatching(/v12-a .*: timed out after 30m$/u) as string },
    });
  });
});

it("shows one repeat at a time, and the same of the other run where it has it", async () => {
  await withTestWorkspace(async (workspace) => {
    await replay(workspace, { run: "v14-a", release: "v14" }, fails, 0);
    await replay(workspace, { run: "v14-a", release: "v14", repeat: "2" }, refunds, 1);
    await replay(workspace, { run: "v15-a", release: "v15" }, refunds, 2);
    await replay(workspace, { run: "v15-a", release: "v15", repeat: "2" }, refunds, 3);
    const first = await load(workspace, "v15-a");
    expect(first?.repeats.map(({ words, isChosen }) => [words, isChosen])).toEqual([
      ["Repeat 1", true],
      ["Repeat 2", false],
    ]);
    expect(first?.title).toMatch(/: resolved with v15, not resolved with v14$/u);
    expect((await load(workspace, "v15-a", { repeat: 2 }))?.parting.href).toBeNull();
  });
});

it("shows the first messages of a conversation that is too long to compare", async () => {
  await withTestWorkspace(async (workspace) => {
    const long = Array.from({ length: 401 }, (_, at): SupportMessage => {
      return { who: at % 2 === 0 ? "customer" : "agent", text: `Part ${String(at)} of it.` };
    });
    await replay(workspace, { run: "v14-a", release: "v14" }, long, 0);
    await replay(workspace, { run: "v15-a", release: "v15" }, long.slice(0, 400), 1);
    const model = await load(workspace, "v15-a");
    expect(model).toMatchObject({ isCut: true, parting: { href: null } });
    expect(model?.contacts.flatMap(({ turns }) => turns)).toHaveLength(400);
  });
});

it("knows no replay that nobody sent, and shows none to those who see some regions only", async () => {
  await withTestWorkspace(async (workspace) => {
    await replay(workspace, { run: "v15-a", release: "v15" }, refunds, 0);
    expect(await load(workspace, "v16-a")).toBeNull();
    expect((await load(workspace, "v15-a"))?.withoutBaseline).toContain("No other run");
    const seen = {
      path: locationIn(workspace.folder, "main"),
      scope: { regions: ["EU"], teams: [] },
    };
    const of = { run: "v15-a", item: "G-1" };
    expect(
      await loadReplayItem(seen, of, replayCodec.defaultValue, createHalfOfName(workspace.folder)),
    ).toBeNull();
  });
});

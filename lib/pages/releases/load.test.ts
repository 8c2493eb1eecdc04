import { expect, it } from "vitest";
import { judgedCohort } from "@/lib/gate/cohort/judged-cohort";
import { expectedActions } from "@/lib/gate/expected-actions";
import { hashCohort } from "@/lib/gate/gate-hashes";
import { formatRecord, makeRecord } from "@/lib/gate/record";
import { readPolicy } from "@/lib/gate/read/read-policy";
import { defaultMetric, runOfReplays } from "@/lib/gate/run-of-replays";
import { writeCohort } from "@/lib/store/gate/cohorts";
import { readReplayedCase, readReplays, writeReplay } from "@/lib/store/gate/replays";
import { deleteVerdict, writeVerdict } from "@/lib/store/gate/verdicts";
import { sha256 } from "@/lib/store/sha256";
import { asReplay } from "@/lib/testing/spans/as-replay";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { ruleNames } from "@/lib/format/gate/rule-words";
import { loadReleases, readRunCases } from "./load";
import { loadRun } from "./load-run";
import { runFile } from "./run-file";
import { runCodec } from "./url";

const startUs = 1_767_600_000_000_000;
const ids = ["a1", "a2", "a3", "a4"];
const items = ids.map((id) => ({
  ...{ id, cluster: null, channels: ["chat" as const], expected: "refunded", stratum: "refund" },
  actions: [{ tool: "refund_order", arguments: { order: "W123" } }],
}));

/** A run of the cohort in which some items end well. */
function requestsOf(release: string, traces: string, resolved: readonly string[]) {
  return ids.flatMap((item, at) => {
    const isResolved = resolved.includes(item);
    const said = supportCase({
      ...{ caseId: `T-${item}`, idSuffix: `${traces}${String(at)}0` },
      startUs: startUs + (release === "v14" ? 0 : 3_600_000_000),
      messages: [
        { who: "customer", text: "I want my money back for order 4711." },
        {
          who: "tool",
          text: isResolved ? '{"status":"refunded"}' : '{"error":"failed"}',
          isError: !isResolved,
        },
        { who: "agent", text: isResolved ? "The refund is done." : "I could not refund it." },
        {
          who: "customer",
          text: isResolved
            ? "Great, that solved it, thanks!"
            : "That does not help, it is not solved.",
        },
      ],
    });
    return asReplay([said], { run: `${release}-run`, item, release, cohort: "golden" }, traces);
  });
}

async function judge({ db }: TestWorkspace, metric = defaultMetric) {
  const cohort = { name: "golden", version: 1, sha256: hashCohort(items, sha256), items };
  const origin = { kind: "ids" } as const;
  await db.write((connection) =>
    writeCohort(connection, { ...cohort, createdBy: null, origin }, startUs),
  );
  const runOf = async (run: string) => {
    const brought = { run, release: null, cohort: null, missing: [] };
    const replays = await readReplays(db, run);
    return runOfReplays({ ...brought, replays }, cohort, metric);
  };
  const input = {
    ...{ cohort: judgedCohort(cohort), candidate: await runOf("v15-run") },
    ...{
      baseline: await runOf("v14-run"),
      labels: [],
      labelSource: null,
      repeatedRun: null,
      earlierAttempts: [],
      judgedOtherwise: [],
    },
    policy: { ...readPolicy(null, 0.78), metric, scope: "all" as const },
  };
  const record = makeRecord(input, sha256);
  const of = { run: "v15-run", release: "v15", cohort: cohort.sha256 };
  const line = { candidate: record.hashes.candidate, record: formatRecord(record) };
  return db.write((connection) => writeVerdict(connection, { ...of, ...line }, startUs));
}

it("shows a run before and after it is judged, its cases, and that a deleted verdict counts", async () => {
  await withTestWorkspace(async (workspace) => {
    const at = { path: workspace.db.path, isDemo: false };
    await workspace.ingestRequests(requestsOf("v14", "a", ids));
    await workspace.ingestRequests(requestsOf("v15", "b", ["a1"]));
    await workspace.derive();
    const query = { ...runCodec.defaultValue, list: "failing" as const };
    const before = await loadRun(at, "v15-run", query, new Map());
    expect(before).toMatchObject({ judged: null, cases: [] });
    expect(before?.title).not.toContain("v14");
    expect(before?.noVerdict).toContain("Nobody");
    expect(before?.command).toMatch(/ --candidate v15 --baseline v14 --min 0.78$/u);
    const id = await judge(workspace);
    const { lines, title } = await loadReleases(at);
    expect(title).toMatch(/^1 run judged, none /u);
    expect(lines.map(({ run, verdict }) => [run, verdict?.words ?? null]).sort()).toEqual([
      ["v14-run", null],
      ["v15-run", "Invalid"],
    ]);
    const run = await loadRun(at, "v15-run", query, new Map());
    expect(run?.title).toMatch(/v15 .*v14/u);
    expect(run?.judged?.again).toContain("identical");
    expect(run?.attempts.map(({ words }) => words)).toEqual([
      `Attempt 1, decided by ${ruleNames.cohort_size}.`,
    ]);
    const table = run?.judged?.table?.counts ?? { both: 0, regressed: 0, fixed: 0, neither: 0 };
    const listed = (await readRunCases(at.path, "v15-run", "failing")) ?? [];
    expect(listed.map(({ item }) => item)).toEqual(run?.cases.map(({ item }) => item));
    expect(listed).toHaveLength(table.regressed + table.neither);
    expect(run?.cases[0]).toMatchObject({ stratum: "refund", expected: "refunded" });
    expect(run?.cases[0]?.why).not.toBe("");
    const json = runFile({ run: "v15-run", list: "failing", cases: listed }, "json");
    expect(JSON.parse(json)).toMatchObject({ items: listed.map(({ item }) => item) });
    expect(run?.command).toBe(
      "throughline gate --cohort golden --candidate v15 --baseline v14 --policy gate.yaml",
    );
    await workspace.db.write((connection) => deleteVerdict(connection, id, "u1", startUs + 1));
    const after = await loadRun(at, "v15-run", query, new Map([["u1", "Ann"]]));
    expect(after?.judged).toBeNull();
    expect(after?.noVerdict).toContain("deleted");
    expect(after?.attempts.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Deleted by Ann\b/u),
    ]);
    expect(await loadRun(at, "nobody", query, new Map())).toBeNull();
  });
});

it("computes a run's comparison again when a replay of it changes", async () => {
  await withTestWorkspace(async (workspace) => {
    const at = { path: workspace.db.path, isDemo: false };
    await workspace.ingestRequests(requestsOf("v14", "a", ids));
    await workspace.ingestRequests(requestsOf("v15", "b", ["a1"]));
    await workspace.derive();
    await judge(workspace);
    const evaluators = async () => {
      const run = await loadRun(at, "v15-run", runCodec.defaultValue, new Map());
      const rows = run?.judged?.differences?.rows ?? [];
      return rows.map(({ key }) => key);
    };
    const before = await evaluators();
    expect(before).toContain("customer_sentiment");
    expect(await evaluators()).toEqual(before);
    const [replay] = await readReplays(workspace.db, "v14-run");
    const derived = replay === undefined ? null : await readReplayedCase(workspace.db, replay);
    if (replay === undefined || derived === null) throw new Error("There is no replay.");
    for (const row of await readReplays(workspace.db, "v14-run")) {
      const outcomes = row.outcomes.filter(({ evaluator }) => evaluator !== "customer_sentiment");
      await workspace.db.write(async (connection) => {
        await writeReplay(connection, { ...row, outcomes, derived, derivedWith: "now" });
      });
    }
    expect(await evaluators()).toEqual(before.filter((key) => key !== "customer_sentiment"));
  });
});

it("says of each failing case what was not done, where a run is judged by its actions", async () => {
  await withTestWorkspace(async (workspace) => {
    const at = { path: workspace.db.path, isDemo: false };
    await workspace.ingestRequests(requestsOf("v14", "a", ids));
    await workspace.ingestRequests(requestsOf("v15", "b", ["a1"]));
    await workspace.derive();
    await judge(workspace, expectedActions.name);
    const query = { ...runCodec.defaultValue, list: "failing" as const };
    const run = await loadRun(at, "v15-run", query, new Map());
    expect(run?.cases.map(({ item, why }) => [item, why])).toEqual(
      ["a2", "a3", "a4"].map((item) => [
        item,
        expect.stringContaining(": refund_order (order W123)") as string,
      ]),
    );
    expect(run?.judged?.table?.counts).toEqual({ both: 1, regressed: 3, fixed: 0, neither: 0 });
  });
});
